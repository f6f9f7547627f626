package percakapan_test

import (
	"fmt"
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan"
)

// TestTheLongestTextsFitIntoAMessage plays an office in which every name, title and reason is as long as it may be: every
// screen of it can be sent.
func TestTheLongestTextsFitIntoAMessage(t *testing.T) {
	t.Parallel()
	longest := map[dialog.PlaceName]int{}
	s := stageOf(t, t.TempDir(), func(r dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		after, effects, err := percakapan.Step(r, s, e)
		for _, effect := range effects {
			if show, is := effect.(dialog.Show); is {
				longest[after.Place] = max(longest[after.Place], show.Screen.Text.Len())
			}
		}
		return after, effects, err
	})
	l := longOffice{s}
	l.comes()
	l.proposes()
	l.decides()
	l.looks()
	for place, n := range longest {
		if n > ui.ScreenMax {
			t.Errorf("a text of %d characters at %q", n, place)
		}
	}
	if len(longest) < 15 {
		t.Errorf("only %d places were seen", len(longest))
	}
	s.close()
}

// longOffice has twelve pegawai, an Admin OPD and an Admin SIIP-ASN.
type longOffice struct{ *stage }

// wide fills a text up to its limit.
func wide(start string, n int) string {
	return start + strings.Repeat("🎓", n-len([]rune(start)))
}

func (l longOffice) id(i int) flow.AccountID { return flow.AccountID(8_000_000_000 + i) }

// comes imports them and lets them in; the last two are the admins.
func (l longOffice) comes() {
	rows := imports.PegawaiImport{Columns: imports.PegawaiColumns{Nilai: true, Peran: true}}
	for i := 1; i <= 14; i++ {
		rows.Rows = append(rows.Rows, imports.BarisPegawai{
			NIP:  identitas.NIP(fmt.Sprintf("1901030119260110%02d", i)),
			Nama: wide(fmt.Sprintf("ORANG %02d ", i), imports.NamaMax), Jabatan: wide("Jabatan ", imports.JabatanMax),
			Jenjang: flow.FungsionalTertentu, OPD: wide("Dinas ", imports.OPDMax), Nilai: wide("", imports.NilaiMax),
			AdminOPD: i == 13, AdminSIIP: i == 14,
		})
	}
	if _, err := l.store.ImportPegawai(rows, imports.ImportCommand, l.now, false, nil); err != nil {
		l.t.Fatal(err)
	}
	for i := 1; i <= 14; i++ {
		name := fmt.Sprintf("Orang%d", i)
		l.know(name, l.id(i))
		l.codes[name] = fmt.Sprintf("0RNG-0000-00%02d", i)
		err := l.store.SaveAktivasi([]aktivasi.Aktivasi{{
			Hash: aktivasi.HashKode(l.codes[name]), Pegawai: flow.PegawaiID(len(cast) + i), Sampai: l.now.AddDate(0, 0, 14),
		}})
		if err != nil {
			l.t.Fatal(err)
		}
		l.enter(l.id(i))
	}
}

// proposes lets everybody propose; then the Admin SIIP-ASN changes all of it.
func (l longOffice) proposes() {
	for i := 1; i <= 12; i++ {
		l.taps(l.id(i), "Tambah")
		l.fills(l.id(i), i, "lama")
	}
	admin := l.id(14)
	for row := 1; row <= 10; row++ {
		l.types(admin, 0, "/daftar")
		l.taps(admin, fmt.Sprint(row))
		l.taps(admin, "Edit")
		l.fills(admin, 13-row, "baru")
	}
	l.types(admin, 0, "/kelola")
	l.taps(admin, "Jejak Audit")
}

func (l longOffice) fills(by flow.AccountID, i int, mark string) {
	l.taps(by, "Isi Manual")
	l.types(by, 0, wide(fmt.Sprintf("Pelatihan %02d %s ", i, mark), flow.JudulMax))
	l.types(by, 0, wide(fmt.Sprintf("REKOMENDASI %02d %s ", i, mark), flow.RekomendasiMax))
	l.taps(by, "Simpan")
}

// decides lets the Admin OPD ask for a revisi of three and forward three, one at a time and together.
func (l longOffice) decides() {
	admin, reason := l.id(13), wide("Alasan ", flow.KeteranganMax)
	l.types(admin, 0, "/antrian")
	for range 3 {
		l.taps(admin, "Revisi")
		l.taps(admin, "Ya, Lanjutkan")
		l.types(admin, 0, reason)
		l.taps(admin, "Simpan")
		l.taps(admin, "Teruskan")
		l.taps(admin, "Ya, Lanjutkan")
	}
	l.types(admin, 0, "/daftar")
	l.taps(admin, "Centang")
	l.taps(admin, "Semua (12)")
	l.taps(admin, "Revisi")
	l.taps(admin, "Ya, Lanjutkan")
	l.types(admin, 0, reason)
	l.taps(admin, "Simpan")
	l.finish()
}

// looks lets the Admin SIIP-ASN read every list.
func (l longOffice) looks() {
	admin := l.id(14)
	for _, way := range []string{
		"/antrian, Daftar Antrean",
		"/daftar, Filter, OPD, 5, Filter (1), Status, USULAN DIREVISI, Filter (2), Periode, 2026, 1, History, Kembali",
		"/kelola, Jejak Audit, Lebih lama, Lebih lama, Terbaru",
		"/kelola, OPD",
		"/kelola, Judul Manual",
	} {
		for i, word := range strings.Split(way, ", ") {
			if i == 0 {
				l.types(admin, 0, word)
			} else {
				l.taps(admin, word)
			}
		}
	}
	l.types(admin, 0, "/tambah")
	l.types(admin, 0, "orang")
	l.types(admin, 0, "/kelola")
	l.taps(admin, "Jejak Audit")
	l.types(admin, 0, "12")
}
