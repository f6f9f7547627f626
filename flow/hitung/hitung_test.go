package hitung

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/kalender"
)

var wib = time.FixedZone("WIB", 7*3600)

func at(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 0, 0, 0, wib) }

// Refused usulan are no demand: they do not lift a diklat, and stand apart in every count.
func TestPeminatAreNotRefused(t *testing.T) {
	rows := []daftar.Baris{
		rekapRow("A", flow.Teknis, "Dinas A", flow.Pengawas, flow.Ditolak),
		rekapRow("A", flow.Teknis, "Dinas A", flow.Pengawas, flow.Ditolak),
		rekapRow("A", flow.Teknis, "Dinas A", flow.Pengawas, flow.Masuk),
		rekapRow("B", flow.Teknis, "Dinas B", flow.Pengawas, flow.Masuk),
		rekapRow("B", flow.Teknis, "Dinas B", flow.Pengawas, flow.Direvisi),
		rekapRow("C", flow.Teknis, "Dinas B", flow.Pengawas, flow.Ditolak),
	}
	r := New(flow.Aturan{}, Input{Periode: 2026, Baris: rows})
	if r.Diklat[0].Nama != "B" || r.Diklat[0].Peminat() != 2 || r.Diklat[1].Peminat() != 1 || r.Diklat[1].All != 3 || r.Total.Peminat() != 3 {
		t.Errorf("%+v", r.Diklat)
	}
	if top := r.Top(10); len(top) != 2 {
		t.Errorf("what was only refused is wanted by nobody: %+v", top)
	}
	if got := r.Share(r.Diklat[0]); got != "66,7\u00a0%" {
		t.Error(got)
	}
}

func TestMergedTitlesCountAsTheirEntry(t *testing.T) {
	merged := rekapRow("pelatihan spbe 2026", flow.Teknis, "Dinas A", flow.Pengawas, flow.Masuk)
	merged.Manual, merged.Hitung = true, "Pelatihan SPBE"
	r := New(flow.Aturan{}, Input{Periode: 2026, Baris: []daftar.Baris{
		merged, rekapRow("Pelatihan SPBE", flow.Teknis, "Dinas B", flow.Pengawas, flow.Masuk),
	}, Before: []daftar.Baris{merged}})
	if len(r.Diklat) != 1 || r.Diklat[0].Manual || r.Diklat[0].Before != 1 || r.Diklat[0].OPDCount != 2 {
		t.Errorf("%+v", r.Diklat)
	}
}

func TestPersen(t *testing.T) {
	for _, c := range []struct {
		n, all int
		words  string
		value  float64
	}{
		{0, 0, "0,0\u00a0%", 0}, {1, 16, "6,3\u00a0%", 0.063}, {1, 3, "33,3\u00a0%", 0.333}, {3, 2000, "0,2\u00a0%", 0.002},
		{2, 3, "66,7\u00a0%", 0.667}, {5, 5, "100,0\u00a0%", 1}, {1, 100000, "0,0\u00a0%", 0},
	} {
		if got := Percent(c.n, c.all); got != c.words || Share(c.n, c.all) != c.value {
			t.Errorf("%d of %d: %s %v", c.n, c.all, got, Share(c.n, c.all))
		}
	}
	if Number(1498) != "1.498" || Number(-1234567) != "-1.234.567" || Number(0) != "0" || Number(999) != "999" || Number(1000) != "1.000" || Change(0) != "tetap" || Change(7) != "+7" {
		t.Error("numbers in words")
	}
}

// Working days by arithmetic are those counted one by one.
func TestWorkingDays(t *testing.T) {
	rules := kalender.JamKantor{
		Hari:  []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday},
		Libur: []kalender.Tanggal{"2026-11-25", "2026-11-28", "2026-12-25", "bukan tanggal"},
	}
	work := newKerja(rules)
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		from := time.Date(2026, 10, 1+random.IntN(120), random.IntN(24), 0, 0, 0, wib)
		to := from.AddDate(0, 0, random.IntN(60))
		want := 0
		for day := from.AddDate(0, 0, 1); !day.After(to); day = day.AddDate(0, 0, 1) {
			if rules.HariKerja(day) {
				want++
			}
		}
		if got := work.between(from, to); got != want {
			t.Fatalf("%s to %s: %d, want %d", from, to, got, want)
		}
	}
	if work.between(at(27, 8), at(20, 8)) != 0 {
		t.Error("a clock that went back makes no time")
	}
}

// The last round counts, and the status of a week ago is what the trail says.
func TestJalan(t *testing.T) {
	j := NewWalk(kalender.JamKantor{}, at(27, 10))
	j.Follow(1)
	for _, l := range []Step{
		{at(1, 8), 1, flow.Masuk}, {at(4, 8), 1, flow.Direvisi}, {at(5, 8), 1, flow.Masuk}, {at(6, 8), 1, flow.Belum},
		{at(9, 8), 1, flow.Diteruskan}, {at(9, 9), 2, flow.Masuk}, {at(25, 8), 1, flow.Disetujui},
	} {
		j.Add(l)
	}
	row, other := daftar.Baris{Usulan: 1}, daftar.Baris{Usulan: 2}
	j.Fill(&row)
	j.Fill(&other)
	if row.LamaOPD != (daftar.Lama{Hari: 4, Ada: true}) || row.LamaSIIP != (daftar.Lama{Hari: 16, Ada: true}) || row.Lalu != flow.Diteruskan {
		t.Errorf("%+v", row)
	}
	if other != (daftar.Baris{Usulan: 2}) {
		t.Errorf("%+v", other)
	}
}

func TestTren(t *testing.T) {
	day := func(s string) daftar.Baris { return daftar.Baris{TanggalUsul: kalender.Tanggal(s), Status: flow.Masuk} }
	r := New(flow.Aturan{}, Input{Periode: 2026, Dibuat: at(27, 10), Baris: []daftar.Baris{day("2026-11-01"), day("2026-11-02"), day("2026-11-08")}})
	if len(r.Trend.Baris) != 5 || r.Trend.Baris[0].Start != "2026-10-26" || r.Trend.Baris[1].All != 2 || r.Trend.Baris[4].All != 0 {
		t.Errorf("%+v", r.Trend)
	}
	r = New(flow.Aturan{}, Input{Dibuat: at(27, 10), Baris: []daftar.Baris{day("2024-03-31"), day("2026-01-01")}})
	if r.Trend.Unit != "bulan" || r.Trend.Baris[0].Start != "2024-03-01" || len(r.Trend.Baris) != 33 {
		t.Errorf("%+v", r.Trend)
	}
}

func TestKalimat(t *testing.T) {
	rows := []daftar.Baris{
		rekapRow("Pelatihan SPBE", flow.Teknis, "Dinas A", flow.Pengawas, flow.Masuk),
		rekapRow("Pelatihan SPBE", flow.Teknis, "Dinas A", flow.Pengawas, flow.Ditolak),
	}
	rows[0].Sejak = at(20, 9)
	r := New(flow.Aturan{}, Input{Periode: 2026, Dibuat: at(27, 10), Baris: rows, Before: rows[:1], Pegawai: []Participation{
		{OPD: "Dinas A", Jenjang: flow.Pengawas, Pegawai: 16, Mengusul: 2}, {OPD: "Dinas B", Pegawai: 4},
	}})
	want := `Terdapat 2 usulan (sepekan terakhir +2); 2 dari 20 pegawai telah mengusulkan (10,0 %); periode 2025: 1 usulan.
Peminat: 1 usulan (1 USULAN MASUK); 1 USULAN DITOLAK dihitung terpisah.
Diklat yang paling diminati: Pelatihan SPBE, 1 peminat (100,0 %).
Partisipasi tertinggi: Dinas A (12,5 %); terendah: Dinas B (0,0 %); 1 dari 2 OPD belum mengusulkan.
Masih menunggu: 1 di Admin OPD (terlama 7 hari kerja).`
	if got := strings.ReplaceAll(strings.Join(r.Sentences(60), "\n"), "\u00a0", " "); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// At the beginning of a year the rekap says what the year before was.
func TestKalimatOfANewYear(t *testing.T) {
	b := Input{Periode: 2027, Before: []daftar.Baris{{Usulan: 1, Status: flow.Disetujui}, {Usulan: 2, Status: flow.Ditolak}}}
	if got := New(flow.Aturan{}, b).Sentences(50); len(got) != 1 || got[0] != "Belum ada usulan pada periode ini; periode 2026: 2 usulan." {
		t.Errorf("%q", got)
	}
	b.Before = nil
	if got := New(flow.Aturan{}, b).Sentences(50); len(got) != 1 || got[0] != "Belum ada usulan pada periode ini." {
		t.Errorf("%q", got)
	}
}
