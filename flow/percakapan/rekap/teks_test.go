package rekap

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
	"siip-asn/flow/jejak"
)

func office(titles, opds int) hitung.Rekap {
	b := hitung.Input{Periode: 2026, Dibuat: time.Date(2026, 11, 23, 10, 15, 0, 0, time.FixedZone("WIB", 7*3600))}
	for i := range titles * 3 {
		title := fmt.Sprintf("%d %s", i%titles, strings.Repeat("Pelatihan ", 15))[:flow.JudulMax]
		b.Baris = append(b.Baris, daftar.Baris{Usulan: flow.UsulanID(i + 1), Diklat: title, OPD: "Dinas A", Status: flow.Statuses[i%5], Kompetensi: flow.Teknis})
	}
	for i := range opds {
		b.Pegawai = append(b.Pegawai, hitung.Participation{OPD: fmt.Sprintf("%d %s", i, strings.Repeat("Dinas ", 30)), Pegawai: 10, Mengusul: i % 11})
	}
	return hitung.New(flow.Aturan{Instansi: strings.Repeat("Badan ", 30)}, b)
}

// Telegram takes 1,024 characters below a picture; all ten are named in them, however long their titles are.
func TestCaptionFits(t *testing.T) {
	for _, r := range []hitung.Rekap{office(0, 0), office(1, 1), office(12, 12), office(300, 200)} {
		text := Caption(r).Text
		if n := text.Len(); n > 1024 {
			t.Errorf("%d characters:\n%s", n, text)
		}
		for i := range r.Top(top) {
			if !strings.Contains(text.String(), fmt.Sprintf("\n%d. ", i+1)) {
				t.Errorf("no place %d in\n%s", i+1, text)
			}
		}
		if n := Partisipasi(r).Text.Len(); n > 1024 {
			t.Errorf("participation: %d characters", n)
		}
		if n := Screen(r).Text.Len(); n > 4096 {
			t.Errorf("%d characters in a message", n)
		}
	}
}

// Titles keep enough letters to be told apart in an office of a usual size.
func TestCaptionTellsTitlesApart(t *testing.T) {
	r := office(12, 30)
	r.Aturan.Instansi = "Pemerintah Kota Contoh"
	r.Anchor = jejak.Anchor{Nomor: 1102, Hash: strings.Repeat("f", 64)}
	text := Caption(r).Text.String()
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "1. ") && len([]rune(line)) < 45 {
			t.Errorf("%q", line)
		}
	}
	if !strings.Contains(text, "Jangkar jejak 1102:ffff") {
		t.Error(text)
	}
}
