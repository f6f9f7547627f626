package simulator

import (
	"encoding/json"
	"strings"
)

// object is a JSON object read field by field, as the real server reads it: a number will do for a text, and the other way
// round, but a text will not do for a boolean.
type object map[string]json.RawMessage

// asObject tells whether raw is an object, and reads it.
func asObject(raw json.RawMessage) (object, bool) {
	var o object
	if !strings.HasPrefix(strings.TrimSpace(string(raw)), "{") || json.Unmarshal(raw, &o) != nil {
		return nil, false
	}
	return o, true
}

func (o object) has(name string) bool { return o[name] != nil }

// text is empty when the field is missing or null.
func (o object) text(name string) (string, error) {
	raw := strings.TrimSpace(string(o[name]))
	switch {
	case raw == "" || raw == "null":
		return "", nil
	case raw[0] == '"':
		return plain(o[name]), nil
	case raw[0] == '-' || isDigit(raw[0]):
		return raw, nil
	}
	return "", mistake("Field \"%s\" must be of type String", name)
}

func (o object) required(name string) (string, error) {
	if !o.has(name) {
		return "", mistake("Can't find field \"%s\"", name)
	}
	return o.text(name)
}

func (o object) flag(name string) (bool, error) {
	switch raw := strings.TrimSpace(string(o[name])); raw {
	case "true":
		return true, nil
	case "", "false", "null":
		return false, nil
	}
	return false, mistake("Field \"%s\" must be of type Boolean", name)
}

// list is nil when the field is missing; null is refused.
func (o object) list(name string) ([]json.RawMessage, error) {
	if !o.has(name) {
		return nil, nil
	}
	list, ok := asList(o[name])
	if !ok {
		return nil, mistake("Field \"%s\" must be of type Array", name)
	}
	return list, nil
}

func asList(raw json.RawMessage) ([]json.RawMessage, bool) {
	var list []json.RawMessage
	if !strings.HasPrefix(strings.TrimSpace(string(raw)), "[") || json.Unmarshal(raw, &list) != nil {
		return nil, false
	}
	return list, true
}

// reader reads several fields and keeps the first mistake.
type reader struct {
	object
	err error
}

func (r *reader) text(name string) string {
	v, err := r.object.text(name)
	r.keep(err)
	return v
}

func (r *reader) required(name string) string {
	v, err := r.object.required(name)
	r.keep(err)
	return v
}

func (r *reader) number(name string) int { return int(leadingInteger(r.required(name))) }

func (r *reader) flag(name string) bool {
	v, err := r.object.flag(name)
	r.keep(err)
	return v
}

func (r *reader) keep(err error) {
	if r.err == nil {
		r.err = err
	}
}
