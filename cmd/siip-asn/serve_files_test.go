package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/config"
)

// TestFilesThatAreOpenToOthersAreSaid opens one after the other to everybody.
func TestFilesThatAreOpenToOthersAreSaid(t *testing.T) {
	dir := t.TempDir()
	c := config.Defaults()
	c.Database, c.DirBackup = filepath.Join(dir, "data", "siip-asn.db"), filepath.Join(dir, "salinan")
	c.TokenFile, c.TokenInFile = filepath.Join(dir, "token"), true
	config, copied := filepath.Join(dir, "config.yaml"), filepath.Join(c.DirBackup, "siip-asn-20261124-020000.db")
	for _, folder := range []string{filepath.Dir(c.Database), c.DirBackup} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{c.Database, c.TokenFile, config, copied} {
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	said := func(environ ...string) string {
		var out bytes.Buffer
		warnOfOpenFiles(&cli.App{Stderr: &out, ConfigPath: config, Environ: environ}, c)
		return out.String()
	}
	if text := said(); text != "" {
		t.Errorf("nothing is open, but: %s", text)
	}
	for path, mode := range map[string]os.FileMode{
		c.Database: 0o644, filepath.Dir(c.Database): 0o770, c.DirBackup: 0o777, copied: 0o604, c.TokenFile: 0o640, config: 0o644,
	} {
		info, _ := os.Stat(path)
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		text := said()
		if strings.Count(text, "\n") != 1 || !strings.Contains(text, path+" terbuka bagi pengguna lain") || !strings.Contains(text, "Perbaiki dengan: chmod ") {
			t.Errorf("%s: %q", path, text)
		}
		if path == c.TokenFile && said("CREDENTIALS_DIRECTORY="+dir) != "" {
			t.Error("what systemd guards is said to be open")
		}
		if err := os.Chmod(path, info.Mode().Perm()); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAFolderIsNotToldToBeClosed has a folder of the machine in the place of the database: its modes are not the mistake.
func TestAFolderIsNotToldToBeClosed(t *testing.T) {
	c := config.Defaults()
	c.Database, c.DirBackup = filepath.Join(t.TempDir(), "shared"), t.TempDir()
	if err := os.Mkdir(c.Database, 0o755); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	warnOfOpenFiles(&cli.App{Stderr: &out, ConfigPath: "config.yaml"}, c)
	if strings.Contains(out.String(), "chmod 600") {
		t.Errorf("closing a folder is advised: %s", out.String())
	}
}
