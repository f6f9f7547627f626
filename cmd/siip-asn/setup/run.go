package setup

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/machine"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
)

// setup is one run of mulai.
type setup struct {
	*cli.App
	cmd    *cobra.Command
	config config.Config
	sure   bool            // --ya
	left   []string        // what is still to be done, in sentences
	gone   []imports.Orang // not Aktif by the file of pegawai of this run: they get no code
}

// step is one step of mulai. What a person skips is added to setup.left and said at the end. It returns an error, which ends the
// command, only when something that a flag has asked for cannot be done: a script must notice that.
type step struct {
	title string
	run   func(*setup) error
}

// steps is the way from nothing to an office that works. A newcomer to the code reads steps.go, then token.go.
var steps = []step{
	{"Token bot", (*setup).token}, {"Nama instansi", (*setup).name}, {"Data pegawai", (*setup).pegawai}, {"Admin SIIP-ASN", (*setup).admin},
	{"Panduan jenis diklat", (*setup).panduan}, {"Kode aktivasi", (*setup).codes}, {"Layanan", (*setup).service},
}

// Flags are the answers that can be given without questions, and what is wanted of each step.
func Flags(cmd *cobra.Command) {
	cmd.Flags().String("token", "", "`token` bot dari @BotFather (terlihat di daftar proses; --token-file lebih aman)")
	cmd.Flags().String("token-file", "", "`berkas` yang hanya berisi token")
	cmd.Flags().String("instansi", "", "`nama` instansi")
	cmd.Flags().String("kontak", "", "`siapa` yang dihubungi pegawai yang tidak dapat masuk")
	cmd.Flags().String("pegawai", "", "`berkas` data pegawai: Excel, CSV, atau ekspor SIASN")
	cmd.Flags().String("admin", "", "`NIP` Admin SIIP-ASN pertama")
	cmd.Flags().String("kesalahan", "", "`berkas` Excel untuk diperbaiki, bila berkas yang dimuat mempunyai kesalahan")
	cmd.Flags().String("panduan", "", "`berkas` panduan jenis diklat milik kantor")
	cmd.Flags().String("kode", "", "buat kode aktivasi: `admin`, semua, atau tidak")
	cmd.Flags().String("slip", "", "`folder` untuk slip kode, satu berkas PDF per OPD (bawaan: slip)")
	cmd.Flags().String("layanan", "", "layanan systemd: `tulis` berkasnya, pasang, atau tidak")
	cmd.Flags().Bool("ya", false, "setujui semua yang ditanyakan")
	cli.NewFlag(cmd)
}

// Run goes the way from nothing to an office that works, step by step. It can be repeated: each step looks at the config and the
// database for what is done already, and only says so. What was skipped is said at the end. An error means that something that
// a flag has asked for cannot be done, or that the command was stopped.
func Run(a *cli.App, cmd *cobra.Command) error {
	if err := checkFlags(cmd); err != nil {
		return err
	}
	if err := beginConfig(a); err != nil {
		return err
	}
	s := &setup{App: a, cmd: cmd}
	s.sure, _ = cmd.Flags().GetBool("ya")
	for i, step := range steps {
		var err error
		if s.config, err = a.Config(cmd); err != nil {
			return err
		}
		a.Say("\nLangkah %d dari %d: %s", i+1, len(steps), step.title)
		if err := step.run(s); err != nil {
			return err
		}
		if cmd.Context().Err() != nil {
			return jobs.ErrStopped
		}
	}
	s.farewell()
	return nil
}

// beginConfig writes a config with every key where there is none.
func beginConfig(a *cli.App) error {
	_, err := os.Stat(a.ConfigPath)
	if !errors.Is(err, fs.ErrNotExist) {
		return nil // there, or the reading says what is wrong
	}
	if err := machine.WriteSecret(a.ConfigPath, config.Example()); err != nil {
		return err
	}
	a.Say("Berkas konfigurasi %s dibuat; hanya pengguna ini yang dapat membacanya.", a.ConfigPath)
	return nil
}

// set writes a key into the config file. The result must be a config that can be read, else nothing is changed.
func (s *setup) set(key, value string) error {
	text, err := os.ReadFile(s.ConfigPath)
	if err != nil {
		return fmt.Errorf("config tidak dapat dibaca: %w", err)
	}
	edited, err := config.Set(text, key, value)
	if err != nil {
		return fmt.Errorf("%s: %s tidak dapat diisi: %w", s.ConfigPath, key, err)
	}
	if err := config.Check(s.ConfigPath, edited); err != nil {
		return err
	}
	if bytes.Equal(text, edited) {
		return nil
	}
	return machine.WriteSecret(s.ConfigPath, edited)
}

// flagged is the value of a flag, and whether it was given.
func (s *setup) flagged(name string) (string, bool) {
	value, _ := s.cmd.Flags().GetString(name)
	return value, value != ""
}

// wants asks whether to do something; --ya is yes to everything.
func (s *setup) wants(question string) bool { return s.sure || s.Agrees(question) }

// later notes what is still to be done.
func (s *setup) later(format string, args ...any) {
	s.left = append(s.left, fmt.Sprintf(format, args...))
}

// state is how far the office has come; that of nothing when it has no database yet.
func (s *setup) state() (state office.Setup, err error) {
	if _, err := os.Stat(s.config.Database); errors.Is(err, fs.ErrNotExist) {
		return office.Setup{Panduan: len(flow.Katalog())}, nil
	}
	var b bytes.Buffer
	err = s.Perform(s.cmd, jobs.Setup{But: s.goneNIPs()}, &b)
	return cli.Decoded(&b, state, err)
}

// running tells whether a bot has the database.
func (s *setup) running() bool {
	conn, err := desk.Dial(s.cmd.Context(), s.config.Database)
	if err != nil {
		return false
	}
	conn.Close()
	return true
}

// farewell says what is left to do.
func (s *setup) farewell() {
	if len(s.left) == 0 {
		s.Say("\nSemua siap.")
	} else {
		s.Say("\nYang masih tersisa:")
		for i, what := range s.left {
			s.Say("%d. %s", i+1, what)
		}
		s.Say("Jalankan lagi siip-asn mulai kapan saja; yang sudah selesai tidak diulang.")
	}
}

// checkFlags finds wrong words of flags before anything is done.
func checkFlags(cmd *cobra.Command) error {
	for flag, words := range map[string][]string{"kode": {"admin", "semua", "tidak"}, "layanan": {"tulis", "pasang", "tidak"}} {
		word, _ := cmd.Flags().GetString(flag)
		if word != "" && !strings.Contains(" "+strings.Join(words, " ")+" ", " "+word+" ") {
			return cli.Usage(fmt.Errorf("--%s harus salah satu dari: %s", flag, strings.Join(words, ", ")))
		}
	}
	token, _ := cmd.Flags().GetString("token")
	file, _ := cmd.Flags().GetString("token-file")
	if token != "" && file != "" {
		return cli.Usage(errors.New("pilih salah satu: --token atau --token-file"))
	}
	if _, err := givenToken(cmd); err != nil {
		return err
	}
	if nip, _ := cmd.Flags().GetString("admin"); nip != "" {
		if _, err := identitas.ParseNIP(nip); err != nil {
			return cli.Usage(err)
		}
	}
	return nil
}
