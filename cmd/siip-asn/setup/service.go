package setup

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"siip-asn/cmd/siip-asn/machine"
)

// service has the bot started by the machine, or says how.
func (s *setup) service() error {
	if runtime.GOOS != "linux" {
		s.otherSystem()
		return nil
	}
	if _, err := os.Stat(machine.UnitHome); err == nil {
		s.Say("Layanan sudah terpasang: %s. Keadaannya: systemctl status siip-asn", machine.UnitHome)
		return nil
	}
	how, given := s.flagged("layanan")
	mayInstall := machine.MayInstall()
	if !given && mayInstall {
		how = map[bool]string{true: "pasang", false: "tidak"}[s.Agrees("Pasang sebagai layanan systemd, agar bot menyala sendiri bersama komputer ini?")]
	} else if !given {
		how = map[bool]string{true: "tulis", false: "tidak"}[s.Agrees("Tulis berkas layanan systemd "+machine.UnitName+" di folder ini?")]
	}
	switch {
	case how == "pasang" && !mayInstall:
		return errors.New("layanan hanya dapat dipasang oleh root pada komputer dengan systemd; pakai --layanan tulis, lalu minta pengelola memasangnya")
	case how == "pasang":
		text, err := s.unit()
		if err == nil {
			err = machine.InstallUnit(text)
		}
		if err == nil {
			s.Say("Layanan terpasang dan dijalankan. Keadaannya: systemctl status siip-asn")
		}
		return err
	case how == "tulis":
		return s.writeUnit()
	}
	s.startLeft()
	return nil
}

// startLeft says how the bot is started by hand.
func (s *setup) startLeft() {
	if s.running() {
		s.Say("Bot sedang berjalan.")
		return
	}
	s.later("Jalankan bot: siip-asn serve --config %s (dan agar menyala sendiri: siip-asn mulai --layanan tulis)", s.ConfigPath)
}

func (s *setup) otherSystem() {
	if runtime.GOOS == "windows" {
		s.Say("Agar bot menyala bersama Windows, buka Command Prompt sebagai Administrator dan jalankan:")
		s.Say(`  schtasks /create /tn siip-asn /sc onstart /ru SYSTEM /tr "\"%s\" serve --config \"%s\""`, machine.Executable(), machine.Absolute(s.ConfigPath))
	} else {
		s.Say("Agar bot menyala sendiri, daftarkan perintah ini pada launchd: %s serve --config %s", machine.Executable(), machine.Absolute(s.ConfigPath))
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
	if err := s.Guard(s.config).New(machine.UnitName, write); errors.Is(err, os.ErrExist) {
		s.Say("Berkas layanan %s sudah ada di folder ini dan tidak diubah.", machine.UnitName)
	} else if err != nil {
		return err
	} else {
		fmt.Fprintln(s.Stdout, machine.UnitName)
	}
	s.later("Pasang layanan: sudo install -m 644 %s %s && sudo systemctl enable --now siip-asn", machine.UnitName, machine.UnitHome)
	return nil
}

func (s *setup) unit() ([]byte, error) {
	return machine.Unit(s.ConfigPath, filepath.Dir(s.config.Database), s.config.DirBackup)
}
