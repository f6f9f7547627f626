package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"siip-asn/flow"
)

// config is config.yaml, after the environment has had its say.
type config struct {
	Token             string
	TokenFile         string
	APIURL            string
	PerSecond         int
	ChatPerSecond     float64
	Database          string
	Instansi          string
	Zona              *time.Location
	Sekali            bool
	VerifikasiSendiri bool
	Pengingat         bool
	AktivasiBerlaku   time.Duration
	JadwalRekap       schedule
	JadwalBackup      schedule
	DirBackup         string
	SimpanBackup      int
	LogLevel          string
	LogFormat         string
	HTTPAddr          string
}

// aturan are the rules of the office in the config.
func (c config) aturan() flow.Aturan {
	return flow.Aturan{
		Instansi: c.Instansi, Zona: c.Zona, Sekali: c.Sekali,
		VerifikasiSendiri: c.VerifikasiSendiri, Pengingat: c.Pengingat, AktivasiBerlaku: c.AktivasiBerlaku,
	}
}

// mistake is one thing wrong in the config, in Indonesian.
type mistake struct {
	file  string
	line  int
	where string // the key, or the environment variable
	what  string
}

func (m mistake) Error() string {
	place := m.file
	if m.line > 0 {
		place = fmt.Sprintf("%s baris %d", m.file, m.line)
	}
	return strings.TrimPrefix(fmt.Sprintf("%s: %s: %s", place, m.where, m.what), ": ")
}

// loadConfig reads the file, then the environment (SIIP_TELEGRAM_TOKEN for telegram.token). All mistakes come back at
// once, joined. A file that is not there is a mistake only when it was asked for.
func loadConfig(path string, asked bool, environ []string) (config, error) {
	c := defaults()
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && !asked {
		text, err = nil, nil
	}
	if err != nil {
		return c, fmt.Errorf("config %s tidak dapat dibaca: %w", path, err)
	}
	mistakes := c.readYAML(path, text)
	mistakes = append(mistakes, c.readEnv(environ)...)
	if len(mistakes) == 0 {
		mistakes = append(mistakes, c.readTokenFile()...)
	}
	return c, errors.Join(mistakes...)
}

func defaults() config {
	var c config
	for _, s := range settings {
		if err := s.set(&c, s.standard); err != nil {
			panic(fmt.Sprintf("default of %s: %v", s.key, err))
		}
	}
	return c
}

// readYAML takes the sections and their keys one by one, so that every mistake is found and has its line.
func (c *config) readYAML(path string, text []byte) []error {
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		return []error{fmt.Errorf("%s: bukan YAML yang benar: %s", path, strings.TrimPrefix(err.Error(), "yaml: "))}
	}
	if len(root.Content) == 0 {
		return nil
	}
	r := yamlReader{config: c, path: path, seen: map[string]int{}}
	r.mapping(root.Content[0], "")
	return r.mistakes
}

type yamlReader struct {
	config   *config
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
		if err := s.set(r.config, value.Value); err != nil {
			r.wrong(value.Line, key, err.Error())
		}
	case known:
		r.wrong(value.Line, key, "harus satu nilai saja")
	case isSection(key):
		if value.Tag != "!!null" {
			r.mapping(value, key+".")
		}
	default:
		r.wrong(line, key, "kunci tidak dikenal"+suggestion(key))
	}
}

func isSection(key string) bool {
	return slices.ContainsFunc(settings, func(s setting) bool { return strings.HasPrefix(s.key, key+".") })
}

// suggestion names the key that was probably meant: the one that begins alike.
func suggestion(key string) string {
	for length := len(key) - 1; length > strings.Index(key, ".")+2; length-- {
		for _, s := range settings {
			if strings.HasPrefix(s.key, key[:length]) {
				return "; apakah maksud Anda " + s.key + "?"
			}
		}
	}
	return "; lihat config.example.yaml"
}

// readEnv takes the environment variables that name a key.
func (c *config) readEnv(environ []string) []error {
	var mistakes []error
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		i := slices.IndexFunc(settings, func(s setting) bool { return s.env() == name })
		if i < 0 {
			continue
		}
		if err := settings[i].set(c, value); err != nil {
			mistakes = append(mistakes, mistake{where: "variabel lingkungan " + name, what: err.Error()})
		}
	}
	return mistakes
}

// readTokenFile reads the token from the file that telegram.token_file names, unless telegram.token has one.
func (c *config) readTokenFile() []error {
	if c.TokenFile == "" || c.Token != "" {
		return nil
	}
	text, err := os.ReadFile(c.TokenFile)
	if err != nil {
		return []error{fmt.Errorf("telegram.token_file: %w", err)}
	}
	if err := setToken(c, strings.TrimSpace(string(text))); err != nil {
		return []error{fmt.Errorf("telegram.token_file %s: %w", c.TokenFile, err)}
	}
	return nil
}
