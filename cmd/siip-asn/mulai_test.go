package main

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/cli"
)

// newcomer is somebody at a keyboard in an empty folder, with a Bot API that knows one bot.
type newcomer struct {
	t       *testing.T
	environ []string
	out     string // of the last command
}

func newNewcomer(t *testing.T) *newcomer {
	sim := simulator.New(simulator.Options{Token: testToken, Username: "siip_asn_bot", Strict: true})
	server := httptest.NewServer(sim)
	t.Cleanup(func() { server.Close(); sim.Close() })
	t.Chdir(t.TempDir())
	return &newcomer{t: t, environ: []string{"SIIP_TELEGRAM_API_URL=" + server.URL}}
}

// mulai answers what is asked with these lines, and gives what is said. The command must end with the status.
func (n *newcomer) mulai(want int, answers string, args ...string) (said string) {
	n.t.Helper()
	var out, say bytes.Buffer
	a := &cli.App{Stdin: strings.NewReader(answers), Stdout: &out, Stderr: &say, Environ: n.environ, Now: time.Now, ConfigPath: "config.yaml"}
	if status := a.Run(n.t.Context(), append([]string{"mulai"}, args...), rootCommand); status != want {
		n.t.Fatalf("mulai %q: exit status %d\n%s", args, status, say.String())
	}
	n.out = out.String()
	return say.String()
}

func (n *newcomer) hears(said string, want ...string) {
	n.t.Helper()
	for _, words := range want {
		if !strings.Contains(said, words) {
			n.t.Errorf("nothing of %q in:\n%s", words, said)
		}
	}
}

func (n *newcomer) book(path string) {
	n.t.Helper()
	book := bookOf(n.t, "Pegawai", "NIP\tNama\tJabatan\tJenjang\tOPD\tPeran", "190101011925011001\tBUDI CONTOH\tAnalis\tPengawas\tDinas Kesehatan\tAdmin OPD",
		"190103011925012003\tWATI CONTOH\tAnalis\tPengawas\tBKPSDM\t")
	if err := os.WriteFile(path, book, 0o600); err != nil {
		n.t.Fatal(err)
	}
}

// TestTheFirstMorningWithQuestions goes through every step with answers, wrong ones too, and a second time.
func TestTheFirstMorningWithQuestions(t *testing.T) {
	n := newNewcomer(t)
	n.book("pegawai.xlsx")
	said := n.mulai(cli.Worked, strings.Join([]string{
		"halo", "111:tokenyangsalah", "Use this token to access the HTTP API:  " + testToken, // step 1
		"Pemerintah Kota Contoh", "Bidang Diklat, 0811", // 2
		"hilang.xlsx", "'pegawai.xlsx'", "oke", "ya", // 3
		"123", "190109011925011009", "190103011925012003", // 4
		"",      // 5
		"semua", // 6
		"ya", "ya",
	}, "\n")+"\n")
	n.hears(said, "config.yaml dibuat", "itu bukan token", "token ditolak Telegram", "Token diterima: bot @siip_asn_bot",
		"hilang.xlsx: berkas atau foldernya tidak ada", "pegawai: 2 baru", "Mohon jawab ya atau tidak", "NIP salah pada panjangnya", "190109011925011009 tidak ada di data pegawai",
		"WATI CONTOH menjadi Admin SIIP-ASN", "Panduan berisi 7 jenis diklat", "Belum mempunyai kode: 2.", "Slip siap dicetak",
		"Yang masih tersisa", "Belum mempunyai Admin OPD, sehingga usulannya menunggu Admin SIIP-ASN: 1 OPD", "Admin SIIP-ASN belum terhubung")
	text, err := os.ReadFile("config.yaml")
	if err != nil || !strings.Contains(string(text), `token: "`+testToken+`"`) || !strings.Contains(string(text), "Pemerintah Kota Contoh") {
		t.Errorf("%v\n%s", err, text)
	}
	if info, err := os.Stat("config.yaml"); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	if slips, _ := filepath.Glob("slip/*.pdf"); len(slips) != 2 || strings.Count(n.out, "slip") != 2 {
		t.Errorf("%q, printed %q", slips, n.out)
	}
	if strings.Contains(said, testToken) {
		t.Error("the token is shown")
	}
	said = n.mulai(cli.Worked, "")
	n.hears(said, "Sudah ada dan diterima Telegram", "Nama instansi: Pemerintah Kota Contoh", "Sudah ada 2 pegawai di 2 OPD", "Sudah ada: WATI CONTOH",
		"Belum mempunyai kode: 0.")
	if strings.Contains(said, "dibuat") || strings.Contains(said, "belum mempunyai kode aktivasi") {
		t.Error(said)
	}
}

// TestTheFirstMorningByFlags asks nothing, and does the same a second time.
func TestTheFirstMorningByFlags(t *testing.T) {
	n := newNewcomer(t)
	n.book("pegawai.xlsx")
	if err := os.WriteFile("token.txt", []byte("\ufeff"+testToken+"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"--token-file", "token.txt", "--instansi", "Kota Contoh", "--kontak", "Bidang Diklat", "--pegawai", "pegawai.xlsx", "--admin", "190103011925012003",
		"--kode", "semua", "--slip", "kode", "--ya"}
	n.hears(n.mulai(cli.Worked, "", args...), "pegawai: 2 baru", "WATI CONTOH menjadi Admin SIIP-ASN", "Slip siap dicetak")
	n.hears(n.mulai(cli.Worked, "", args...), "pegawai: 0 baru, 0 berubah (0 pindah OPD), 2 sama", "Tidak ada yang berubah")
}

// TestAMorningThatStops: what was asked for by a flag and cannot be is an error; what nobody answers is left and said.
func TestAMorningThatStops(t *testing.T) {
	n := newNewcomer(t)
	n.hears(n.mulai(cli.Worked, ""), "Isi token bot", "Isi instansi.nama", "Muat data pegawai", "Tetapkan Admin SIIP-ASN pertama", "Bagikan kode aktivasi")
	if _, err := os.Stat("data"); err == nil {
		t.Error("a database was begun for nothing")
	}
	n.hears(n.mulai(cli.Failed, "", "--token", "111:tokenyangsalah"), "token ditolak Telegram")
	n.hears(n.mulai(cli.Failed, "", "--pegawai", "hilang.xlsx"), "hilang.xlsx")
	n.tokenFiles()
	n.hears(n.mulai(cli.WrongUsage, "", "--kode", "siapa"), "--kode harus salah satu dari: admin, semua, tidak")
	n.hears(n.mulai(cli.WrongUsage, "", "--admin", "123"), "NIP")
	n.book("pegawai.xlsx")
	n.hears(n.mulai(cli.Worked, "", "--pegawai", "pegawai.xlsx"), "pegawai: 2 baru", "Terapkan pegawai.xlsx: siip-asn import pegawai pegawai.xlsx")
	if _, err := os.Stat("data"); err == nil {
		t.Error("applied although nobody agreed")
	}
	n.environ[0] = "SIIP_TELEGRAM_API_URL=http://127.0.0.1:1"
	n.hears(n.mulai(cli.Failed, "", "--token", testToken), "tidak dapat dicoba", "tidak ada yang menjawab di alamat itu")
}

// tokenFiles tries files of a token: as an editor of Windows saves one, and what is none. Nothing is begun for the others.
func (n *newcomer) tokenFiles() {
	n.t.Helper()
	wide := []byte{0xff, 0xfe}
	for _, c := range []byte(testToken) {
		wide = append(wide, c, 0)
	}
	for name, content := range map[string][]byte{"lebar.txt": wide, "salah.txt": []byte("token saya"), "kosong.txt": nil} {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			n.t.Fatal(err)
		}
	}
	if err := os.Remove("config.yaml"); err != nil {
		n.t.Fatal(err)
	}
	for _, name := range []string{"salah.txt", "kosong.txt"} {
		n.hears(n.mulai(cli.Failed, "", "--token-file", name), "--token-file: isi "+name+" bukan token; salin seluruh token dari @BotFather")
	}
	if _, err := os.Stat("config.yaml"); err == nil {
		n.t.Error("a config was begun for a token that is none")
	}
	n.hears(n.mulai(cli.Worked, "", "--token-file", "lebar.txt"), "Token diterima")
}

// TestWhoIsNotActiveByTheFileGetsNoCode: an export of SIASN lists somebody who is on leave of the state.
func TestWhoIsNotActiveByTheFileGetsNoCode(t *testing.T) {
	n := newNewcomer(t)
	table := "NIP BARU,NAMA,KEDUDUKAN HUKUM NAMA,JENIS JABATAN NAMA,JABATAN NAMA,UNOR NAMA,ESELON NAMA\n" +
		"190101011925011001,BUDI CONTOH,Aktif,Jabatan Fungsional,Analis,Dinas Kesehatan,\n" +
		"190102011925011002,SARI CONTOH,Pemberhentian sementara,Jabatan Fungsional,Analis,Dinas Kesehatan,\n"
	if err := os.WriteFile("siasn.csv", []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	said := n.mulai(cli.Worked, "", "--pegawai", "siasn.csv", "--kode", "semua", "--ya")
	n.hears(said, "Tidak diberi kode karena tidak Aktif menurut berkas (1): SARI CONTOH")
	if strings.Contains(said, "Pegawai yang belum mempunyai kode aktivasi") {
		t.Error(said)
	}
	state := n.mulai(cli.Worked, "", "--kode", "tidak")
	n.hears(state, "Memegang kode yang masih berlaku: 1. Belum mempunyai kode: 1.")
}

// TestARefusedStartBeginsNothing: a token that Telegram does not know, and an address that is taken, leave no database.
func TestARefusedStartBeginsNothing(t *testing.T) {
	n := newNewcomer(t)
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for want, environ := range map[string][]string{
		"telegram.token ditolak oleh server Bot API":                       {"SIIP_TELEGRAM_TOKEN=111:tokenyangsalah"},
		taken.Addr().String() + ": alamat itu sedang dipakai program lain": {"SIIP_TELEGRAM_TOKEN=" + testToken, "SIIP_HTTP_ADDR=" + taken.Addr().String()},
	} {
		var say bytes.Buffer
		a := &cli.App{Stdout: io.Discard, Stderr: &say, Environ: append(environ, n.environ...), Now: time.Now, ConfigPath: "config.yaml"}
		if status := a.Run(t.Context(), []string{"serve"}, rootCommand); status != cli.Failed {
			t.Errorf("exit status %d", status)
		}
		n.hears(say.String(), want)
		if _, err := os.Stat("data"); err == nil {
			t.Fatalf("a database was begun: %s", say.String())
		}
	}
}

// TestAConfigOfTheOfficeIsNotLost: what is there stays, and one with mistakes is not touched.
func TestAConfigOfTheOfficeIsNotLost(t *testing.T) {
	n := newNewcomer(t)
	if err := os.WriteFile("config.yaml", []byte("# milik kantor\ninstansi: {nama: Kota A}\nlog:\n  level: warn\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	n.mulai(cli.Worked, "", "--token", testToken)
	text, _ := os.ReadFile("config.yaml")
	if want := "# milik kantor\ninstansi: {nama: Kota A}\nlog:\n  level: warn\ntelegram:\n  token: \"" + testToken + "\"\n"; string(text) != want {
		t.Errorf("%s", text)
	}
	n.hears(n.mulai(cli.Failed, "", "--kontak", "Bidang Diklat", "--instansi", "Kota B"), "susunannya tidak biasa")
	if err := os.WriteFile("config.yaml", []byte("log:\n  levl: warn\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	n.hears(n.mulai(cli.Failed, "", "--token", testToken), "baris 2: log.levl: kunci tidak dikenal")
}

// TestTheUnitIsForThisMachine: the folder, the program and the user as they are, whatever is in their names.
func TestTheUnitIsForThisMachine(t *testing.T) {
	n := newNewcomer(t)
	folder := filepath.Join(t.TempDir(), `kantor 100% "baru"`)
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	n.hears(n.mulai(cli.Worked, "", "--layanan", "tulis"), "sudo install -m 644 siip-asn.service")
	text, err := os.ReadFile("siip-asn.service")
	if err != nil || n.out != "siip-asn.service\n" {
		t.Fatalf("%v %q", err, n.out)
	}
	for _, want := range []string{`kantor 100%% "baru"` + "\n", `serve --config "`, `kantor 100%% \"baru\"/config.yaml"`, "ReadWritePaths=\"-", "Restart=on-failure"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	n.hears(n.mulai(cli.Worked, "", "--layanan", "tulis"), "sudah ada di folder ini dan tidak diubah")
}

// TestTheFirstMorningBehindALoginPage has the network of the office answer in the place of Telegram.
func TestTheFirstMorningBehindALoginPage(t *testing.T) {
	n := newNewcomer(t)
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusForbidden)
		_, _ = io.WriteString(w, "<html>Silakan masuk</html>")
	}))
	t.Cleanup(page.Close)
	n.environ = []string{"SIIP_TELEGRAM_API_URL=" + page.URL}
	said := n.mulai(cli.Failed, "", "--token", testToken)
	n.hears(said, "bukan server Bot API (HTTP 403)", "halaman masuk jaringan kantor")
	if strings.Contains(said, "no answer") || strings.Contains(said, testToken) {
		t.Error(said)
	}
}
