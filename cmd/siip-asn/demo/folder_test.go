package demo

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestADemoTakesAnEmptyFolderOrItsOwn: a real office's, whose files have the same names, is never taken or emptied.
func TestADemoTakesAnEmptyFolderOrItsOwn(t *testing.T) {
	write := func(dir, name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		fill func(dir string)
		free bool
	}{
		"empty":            {func(string) {}, true},
		"not there":        {func(dir string) { _ = os.Remove(dir) }, true},
		"a demo's":         {func(dir string) { write(dir, worldMark, "x"); write(dir, worldDB, "x") }, true},
		"an earlier one's": {func(dir string) { write(dir, worldYAML, yamlHead+"telegram:\n"); write(dir, worldSim, "{}") }, true},
		"one that ended":   {func(dir string) { write(dir, worldMark, "x"); write(dir, worldAddress, "http://127.0.0.1:1/\n") }, true},
		"an office's":      {func(dir string) { write(dir, worldDB, "x"); write(dir, worldYAML, "telegram:\n  token: 1:x\n") }, false},
		"letters":          {func(dir string) { write(dir, "surat.txt", "Yth.") }, false},
		"hidden files":     {func(dir string) { write(dir, ".profile", "x") }, false},
	} {
		dir := t.TempDir()
		c.fill(dir)
		err := Claim(dir)
		if c.free && (err != nil || !marked(dir)) {
			t.Errorf("%s: %v", name, err)
		}
		if !c.free && (err == nil || !strings.Contains(err.Error(), "pilih folder kosong") || marked(dir)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
