package simulator

import (
	"encoding/json"
	"testing"
)

// compact writes a value as JSON with sorted fields, for comparing.
func compact(t *testing.T, value any) string {
	t.Helper()
	raw, ok := value.(string)
	if !ok {
		b, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		raw = string(b)
	}
	var plain any
	if err := json.Unmarshal([]byte(raw), &plain); err != nil {
		t.Fatal(err)
	}
	out, _ := json.Marshal(plain)
	return string(out)
}
