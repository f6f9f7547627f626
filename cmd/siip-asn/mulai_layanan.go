package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
	"text/template"
)

// unitText is the unit of systemd for a bot that lives where it was set up.
//
//go:embed deploy/mulai.service
var unitText string

var unitTemplate = template.Must(template.New("unit").Funcs(template.FuncMap{"word": unitWord, "path": unitPath, "plain": unitPlain}).Parse(unitText))

const (
	unitName = "siip-asn.service"
	unitHome = "/etc/systemd/system/" + unitName
)

// service has the bot started by the machine, or says how.
func (s *setup) service() error {
	if runtime.GOOS != "linux" {
		s.otherSystem()
		return nil
	}
	if _, err := os.Stat(unitHome); err == nil {
		s.say("Layanan sudah terpasang: %s. Keadaannya: systemctl status siip-asn", unitHome)
		return nil
	}
	how, given := s.flagged("layanan")
	mayInstall := os.Geteuid() == 0 && hasSystemd()
	if !given && mayInstall {
		how = map[bool]string{true: "pasang", false: "tidak"}[s.agrees("Pasang sebagai layanan systemd, agar bot menyala sendiri bersama komputer ini?")]
	} else if !given {
		how = map[bool]string{true: "tulis", false: "tidak"}[s.agrees("Tulis berkas layanan systemd "+unitName+" di folder ini?")]
	}
	switch {
	case how == "pasang" && !mayInstall:
		return errors.New("layanan hanya dapat dipasang oleh root pada komputer dengan systemd; pakai --layanan tulis, lalu minta pengelola memasangnya")
	case how == "pasang":
		return s.installUnit()
	case how == "tulis":
		return s.writeUnit()
	}
	s.startLeft()
	return nil
}

// startLeft says how the bot is started by hand.
func (s *setup) startLeft() {
	if s.running() {
		s.say("Bot sedang berjalan.")
		return
	}
	s.later("Jalankan bot: siip-asn serve --config %s (dan agar menyala sendiri: siip-asn mulai --layanan tulis)", s.configPath)
}

func (s *setup) otherSystem() {
	if runtime.GOOS == "windows" {
		s.say("Agar bot menyala bersama Windows, buka Command Prompt sebagai Administrator dan jalankan:")
		s.say(`  schtasks /create /tn siip-asn /sc onstart /ru SYSTEM /tr "\"%s\" serve --config \"%s\""`, executable(), absolute(s.configPath))
	} else {
		s.say("Agar bot menyala sendiri, daftarkan perintah ini pada launchd: %s serve --config %s", executable(), absolute(s.configPath))
	}
	s.startLeft()
}

// writeUnit writes the unit into this folder and says what an administrator does with it.
func (s *setup) writeUnit() error {
	text, err := s.unit()
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { _, err := w.Write(text); return err }
	if err := s.guard(s.config).New(unitName, write); errors.Is(err, os.ErrExist) {
		s.say("Berkas layanan %s sudah ada di folder ini dan tidak diubah.", unitName)
	} else if err != nil {
		return err
	} else {
		fmt.Fprintln(s.stdout, unitName)
	}
	s.later("Pasang layanan: sudo install -m 644 %s %s && sudo systemctl enable --now siip-asn", unitName, unitHome)
	return nil
}

// installUnit installs the unit and starts it.
func (s *setup) installUnit() error {
	text, err := s.unit()
	if err != nil {
		return err
	}
	if err := os.WriteFile(unitHome, text, 0o644); err != nil { //nolint:gosec // systemd's files are for all to read
		return fmt.Errorf("layanan: %w", err)
	}
	for _, args := range [][]string{{"daemon-reload"}, {"enable", "--now", "siip-asn"}} {
		if out, err := exec.CommandContext(s.cmd.Context(), "systemctl", args...).CombinedOutput(); err != nil {
			return fmt.Errorf("systemctl %s: %w\n%s", strings.Join(args, " "), err, bytes.TrimSpace(out))
		}
	}
	s.say("Layanan terpasang dan dijalankan. Keadaannya: systemctl status siip-asn")
	return nil
}

// unit is the text of the unit for this machine: the program, the config and the folder as they are now.
func (s *setup) unit() ([]byte, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	who := "root"
	if u, err := user.Current(); err == nil {
		who = u.Username
	}
	var b bytes.Buffer
	err = unitTemplate.Execute(&b, map[string]any{
		"Program": executable(), "Config": absolute(s.configPath), "Folder": here, "User": who,
		"Writes": []string{here, "-" + filepath.Dir(absolute(s.config.Database)), "-" + absolute(s.config.DirBackup)},
	})
	return b.Bytes(), err
}

// unitWord quotes a word of a command in a unit, unitPath that of a path, and unitPlain writes what is not quoted there:
// systemd reads %, $, \ and " in its own way.
func unitWord(s string) string { return unitPath(strings.ReplaceAll(s, "$", "$$")) }

func unitPath(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(unitPlain(s)) + `"`
}

func unitPlain(s string) string { return strings.ReplaceAll(s, "%", "%%") }

func hasSystemd() bool {
	info, err := os.Stat("/run/systemd/system")
	return err == nil && info.IsDir()
}

func executable() string {
	path, err := os.Executable()
	if err != nil {
		return "siip-asn"
	}
	return path
}

func absolute(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return abs
}
