package config

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestTheExampleIsTheOneAtTheTop: what mulai writes is what the README speaks of.
func TestTheExampleIsTheOneAtTheTop(t *testing.T) {
	top, err := os.ReadFile("../../../config.example.yaml")
	if err != nil || !bytes.Equal(top, Example()) {
		t.Errorf("copy config.example.yaml to cmd/siip-asn/config/example.yaml (%v)", err)
	}
}

// TestSetChangesOneValueAndNothingElse in every form that an office's config may have.
func TestSetChangesOneValueAndNothingElse(t *testing.T) {
	for name, c := range map[string]struct{ before, after string }{
		"a value":            {"telegram:\n  token: \"\"\n  api_url: http://x\n", "telegram:\n  token: \"1:x\"\n  api_url: http://x\n"},
		"with a comment":     {"telegram:\n  token: abc # rahasia\n", "telegram:\n  token: \"1:x\" # rahasia\n"},
		"nothing yet":        {"telegram:\n  token:\nlog:\n  level: info\n", "telegram:\n  token: \"1:x\"\nlog:\n  level: info\n"},
		"Windows":            {"telegram:\r\n  token: abc\r\n", "telegram:\r\n  token: \"1:x\"\r\n"},
		"no such key":        {"telegram:\n    api_url: http://x\n", "telegram:\n    token: \"1:x\"\n    api_url: http://x\n"},
		"an empty section":   {"telegram:\nlog:\n  level: info\n", "telegram:\n  token: \"1:x\"\nlog:\n  level: info\n"},
		"no such section":    {"log:\n  level: info", "log:\n  level: info\ntelegram:\n  token: \"1:x\"\n"},
		"an empty file":      {"", "telegram:\n  token: \"1:x\"\n"},
		"comments only":      {"# belum ada\n", "# belum ada\ntelegram:\n  token: \"1:x\"\n"},
		"a sharp in a value": {"telegram:\n  token: 'a #b'\n", "telegram:\n  token: \"1:x\"\n"},
	} {
		got, err := Set([]byte(c.before), "telegram.token", "1:x")
		if err != nil || string(got) != c.after {
			t.Errorf("%s: %v\n%s\nnot\n%s", name, err, got, c.after)
		}
	}
	for _, text := range []string{"telegram: {token: x}\n", "{telegram: {}}\n", "telegram:\n  token: |\n    x\n", "telegram:\n  token:\n    x\n", "- x\n"} {
		if got, err := Set([]byte(text), "telegram.token", "1:x"); err == nil {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

// TestTheExampleCanBeFilledIn with what the office says, and is a config then.
func TestTheExampleCanBeFilledIn(t *testing.T) {
	text := Example()
	for key, value := range map[string]string{
		"telegram.token": "1:x", "instansi.nama": `Pemerintah "Kota" Contoh: #1 \ <&>`, "bantuan.kontak": "Bidang Diklat, 0811-000-0001", "timezone": "Asia/Jayapura",
	} {
		var err error
		if text, err = Set(text, key, value); err != nil {
			t.Fatalf("%s: %v", key, err)
		}
	}
	c, err := Load(write(t, "config.yaml", string(text)), true, nil)
	if err != nil || c.Token != "1:x" || c.Instansi != `Pemerintah "Kota" Contoh: #1 \ <&>` || c.Kontak != "Bidang Diklat, 0811-000-0001" || c.Zona.String() != "Asia/Jayapura" {
		t.Errorf("%+v %v", c, err)
	}
	if n := strings.Count(string(text), "#"); n != strings.Count(string(Example()), "#")+1 {
		t.Error("a comment is lost")
	}
}
