package config

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// example is config.example.yaml as it stands at the top of the tree: what a config begins as.
//
//go:embed example.yaml
var example []byte

// Example is the text of a config with every key, its default and a comment.
func Example() []byte { return bytes.Clone(example) }

// ErrEdit is a config whose text has a form that Set does not change: it is to be edited by hand.
var ErrEdit = errors.New("susunannya tidak biasa, sehingga harus diubah dengan penyunting teks")

// Set gives a key, "section.name", a value in the text of a config and leaves everything else as it is, comments too. A key
// or a section that is missing is added.
func Set(text []byte, key, value string) ([]byte, error) {
	if _, known := settingOf(key); !known {
		return nil, fmt.Errorf("%s: kunci tidak dikenal", key)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		return nil, err
	}
	quoted, err := quote(value)
	if err != nil {
		return nil, err
	}
	edited, err := setKey(text, root, key, quoted)
	if err != nil {
		return nil, err
	}
	before, after := map[string]any{}, map[string]any{}
	if yaml.Unmarshal(text, &before) != nil || yaml.Unmarshal(edited, &after) != nil || !sameBut(before, after, key, value) {
		return nil, ErrEdit // the edit of the text has changed more than the key, for example a value of several lines
	}
	return edited, nil
}

// sameBut tells whether two configs hold the same, but for a key that has the value in the second one.
func sameBut(before, after map[string]any, key, value string) bool {
	section, name, nested := strings.Cut(key, ".")
	if nested {
		inside, _ := before[section].(map[string]any)
		inside = maps.Clone(inside)
		if inside == nil {
			inside = map[string]any{}
		}
		inside[name] = value
		before[section] = inside
	} else {
		before[key] = value
	}
	return reflect.DeepEqual(before, after)
}

func setKey(text []byte, root yaml.Node, key, quoted string) ([]byte, error) {
	section, name, _ := strings.Cut(key, ".")
	lines := strings.SplitAfter(string(text), "\n")
	var top *yaml.Node
	if len(root.Content) > 0 && !isNull(root.Content[0]) {
		top = root.Content[0]
	}
	if name == "" {
		name, section = key, ""
	}
	at, found := child(top, section)
	switch {
	case top != nil && (top.Kind != yaml.MappingNode || top.Style == yaml.FlowStyle):
		return nil, ErrEdit
	case section != "" && !found:
		return []byte(ended(string(text)) + section + ":\n  " + name + ": " + quoted + "\n"), nil
	case section == "":
		at.value = top
	}
	return setIn(lines, at, name, quoted)
}

// entry is where a key stands, and its value.
type entry struct{ key, value *yaml.Node }

func child(of *yaml.Node, name string) (entry, bool) {
	if of == nil || of.Kind != yaml.MappingNode {
		return entry{}, false
	}
	for i := 0; i+1 < len(of.Content); i += 2 {
		if of.Content[i].Value == name {
			return entry{of.Content[i], of.Content[i+1]}, true
		}
	}
	return entry{}, false
}

// setIn sets a key of a section, which stands at that place.
func setIn(lines []string, section entry, name, quoted string) ([]byte, error) {
	if section.value != nil && (section.value.Style == yaml.FlowStyle || section.value.Kind != yaml.MappingNode && !isNull(section.value)) {
		return nil, ErrEdit
	}
	old, found := child(section.value, name)
	if !found {
		return insert(lines, section, name, quoted)
	}
	if old.value.Kind != yaml.ScalarNode || old.value.Line != old.key.Line && !isNull(old.value) {
		return nil, ErrEdit
	}
	i := old.key.Line - 1
	parts := keyLine.FindStringSubmatch(lines[i])
	if parts == nil {
		return nil, ErrEdit
	}
	lines[i] = parts[1] + " " + quoted + comment.FindString(parts[2]) + parts[3]
	return []byte(strings.Join(lines, "")), nil
}

// insert adds a key as the first of a section.
func insert(lines []string, section entry, name, quoted string) ([]byte, error) {
	if section.key == nil {
		return nil, ErrEdit // a key at the top: there is always one in the example
	}
	indent := "  "
	if section.value != nil && len(section.value.Content) > 0 {
		indent = strings.Repeat(" ", section.value.Content[0].Column-1)
	}
	i := section.key.Line - 1
	lines[i] = ended(lines[i]) + indent + name + ": " + quoted + "\n"
	return []byte(strings.Join(lines, "")), nil
}

var (
	// keyLine is a key up to its colon, its value with what follows, and the end of the line.
	keyLine = regexp.MustCompile(`^(\s*[\w"']+\s*:)(?:[ \t]+(.*?))?(\r?\n?)$`)
	// comment is what follows a value on its line.
	comment = regexp.MustCompile(`\s+#[^"']*$`)
)

// ended is a text with a line end, if it has any line.
func ended(text string) string {
	if text == "" || strings.HasSuffix(text, "\n") {
		return text
	}
	return text + "\n"
}

// quote writes a value as YAML reads it back: as JSON does.
func quote(value string) (string, error) {
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	to.SetEscapeHTML(false)
	err := to.Encode(value)
	return strings.TrimSpace(b.String()), err
}

// Check tells what is wrong with a text as the config file at path; the environment has no say in it.
func Check(path string, text []byte) error {
	c := Defaults()
	return errors.Join(c.readYAML(path, text).mistakes...)
}
