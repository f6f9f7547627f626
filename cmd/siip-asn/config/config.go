// Package config is config.yaml: its keys, their defaults and checks, and the environment variables that stand for them.
// It imports flow only, for the rules of the office that stand in it. A newcomer reads the table in settings.go: a key is
// a line there, and Load fills a Config by it.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/kalender"
)

// Config is config.yaml, after the environment has had its say.
type Config struct {
	Token             string
	TokenInFile       bool // the config file itself has it
	TokenFile         string
	APIURL            string
	Limits            bool // false: no limit at all, for a test server
	PerSecond         int
	ChatPerSecond     float64
	Database          string
	Instansi          string
	Zona              *time.Location
	Sekali            bool
	VerifikasiSendiri bool
	Pengingat         bool
	PesanDisetujui    string
	Kabar             kalender.JamKantor
	Kontak            string
	Kop               Kop
	Penandatangan     flow.Penandatangan
	AktivasiBerlaku   time.Duration
	JadwalRekap       Schedule
	JadwalBackup      Schedule
	DirBackup         string
	SimpanBackup      int
	LogLevel          string
	LogFormat         string
	HTTPAddr          string
}

// Aturan are the rules of the office in the config.
func (c Config) Aturan() flow.Aturan {
	return flow.Aturan{
		Instansi: c.Instansi, Zona: c.Zona, Sekali: c.Sekali,
		VerifikasiSendiri: c.VerifikasiSendiri, Pengingat: c.Pengingat, AktivasiBerlaku: c.AktivasiBerlaku,
		PesanDisetujui: c.PesanDisetujui, Kabar: c.Kabar, Kontak: c.Kontak,
		InstansiUnit: c.Kop.Unit, InstansiAlamat: c.Kop.Alamat, InstansiLogo: c.Kop.Logo, Penandatangan: c.Penandatangan,
	}
}

// mistake is one thing wrong in the config, in Indonesian.
type mistake struct {
	file  string
	line  int
	where string // the key, or the environment variable
	what  string
}

func (m mistake) Error() string {
	place := m.file
	if m.line > 0 {
		place = fmt.Sprintf("%s baris %d", m.file, m.line)
	}
	return strings.TrimPrefix(fmt.Sprintf("%s: %s: %s", place, m.where, m.what), ": ")
}

// Load reads the file, then the environment (SIIP_TELEGRAM_TOKEN for telegram.token), which wins. All mistakes come
// back at once, joined. A file that is not there is a mistake only when it was asked for.
func Load(path string, asked bool, environ []string) (Config, error) {
	c := Defaults()
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && !asked {
		text, err = nil, nil
	}
	if errors.Is(err, fs.ErrPermission) {
		return c, fmt.Errorf("config tidak dapat dibaca: %w (program ini berjalan sebagai pengguna nomor %d; berkas itu harus miliknya)", err, os.Geteuid())
	}
	if err != nil {
		return c, fmt.Errorf("config tidak dapat dibaca: %w", err)
	}
	r := c.readYAML(path, text)
	c.TokenInFile = c.Token != ""
	r.mistakes = append(r.mistakes, c.readEnv(environ)...)
	c.readFiles(&r)
	c.checkTogether(&r)
	return c, errors.Join(r.mistakes...)
}

// Defaults is the config of an empty file.
func Defaults() Config {
	var c Config
	for _, s := range settings {
		if err := s.set(&c, s.standard); err != nil {
			panic(fmt.Sprintf("default of %s: %v", s.key, err))
		}
	}
	return c
}

// publicAPI is where the Bot API is that Telegram runs: it has limits, and whoever ignores them is locked out.
const publicAPI = "api.telegram.org"

// isPublic tells whether an address leads there, however it is written.
func isPublic(address string) bool {
	u, err := url.Parse(address)
	return err != nil || strings.EqualFold(strings.TrimSuffix(u.Hostname(), "."), publicAPI)
}

// checkTogether finds what is wrong only with the values of several keys at once.
func (c *Config) checkTogether(r *yamlReader) {
	if !c.Limits && isPublic(c.APIURL) {
		r.wrong(r.seen["telegram.limits"], "telegram.limits", "false hanya untuk server Bot API sendiri; isi juga telegram.api_url")
	}
}
