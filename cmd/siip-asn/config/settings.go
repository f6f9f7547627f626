package config

import (
	"errors"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"siip-asn/flow/identitas"
)

// setting is one key of the config. The table of them is the whole config: its keys, defaults and checks. A key that is a
// list may stand as a YAML sequence; its set gets the values joined by commas.
type setting struct {
	key      string
	standard string // the default, as it would stand in the file
	set      func(*Config, string) error
}

// lists are the keys that may hold several values.
var lists = map[string]bool{"kabar.hari": true, "kabar.libur": true}

// env is the environment variable of the key: SIIP_TELEGRAM_TOKEN for telegram.token.
func (s setting) env() string {
	return "SIIP_" + strings.ToUpper(strings.ReplaceAll(s.key, ".", "_"))
}

func settingOf(key string) (setting, bool) {
	i := slices.IndexFunc(settings, func(s setting) bool { return s.key == key })
	if i < 0 {
		return setting{}, false
	}
	return settings[i], true
}

var settings = []setting{
	{"telegram.token", "", setToken},
	{"telegram.token_file", "", func(c *Config, v string) error { c.TokenFile = v; return nil }},
	{"telegram.api_url", "https://api.telegram.org", setAPIURL},
	{"telegram.limits", "true", func(c *Config, v string) error { return yesNo(&c.Limits, v) }},
	{"telegram.messages_per_second", "25", func(c *Config, v string) error { return whole(&c.PerSecond, v, 1, 1000) }},
	{"telegram.chat_messages_per_second", "1", setChatPerSecond},
	{"database.path", "data/siip-asn.db", func(c *Config, v string) error { return filled(&c.Database, v) }},
	{"instansi.nama", "Pemerintah Kota", func(c *Config, v string) error { return filled(&c.Instansi, v) }},
	{"instansi.unit", "", func(c *Config, v string) error { return oneLine(&c.Kop.Unit, v) }},
	{"instansi.alamat", "", func(c *Config, v string) error { return oneLine(&c.Kop.Alamat, v) }},
	{"instansi.logo", "", func(c *Config, v string) error { c.Kop.LogoFile = v; return nil }},
	{"penandatangan.jabatan", "", func(c *Config, v string) error { return oneLine(&c.Penandatangan.Jabatan, v) }},
	{"penandatangan.nama", "", func(c *Config, v string) error { return oneLine(&c.Penandatangan.Nama, v) }},
	{"penandatangan.nip", "", setNIP},
	{"penandatangan.tempat", "", func(c *Config, v string) error { return oneLine(&c.Penandatangan.Tempat, v) }},
	{"bantuan.kontak", "", func(c *Config, v string) error { return oneLine(&c.Kontak, v) }},
	{"timezone", "Asia/Jakarta", setZona},
	{"usulan.periode", "tahunan", setPeriode},
	{"usulan.verifikasi_sendiri", "false", func(c *Config, v string) error { return yesNo(&c.VerifikasiSendiri, v) }},
	{"usulan.pengingat", "true", func(c *Config, v string) error { return yesNo(&c.Pengingat, v) }},
	{"usulan.pesan_disetujui", "Jadwal pelaksanaan akan diinformasikan oleh BKPSDM.", func(c *Config, v string) error { return oneLine(&c.PesanDisetujui, v) }},
	{"kabar.jam", "07.30-17.00", setJam},
	{"kabar.hari", "Senin-Jumat", setHari},
	{"kabar.libur", "", setLibur},
	{"aktivasi.berlaku", "336h", setBerlaku},
	{"rekap.jadwal", "0 8 * * MON", func(c *Config, v string) error { return setSchedule(&c.JadwalRekap, v) }},
	{"backup.jadwal", "0 2 * * *", func(c *Config, v string) error { return setSchedule(&c.JadwalBackup, v) }},
	{"backup.dir", "data/backup", func(c *Config, v string) error { return filled(&c.DirBackup, v) }},
	{"backup.simpan", "14", func(c *Config, v string) error { return whole(&c.SimpanBackup, v, 1, 10_000) }},
	{"log.level", "info", func(c *Config, v string) error { return oneOf(&c.LogLevel, v, "debug", "info", "warn", "error") }},
	{"log.format", "text", func(c *Config, v string) error { return oneOf(&c.LogFormat, v, "text", "json") }},
	{"http.addr", "", setHTTPAddr},
}

// setToken never repeats the token in its error.
func setToken(c *Config, v string) error {
	if strings.ContainsAny(v, " \t\r\n/") {
		return errors.New("token tidak boleh berisi spasi atau garis miring; salin lagi dari @BotFather")
	}
	c.Token = v
	return nil
}

func setAPIURL(c *Config, v string) error {
	u, err := url.Parse(v)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return errors.New("harus alamat http:// atau https:// dari server Bot API")
	}
	c.APIURL = strings.TrimRight(v, "/")
	return nil
}

func setChatPerSecond(c *Config, v string) error {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || !(n > 0 && n <= 1000) {
		return errors.New("harus angka lebih dari 0, paling banyak 1000")
	}
	c.ChatPerSecond = n
	return nil
}

func setZona(c *Config, v string) error {
	zone, err := time.LoadLocation(v)
	if err != nil || v == "" {
		return errors.New("zona waktu tidak dikenal; contoh: Asia/Jakarta, Asia/Makassar, Asia/Jayapura")
	}
	c.Zona = zone
	return nil
}

func setPeriode(c *Config, v string) error {
	var word string
	if err := oneOf(&word, v, "tahunan", "sekali"); err != nil {
		return err
	}
	c.Sekali = word == "sekali"
	return nil
}

func setBerlaku(c *Config, v string) error {
	d, err := time.ParseDuration(v)
	if err != nil || d < time.Minute || d > 366*24*time.Hour {
		return errors.New("harus lama waktu antara 1m dan 8784h, misalnya 336h untuk 14 hari")
	}
	c.AktivasiBerlaku = d
	return nil
}

func setHTTPAddr(c *Config, v string) error {
	if v != "" {
		if _, _, err := net.SplitHostPort(v); err != nil {
			return errors.New("harus alamat:port, misalnya 127.0.0.1:9090, atau kosong")
		}
	}
	c.HTTPAddr = v
	return nil
}

func setNIP(c *Config, v string) error {
	if strings.TrimSpace(v) == "" {
		c.Penandatangan.NIP = ""
		return nil
	}
	nip, err := identitas.ParseNIP(v)
	if err != nil {
		return err
	}
	c.Penandatangan.NIP = string(nip)
	return nil
}
