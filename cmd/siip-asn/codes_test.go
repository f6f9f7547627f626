package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
)

var (
	kodePattern = regexp.MustCompile(`\b([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}\b`)
	tonoNIP     = "190101021925011002"
)

// kode has the operator make a code for one pegawai.
func (s shell) kode(nip string) string {
	s.t.Helper()
	out, _ := s.types("invite", "--nip", nip)
	kode := kodePattern.FindString(out)
	if kode == "" {
		s.t.Fatalf("no code in %q", out)
	}
	return kode
}

// TestACodeIsGoodOnceForOneOnly goes through the life of activation codes.
func TestACodeIsGoodOnceForOneOnly(t *testing.T) {
	o := newOffice(t)
	o.runs()
	defer func() { o.stop() }()
	sh := o.shell()
	replaced, kode := sh.kode(tonoNIP), sh.kode(tonoNIP)
	first, second := o.person(11, "Satu"), o.person(12, "Dua")
	first.Send("/start " + replaced)
	first.sees("Kode aktivasi tidak dikenal. Mohon periksa lagi. Sisa percobaan: 4.")
	first.Send("/start " + kode)
	second.Send(strings.ToLower(strings.ReplaceAll(kode, "-", " ")))
	second.sees("Apakah ini Anda?")
	first.taps("Ya, ini saya")
	first.sees("sekarang terhubung")
	second.taps("Ya, ini saya")
	second.sees("Kode atau nomor HP itu tidak berlaku lagi")
	second.Send("/start " + kode)
	second.sees("Kode aktivasi tidak dikenal")
}

// TestTheDoorStaysClosedOverARestart guesses until the door closes, and has the program start again.
func TestTheDoorStaysClosedOverARestart(t *testing.T) {
	o := newOffice(t)
	o.runs()
	kode := o.shell().kode(tonoNIP)
	guesser := o.person(11, "Penebak")
	for i := range flow.WrongCodesMax {
		guesser.Send(fmt.Sprintf("/start 0000-000A-%04d", i))
	}
	guesser.sees("Terlalu banyak percobaan yang salah")
	o.stop()
	o.runs()
	defer func() { o.stop() }()
	guesser.Send("/start " + kode)
	o.quiet()
	if text := guesser.chatText(); strings.Contains(text, "Apakah ini Anda") || strings.Contains(text, "TONO") {
		t.Errorf("let in although the door is closed:\n%s", text)
	}
}

// TestAnExpiredCodeIsSaidToBeSo waits until a code has become too old.
func TestAnExpiredCodeIsSaidToBeSo(t *testing.T) {
	o := newOffice(t)
	o.config.AktivasiBerlaku = time.Nanosecond
	o.runs()
	defer func() { o.stop() }()
	late := o.person(11, "Telat")
	late.Send("/start " + o.shell().kode(tonoNIP))
	late.sees("Kode aktivasi ini sudah kedaluwarsa")
}

// TestCodesAreKeptAsHashesOnly looks for them in every file of the database, and in the log.
func TestCodesAreKeptAsHashesOnly(t *testing.T) {
	o := newOffice(t)
	o.runs()
	out, _ := o.shell().types("invite", "--all")
	codes := slices.Compact(kodePattern.FindAllString(out, -1)) // each stands there alone and in its link
	o.person(2, "Tono").Send("/start " + codes[1])
	o.person(2, "Tono").sees("Apakah ini Anda?")
	o.stop()
	file, err := os.ReadFile(o.config.Database)
	if err != nil || len(codes) != 4 {
		t.Fatal(codes, err)
	}
	for i, kode := range codes {
		for _, form := range []string{kode, strings.ReplaceAll(kode, "-", ""), strings.ToLower(kode)} {
			if bytes.Contains(file, []byte(form)) || strings.Contains(o.logged.String(), form) {
				t.Errorf("the code %s is kept as it is", form)
			}
		}
		if i > 0 && kode == codes[i-1] {
			t.Error("two codes are alike")
		}
	}
	if !bytes.Contains(file, []byte(aktivasi.HashKode(codes[1]))) {
		t.Error("the hash is not there: the test proves nothing")
	}
}

// TestANumberThatWasPutRightProvesNothing has a wrong number in the master data, which is mended before the person says
// that it is he.
func TestANumberThatWasPutRightProvesNothing(t *testing.T) {
	w := newOffice(t)
	w.runs()
	defer func() { w.stop() }()
	other := w.person(2, "Bukan Tono")
	other.Send("/start")
	other.sees("Kirim Nomor HP")
	other.ShareContact()
	other.sees("TONO CONTOH")
	row := imports.BarisPegawai{
		NIP: identitas.NIP(tonoNIP), Nama: "TONO CONTOH", Jabatan: "Analis", Jenjang: flow.FungsionalUmum, OPD: "Dinas Kesehatan", HP: "+628110009999",
	}
	list := imports.PegawaiImport{Rows: []imports.BarisPegawai{row}, Columns: imports.PegawaiColumns{HP: true}}
	if _, err := w.store.ImportPegawai(list, imports.ImportCommand, time.Now(), false, nil); err != nil {
		t.Fatal(err)
	}
	other.taps("Ya, ini saya")
	other.sees("Kode atau nomor HP itu tidak berlaku lagi")
}

// TestCodesThatNobodyGotEndNoOthers lets invite fail to write what it has made, beside a bot and without one: the code that
// was handed out before still opens the door.
func TestCodesThatNobodyGotEndNoOthers(t *testing.T) {
	o := newOffice(t)
	o.runs()
	sh := o.shell()
	kode := sh.kode("190101011925011001")
	full := func() {
		t.Helper()
		for _, args := range [][]string{{"--all", "--ganti", "--ya"}, {"--nip", "190101011925011001"}, {"--all", "--ganti", "--ya", "--out", "/dev/full"}} {
			var say strings.Builder
			a := &cli.App{Stdout: closedPaper{}, Stderr: &say, Now: time.Now}
			if status := a.Run(t.Context(), append([]string{"invite", "--config", sh.config}, args...), rootCommand); status != cli.Failed || !strings.Contains(say.String(), "tidak ada kode yang diganti") {
				t.Errorf("%q: exit status %d\n%s", args, status, say.String())
			}
		}
	}
	full()
	o.stop()
	full()
	o.runs()
	defer o.stop()
	budi := o.person(1, "Budi")
	budi.Send("/start " + kode)
	budi.taps("Ya, ini saya")
	budi.sees("sekarang terhubung")
}
