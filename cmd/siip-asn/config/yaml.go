package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// readYAML takes the sections and their keys one by one, so that every mistake is found and has its line. A key without
// a value, or with null, is an empty one. The reader it gives knows the lines of the keys and the mistakes so far.
func (c *Config) readYAML(path string, text []byte) yamlReader {
	r := yamlReader{config: c, path: path, seen: map[string]int{}}
	documents := yaml.NewDecoder(bytes.NewReader(text))
	var root, more yaml.Node
	switch err := documents.Decode(&root); {
	case errors.Is(err, io.EOF):
		return r
	case err != nil:
		r.mistakes = append(r.mistakes, notYAML(path, text, err))
		return r
	}
	if top := root.Content[0]; !isNull(top) {
		r.mapping(top, "")
	}
	if err := documents.Decode(&more); err == nil {
		r.wrong(more.Line, "---", "hanya satu dokumen yang dibaca; hapus garis ini dan satukan isinya")
	} else if !errors.Is(err, io.EOF) {
		r.mistakes = append(r.mistakes, notYAML(path, text, err))
	}
	return r
}

var yamlLine = regexp.MustCompile(`^yaml: line (\d+): `)

// notYAML says where a text stops being YAML, and what it mostly is.
func notYAML(path string, text []byte, err error) error {
	m := mistake{file: path, where: "isi", what: "bukan YAML yang benar"}
	at := yamlLine.FindStringSubmatch(err.Error())
	if at == nil {
		return m
	}
	m.line, _ = strconv.Atoi(at[1]) // the pattern has digits only
	lines := bytes.Split(text, []byte("\n"))
	if i := m.line - 1; i < len(lines) && bytes.HasPrefix(bytes.TrimLeft(lines[i], " "), []byte("\t")) {
		m.what += "; pakai spasi, bukan tab, di awal baris"
	} else {
		m.what += "; periksa tanda kutip, titik dua, dan spasi di awal baris"
	}
	return m
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// plain is the text of a single value.
func plain(n *yaml.Node) string {
	if isNull(n) {
		return ""
	}
	return n.Value
}

type yamlReader struct {
	config   *Config
	path     string
	seen     map[string]int
	mistakes []error
}

func (r *yamlReader) wrong(line int, where, what string) {
	r.mistakes = append(r.mistakes, mistake{r.path, line, where, what})
}

// mapping reads "key: value" lines; prefix is the section that they stand in.
func (r *yamlReader) mapping(node *yaml.Node, prefix string) {
	if node.Kind != yaml.MappingNode {
		r.wrong(node.Line, cmp.Or(strings.TrimSuffix(prefix, "."), "isi"), "harus berupa daftar kunci: nilai")
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		r.entry(prefix+node.Content[i].Value, node.Content[i].Line, node.Content[i+1])
	}
}

func (r *yamlReader) entry(key string, line int, value *yaml.Node) {
	if first := r.seen[key]; first > 0 {
		r.wrong(line, key, fmt.Sprintf("sudah tertulis pada baris %d", first))
		return
	}
	r.seen[key] = line
	s, known := settingOf(key)
	switch {
	case known && value.Kind == yaml.ScalarNode:
		r.set(s, value.Line, plain(value))
	case known && lists[key] && value.Kind == yaml.SequenceNode:
		r.sequence(s, value)
	case known:
		r.wrong(value.Line, key, "harus satu nilai saja")
	case isSection(key):
		if !isNull(value) {
			r.mapping(value, key+".")
		}
	default:
		r.wrong(line, key, "kunci tidak dikenal"+suggestion(key))
	}
}

func (r *yamlReader) set(s setting, line int, value string) {
	if err := s.set(r.config, value); err != nil {
		r.wrong(line, s.key, err.Error())
	}
}

// sequence sets a key that is a list. A value that is no single one is named by its own line.
func (r *yamlReader) sequence(s setting, node *yaml.Node) {
	var values []string
	for _, value := range node.Content {
		if value.Kind != yaml.ScalarNode {
			r.wrong(value.Line, s.key, "harus daftar nilai")
			return
		}
		values = append(values, plain(value))
	}
	r.set(s, node.Line, strings.Join(values, ","))
}

func isSection(key string) bool {
	return slices.ContainsFunc(settings, func(s setting) bool { return strings.HasPrefix(s.key, key+".") })
}

// suggestion names the key that was probably meant: the one that begins alike.
func suggestion(key string) string {
	key = strings.ToLower(key)
	for length := len(key) - 1; length > strings.Index(key, ".")+2; length-- {
		for _, s := range settings {
			if strings.HasPrefix(s.key, key[:length]) {
				return "; apakah maksud Anda " + s.key + "?"
			}
		}
	}
	return "; lihat config.example.yaml"
}
