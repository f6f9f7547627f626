package wire

import (
	"encoding/json"
	"strings"
)

// Object is a JSON object read field by field, as the real server reads it: a number will do for a text, and the other way
// round, but a text will not do for a boolean.
type Object map[string]json.RawMessage

// AsObject tells whether raw is an object, and reads it.
func AsObject(raw json.RawMessage) (Object, bool) {
	var o Object
	if !strings.HasPrefix(strings.TrimSpace(string(raw)), "{") || json.Unmarshal(raw, &o) != nil {
		return nil, false
	}
	return o, true
}

// Has tells whether the object has a field, be it null.
func (o Object) Has(name string) bool { return o[name] != nil }

// text is empty when the field is missing or null.
func (o Object) text(name string) (string, error) {
	raw := strings.TrimSpace(string(o[name]))
	switch {
	case raw == "" || raw == "null":
		return "", nil
	case raw[0] == '"':
		return plain(o[name]), nil
	case raw[0] == '-' || IsDigit(raw[0]):
		return raw, nil
	}
	return "", Mistake("Field \"%s\" must be of type String", name)
}

func (o Object) required(name string) (string, error) {
	if !o.Has(name) {
		return "", Mistake("Can't find field \"%s\"", name)
	}
	return o.text(name)
}

func (o Object) flag(name string) (bool, error) {
	switch raw := strings.TrimSpace(string(o[name])); raw {
	case "true":
		return true, nil
	case "", "false", "null":
		return false, nil
	}
	return false, Mistake("Field \"%s\" must be of type Boolean", name)
}

// list is nil when the field is missing; null is refused.
func (o Object) list(name string) ([]json.RawMessage, error) {
	if !o.Has(name) {
		return nil, nil
	}
	list, ok := AsList(o[name])
	if !ok {
		return nil, Mistake("Field \"%s\" must be of type Array", name)
	}
	return list, nil
}

// AsList tells whether raw is a list, and reads it.
func AsList(raw json.RawMessage) ([]json.RawMessage, bool) {
	var list []json.RawMessage
	if !strings.HasPrefix(strings.TrimSpace(string(raw)), "[") || json.Unmarshal(raw, &list) != nil {
		return nil, false
	}
	return list, true
}

// Reader reads several fields and keeps the first mistake.
type Reader struct {
	Object
	Err error
}

// Text reads a text; it is empty when the field is missing or null.
func (r *Reader) Text(name string) string {
	v, err := r.Object.text(name)
	r.Keep(err)
	return v
}

// Required reads a text that must be there.
func (r *Reader) Required(name string) string {
	v, err := r.Object.required(name)
	r.Keep(err)
	return v
}

// Number reads a number that must be there.
func (r *Reader) Number(name string) int { return int(LeadingInteger(r.Required(name))) }

// Flag reads a boolean; false when the field is missing.
func (r *Reader) Flag(name string) bool {
	v, err := r.Object.flag(name)
	r.Keep(err)
	return v
}

// Keep keeps the first error.
func (r *Reader) Keep(err error) {
	if r.Err == nil {
		r.Err = err
	}
}

// IsDigit, and those below, tell of bytes of ASCII.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// IsHex tells of hexadecimal digits.
func IsHex(c byte) bool { return IsDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// IsAlpha tells of letters.
func IsAlpha(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// IsAlnum tells of letters and digits.
func IsAlnum(c byte) bool { return IsAlpha(c) || IsDigit(c) }
