package config

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"siip-asn/flow"
	"siip-asn/flow/kalender"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestExampleNamesEveryKeyWithItsDefault holds config.example.yaml against the table of settings.
func TestExampleNamesEveryKeyWithItsDefault(t *testing.T) {
	text, err := os.ReadFile("../../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	values, comments := map[string]string{}, map[string]string{}
	var walk func(n *yaml.Node, prefix string)
	walk = func(n *yaml.Node, prefix string) {
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := prefix+n.Content[i].Value, n.Content[i+1]
			if value.Kind == yaml.MappingNode {
				walk(value, key+".")
				continue
			}
			values[key], comments[key] = value.Value, n.Content[i].HeadComment
		}
	}
	walk(root.Content[0], "")
	for _, s := range settings {
		value, there := values[s.key]
		if !there || value != s.standard || comments[s.key] == "" {
			t.Errorf("%s: there %v, value %q, want %q, comment %q", s.key, there, value, s.standard, comments[s.key])
		}
		delete(values, s.key)
	}
	for key := range values {
		t.Errorf("%s is no key", key)
	}
	if _, err := Load("../../../config.example.yaml", true, nil); err != nil {
		t.Error(err)
	}
}

func TestAllMistakesAreReportedAtOnceWithTheirLines(t *testing.T) {
	path := write(t, "config.yaml", `telegram:
  tokn: abc
  messages_per_second: banyak
usulan:
  periode: bulanan
  periode: tahunan
rekap:
  jadwal: "TZ=0"
log: debug
aneh: 1
`)
	_, err := Load(path, true, []string{"SIIP_TIMEZONE=Mars/Olympus", "PATH=/bin", "SIIP_LOG_LEVL=debug", "SIIP_ASN_BE=x"})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"baris 2: telegram.tokn: kunci tidak dikenal; apakah maksud Anda telegram.token?",
		"baris 3: telegram.messages_per_second: harus bilangan bulat antara 1 dan 1000",
		"baris 5: usulan.periode: harus salah satu dari: tahunan, sekali",
		"baris 6: usulan.periode: sudah tertulis pada baris 5",
		"baris 8: rekap.jadwal: jadwal harus lima bagian cron",
		"baris 9: log: harus berupa daftar kunci: nilai",
		"baris 10: aneh: kunci tidak dikenal",
		"variabel lingkungan SIIP_TIMEZONE: zona waktu tidak dikenal",
		"variabel lingkungan SIIP_LOG_LEVL: kunci tidak dikenal",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("missing: %s", want)
		}
	}
	if n := strings.Count(err.Error(), "\n") + 1; n != 9 {
		t.Errorf("%d lines:\n%v", n, err)
	}
}

func TestEnvironmentWinsOverTheFile(t *testing.T) {
	path := write(t, "config.yaml", "telegram:\n  token: 1:file\ninstansi:\n  nama: Kota A\n")
	c, err := Load(path, true, []string{"SIIP_TELEGRAM_TOKEN=2:env", "SIIP_DATABASE_PATH=/x/y.db"})
	if err != nil || c.Token != "2:env" || c.Database != "/x/y.db" || c.Instansi != "Kota A" {
		t.Errorf("%+v %v", c, err)
	}
}

// TestEveryKeyHasItsVariable sets each key by its environment variable alone: the config is another one then.
func TestEveryKeyHasItsVariable(t *testing.T) {
	logo := write(t, "logo.png", tinyPNG)
	values := map[string]string{
		"telegram.token": "1:x", "telegram.token_file": write(t, "token", "3:y"), "telegram.api_url": "http://127.0.0.1:8081",
		"telegram.messages_per_second": "7", "telegram.chat_messages_per_second": "0.5", "database.path": "x y.db",
		"instansi.nama": "Kota <&>", "timezone": "Asia/Jayapura", "usulan.periode": "sekali", "usulan.verifikasi_sendiri": "true",
		"telegram.limits": "false", "instansi.unit": "BKPSDM", "instansi.alamat": "Jalan Contoh 1", "instansi.logo": logo,
		"penandatangan.jabatan": "Kepala", "penandatangan.nama": "WATI CONTOH", "penandatangan.nip": "19010101 192501 1 001", "penandatangan.tempat": "Kota",
		"bantuan.kontak": "Bidang Diklat", "usulan.pesan_disetujui": "", "kabar.jam": "", "kabar.hari": "Sabtu", "kabar.libur": "2026-12-25",
		"usulan.pengingat": "false", "aktivasi.berlaku": "48h", "rekap.jadwal": "", "backup.jadwal": "", "backup.dir": "salinan",
		"backup.simpan": "3", "log.level": "debug", "log.format": "json", "http.addr": "127.0.0.1:9090",
	}
	for _, s := range settings {
		environ := []string{s.env() + "=" + values[s.key]}
		if s.key == "telegram.limits" { // not with the public server
			environ = append(environ, "SIIP_TELEGRAM_API_URL=http://127.0.0.1:8081")
		}
		c, err := Load("/nowhere", false, environ)
		if err != nil || reflect.DeepEqual(c, Defaults()) {
			t.Errorf("%s=%q changes nothing: %v", s.env(), values[s.key], err)
		}
	}
}

// tinyPNG is a picture of one pixel.
const tinyPNG = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89" +
	"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7V\xbd\xc4\x00\x00\x00\x00IEND\xaeB`\x82"

// TestATokenFileFromAnyEditor: Notepad writes a byte order mark, the shell of Windows UTF-16.
func TestATokenFileFromAnyEditor(t *testing.T) {
	for name, text := range map[string]string{
		"plain": "3:secret\n", "utf-8 with a mark": "\ufeff3:secret\r\n", "little endian": "\xff\xfe3\x00:\x00x\x00\r\x00\n\x00",
		"big endian": "\xfe\xff\x003\x00:\x00x\x00\n",
	} {
		c, err := Load(write(t, "config.yaml", "telegram:\n  token_file: "+write(t, "token", text)+"\n"), true, nil)
		if want := map[bool]string{true: "3:secret", false: "3:x"}[strings.Contains(text, "secret")]; err != nil || c.Token != want {
			t.Errorf("%s: %q %v", name, c.Token, err)
		}
	}
}

// TestTheOfficeInTheConfig: what stands there reaches the rules of the office.
func TestTheOfficeInTheConfig(t *testing.T) {
	path := write(t, "config.yaml", `instansi: {nama: Kota Contoh, unit: BKPSDM, alamat: "Jalan Contoh 1", logo: `+write(t, "logo.png", tinyPNG)+`}
kabar:
  jam: 08:00 – 16.30
  hari: [Senin-Rabu, "Jum'at"]
  libur:
    - 2026-12-25
    - 01-01-2027
penandatangan: {jabatan: Kepala, nama: WATI CONTOH, nip: "19010101 192501 1 001", tempat: Kota}
bantuan: {kontak: Bidang Diklat}
`)
	c, err := Load(path, true, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := c.Aturan()
	if want := []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Friday}; !slices.Equal(a.Kabar.Hari, want) {
		t.Errorf("%v", a.Kabar.Hari)
	}
	if a.Kabar.Mulai != 8*time.Hour || a.Kabar.Selesai != 16*time.Hour+30*time.Minute || !slices.Equal(a.Kabar.Libur, []kalender.Tanggal{"2026-12-25", "2027-01-01"}) {
		t.Errorf("%+v", a.Kabar)
	}
	if a.InstansiUnit != "BKPSDM" || a.InstansiAlamat != "Jalan Contoh 1" || string(a.InstansiLogo) != tinyPNG || a.Kontak != "Bidang Diklat" ||
		a.Penandatangan != (flow.Penandatangan{Jabatan: "Kepala", Nama: "WATI CONTOH", NIP: "190101011925011001", Tempat: "Kota"}) {
		t.Errorf("%+v", a)
	}
	d := Defaults().Aturan()
	if d.Kabar.Mulai != 7*time.Hour+30*time.Minute || d.Kabar.Selesai != 17*time.Hour || len(d.Kabar.Hari) != 5 || d.PesanDisetujui == "" {
		t.Errorf("%+v", d)
	}
}

// TestMistakesOfTheOffice: each is named with its line, all at once.
func TestMistakesOfTheOffice(t *testing.T) {
	text := `instansi:
  logo: ` + write(t, "logo.png", "bukan gambar") + `
kabar:
  jam: 17.00-07.30
  hari: Senin-Jumaat
  libur:
    - 25 Desember
penandatangan:
  nip: "123"
telegram:
  limits: false
backup:
  jadwal: 0 2 30,31 2 *
rekap:
  jadwal: 0 8 * * MON,XYZ
bantuan:
  kontak: "baris\nkedua"
`
	_, err := Load(write(t, "config.yaml", text), true, nil)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"baris 2: instansi.logo: ", "bukan gambar PNG atau JPEG", "baris 4: kabar.jam: harus jam buka dan jam tutup", `baris 5: kabar.hari: "Jumaat" bukan nama hari`,
		`kabar.libur: "25 Desember" bukan tanggal`, "baris 9: penandatangan.nip: ", "baris 11: telegram.limits: false hanya untuk server Bot API sendiri",
		"baris 13: backup.jadwal: jadwal ini tidak pernah tiba", "baris 15: rekap.jadwal: jadwal harus lima bagian cron", "baris 17: bantuan.kontak: harus satu baris",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("missing: %s in\n%v", want, err)
		}
	}
}

// TestSundayIsSevenToo as cron of Unix has it.
func TestSundayIsSevenToo(t *testing.T) {
	friday := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	for spec, want := range map[string]int{"0 8 * * 7": 29, "0 8 * * 5-7": 28, "0 8 * * SAT-SUN": 28, "0 8 * * 1,7": 29, "0 8 * * 7,7": 29, "0 8 * * 0": 29} {
		var s Schedule
		if err := setSchedule(&s, spec); err != nil {
			t.Errorf("%q: %v", spec, err)
		} else if got := s.Next(friday); got.Day() != want {
			t.Errorf("%q: %s", spec, got)
		}
	}
}

func TestTokenFile(t *testing.T) {
	token := write(t, "token", "3:secret\n")
	c, err := Load(write(t, "config.yaml", "telegram:\n  token_file: "+token+"\n"), true, nil)
	if err != nil || c.Token != "3:secret" {
		t.Errorf("%q %v", c.Token, err)
	}
	if _, err := Load(write(t, "config.yaml", "telegram:\n  token_file: /nowhere\n"), true, nil); err == nil {
		t.Error("a token file that is not there is a mistake")
	}
}

// TestWhichTokenCounts: of a token and a token file the one in the environment; both in one place are a mistake.
func TestWhichTokenCounts(t *testing.T) {
	file := write(t, "token", "3:file\n")
	for name, c := range map[string]struct {
		yaml, want string
		env        []string
	}{
		"token over the file's token_file": {"token_file: /nowhere", "1:env", []string{"SIIP_TELEGRAM_TOKEN=1:env"}},
		"token_file over the file's token": {"token: 2:yaml", "3:file", []string{"SIIP_TELEGRAM_TOKEN_FILE=" + file}},
		"empty ones count for nothing":     {"token: 2:yaml", "2:yaml", []string{"SIIP_TELEGRAM_TOKEN_FILE="}},
		"both in the file":                 {"token: 2:yaml\n  token_file: " + file, "", nil},
		"both in the environment":          {"", "", []string{"SIIP_TELEGRAM_TOKEN=1:env", "SIIP_TELEGRAM_TOKEN_FILE=" + file}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Load(write(t, "config.yaml", "telegram:\n  "+c.yaml+"\n"), true, c.env)
			if c.want == "" && (err == nil || !strings.Contains(err.Error(), "kosongkan salah satunya")) {
				t.Errorf("%v", err)
			}
			if c.want != "" && (err != nil || got.Token != c.want) {
				t.Errorf("%q %v, want %q", got.Token, err, c.want)
			}
		})
	}
}

// TestOddTexts: what editors and hurried people make of a config is read, or named with its line.
func TestOddTexts(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "",
		"null\n":                              "",
		"---\n":                               "",
		"\ufefftelegram:\r\n  token: 1:x\r\n": "",
		"rekap:\n  jadwal: null\n":            "",
		"backup:\n  jadwal: '@daily'\n":       "",
		"rekap:\n  jadwal: '@every 1h'\n":     "baris 2: rekap.jadwal: jadwal harus lima bagian cron",
		"rekap:\n  jadwal:\n":                 "",
		"database:\n  path: ~\n":              "baris 2: database.path: tidak boleh kosong",
		"- telegram\n":                        "baris 1: isi: harus berupa daftar kunci: nilai",
		"telegram:\n\ttoken: 1:x\n":           "baris 2: isi: bukan YAML yang benar; pakai spasi, bukan tab",
		"telegram:\n  token: '1:x\n":          "isi: bukan YAML yang benar; periksa tanda kutip",
		"log: {level: info}\n---\nlog: {}\n":  "baris 2: ---: hanya satu dokumen yang dibaca",
		"x: &x {}\ntelegram: *x\n":            "baris 2: telegram: harus berupa daftar kunci: nilai",
		"log:\n  level: [info, warn]\n":       "baris 2: log.level: harus satu nilai saja",
	} {
		_, err := Load(write(t, "config.yaml", text), true, nil)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestAMissingFileIsAMistakeOnlyWhenAskedFor(t *testing.T) {
	if c, err := Load("/nowhere/config.yaml", false, nil); err != nil || c.PerSecond != 25 {
		t.Errorf("%+v %v", c, err)
	}
	if _, err := Load("/nowhere/config.yaml", true, nil); err == nil {
		t.Error("no error")
	}
}

func TestMistakesNeverRepeatTheToken(t *testing.T) {
	for _, text := range []string{
		"telegram:\n  token: 12:SECRET SECRET\n",
		"telegram:\n  token: [12:SECRET]\n",
		"telegram:\n  token: 12:SECRET\n  token: 12:SECRET\n",
		"telegram:\n\ttoken: 12:SECRET\n",
		"telegram:\n  token: '12:SECRET\n",
	} {
		if _, err := Load(write(t, "config.yaml", text), true, nil); err == nil || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// FuzzConfig: any text is a config or a list of mistakes, never a panic.
func FuzzConfig(f *testing.F) {
	f.Add("telegram:\n  token: 1:x\n")
	f.Add("rekap:\n  jadwal: CRON_TZ=x\n")
	f.Add("a: &a [*a]\n")
	f.Fuzz(func(t *testing.T, text string) {
		c := Defaults()
		_ = c.readYAML("config.yaml", []byte(text))
	})
}

func TestScheduleFindsItsLastTime(t *testing.T) {
	wib := time.FixedZone("WIB", 7*3600)
	now := time.Date(2026, 11, 25, 10, 30, 0, 0, wib) // a Wednesday
	for spec, want := range map[string]time.Time{
		"0 8 * * MON": time.Date(2026, 11, 23, 8, 0, 0, 0, wib),
		"30 10 * * *": now,
		"31 10 * * *": time.Date(2026, 11, 24, 10, 31, 0, 0, wib),
		"* * * * *":   now,
		"0 0 1 1 *":   time.Date(2026, 1, 1, 0, 0, 0, 0, wib),
		"":            {},
	} {
		var s Schedule
		if err := setSchedule(&s, spec); err != nil {
			t.Fatal(err)
		}
		if got := s.Last(now); !got.Equal(want) {
			t.Errorf("%q: %s, want %s", spec, got, want)
		}
	}
}

// TestThePublicServerIsAlwaysLimited, however its address is written.
func TestThePublicServerIsAlwaysLimited(t *testing.T) {
	for address, limited := range map[string]bool{
		"https://api.telegram.org": true, "https://api.telegram.org/": true, "https://API.Telegram.org:443": true, "http://api.telegram.org.": true,
		"http://127.0.0.1:8081": false, "https://api.telegram.org.contoh": false,
	} {
		_, err := Load(write(t, "config.yaml", "telegram:\n  api_url: "+address+"\n  limits: false\n"), true, nil)
		if refused := err != nil && strings.Contains(err.Error(), "telegram.limits"); refused != limited {
			t.Errorf("%s: %v", address, err)
		}
	}
}
