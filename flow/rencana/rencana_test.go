package rencana

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
	"siip-asn/flow/identitas"
)

func TestParseRupiah(t *testing.T) {
	for text, want := range map[string]int64{
		"250jt": 250_000_000, "Rp 250.000.000": 250_000_000, "250 juta": 250_000_000, "250000000": 250_000_000, "Rp250.000.000,-": 250_000_000,
		"Rp. 250.000.000,00": 250_000_000, "1,5 miliar": 1_500_000_000, "1.5 M": 1_500_000_000, "2.500 ribu": 2_500_000, "750rb": 750_000, "0": 0, "Rp 0": 0,
		"1,25 juta": 1_250_000, "1 triliun": 1_000_000_000_000,
	} {
		if got, ok := ParseRupiah(text); !ok || got != want {
			t.Errorf("%q: %d %v, want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "Rp", "jt", "-5", "12.34", "12.3456", "1,5", "0,0000001 juta", "abc", "5 dolar", "99999999999999999999", "9999 triliun", "1..000", "1e9", "٣"} {
		if got, ok := ParseRupiah(text); ok {
			t.Errorf("%q is taken for %d", text, got)
		}
	}
	if got := Rupiah(250_000_000); got != "Rp250.000.000" {
		t.Error(got)
	}
}

func FuzzParseRupiah(f *testing.F) {
	f.Add("250jt")
	f.Add("Rp 1.234,50")
	f.Fuzz(func(t *testing.T, s string) {
		n, ok := ParseRupiah(s)
		if n < 0 || n > RupiahMost {
			t.Errorf("%q is %d", s, n)
		}
		if again, is := ParseRupiah(Rupiah(n)); ok && (!is || again != n) {
			t.Errorf("%q is %d, and that is read as %d", s, n, again)
		}
	})
}

// plan is a plan of diklat with so many who want each, spread over OPD.
func plan(sizes ...int) []Planned {
	var list []Planned
	n := 0
	for i, size := range sizes {
		l := Planned{Diklat: fmt.Sprintf("Diklat %d", i+1), Baris: Baris{Kunci: fmt.Sprint(i), Kuota: 10, Biaya: 1_000_000}}
		for range size {
			n++
			l.Target = append(l.Target, &daftar.Baris{Usulan: flow.UsulanID(n), NIP: identitas.NIP(fmt.Sprint(n)), OPD: fmt.Sprintf("OPD %d", n*n%7), Talentpool: n%9 == 0 && i > 0})
		}
		list = append(list, l)
	}
	return list
}

func TestThePopularComeFirstAndTheLineIsDrawn(t *testing.T) {
	h := Simulate(plan(25, 8), 20_000_000, Diminati)
	if len(h.Funded) != 1 || h.Funded[0].Angkatan != 2 || h.Funded[0].Pegawai != 20 || h.Spent != 20_000_000 || h.Left() != 0 {
		t.Errorf("%+v", h)
	}
	if h.Cutoff == nil || *h.Cutoff != (Angkatan{"Diklat 1", 3, 5, 5_000_000}) {
		t.Errorf("the line: %+v", h.Cutoff)
	}
	h = Simulate(plan(25, 8), 33_000_000, Diminati)
	if h.Cutoff != nil || h.Pegawai != 33 || h.Spent != 33_000_000 {
		t.Errorf("all is paid: %+v", h)
	}
	if h = Simulate(plan(25), 9_999_999, Diminati); h.Pegawai != 0 || h.Cutoff == nil {
		t.Errorf("nothing is paid: %+v", h)
	}
}

// Who has a seat in two diklat is one pegawai, and costs two seats.
func TestWhoSitsTwiceIsOnePegawai(t *testing.T) {
	p := plan(5, 4)
	for i := range p[1].Target {
		p[1].Target[i].NIP = p[0].Target[i].NIP
	}
	if h := Simulate(p, 100_000_000, Diminati); h.Pegawai != 5 || h.Funded[1].Pegawai != 4 || h.Spent != 9_000_000 {
		t.Errorf("%+v", h)
	}
}

func TestWhatNobodyHasPricedIsLeftAway(t *testing.T) {
	p := plan(5, 5, 5)
	p[0].Biaya, p[1].Kuota = 0, 0
	if h := Simulate(p, 100_000_000, Diminati); h.Unpriced != 2 || len(h.Funded) != 1 || h.Funded[0].Diklat != "Diklat 3" {
		t.Errorf("%+v", h)
	}
}

func TestFairReachesMoreOPD(t *testing.T) {
	p := plan(0, 0)
	for i := range 30 {
		p[0].Target = append(p[0].Target, &daftar.Baris{OPD: "Besar", NIP: identitas.NIP(fmt.Sprint("besar ", i)), Usulan: flow.UsulanID(i)})
	}
	for i := range 10 {
		p[1].Target = append(p[1].Target, &daftar.Baris{OPD: fmt.Sprint("Kecil ", i), NIP: identitas.NIP(fmt.Sprint("kecil ", i))})
	}
	popular, fair := Simulate(p, 20_000_000, Diminati), Simulate(p, 20_000_000, Merata)
	if popular.OPD != 1 || fair.OPD != 11 || fair.Pegawai != 20 {
		t.Errorf("%d and %d OPD", popular.OPD, fair.OPD)
	}
}

func TestTheTalentpoolSitsFirst(t *testing.T) {
	h := Simulate(plan(20, 40), 10_000_000, Talentpool)
	if h.Funded[0].Diklat != "Diklat 2" {
		t.Errorf("%+v", h.Funded)
	}
}

// Whatever the plan and the order: nothing is paid twice or above the budget, and the sums agree to the rupiah.
func TestEverySimulationAddsUp(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 400 {
		p := plan(random.IntN(60), random.IntN(60), random.IntN(9))
		for i := range p {
			p[i].Kuota, p[i].Biaya = random.IntN(12), int64(random.IntN(5_000_000))
		}
		pagu := int64(random.IntN(200_000_000))
		for _, u := range Orders {
			h := Simulate(p, pagu, u)
			var cost int64
			people := 0
			for _, d := range h.Funded {
				cost, people = cost+d.Biaya, people+d.Pegawai
				if d.Pegawai > d.Peminat || d.OPD > d.Pegawai || d.Angkatan == 0 {
					t.Fatalf("%+v", d)
				}
			}
			if cost != h.Spent || people != h.Pegawai || h.Spent > pagu || h.Cutoff != nil && h.Cutoff.Biaya <= h.Left() {
				t.Fatalf("%s: %+v", u, h)
			}
			if u.Nama() == "" || u.Explanation() == "" {
				t.Fatal(u)
			}
		}
	}
}

func TestSusun(t *testing.T) {
	rows := []daftar.Baris{
		{Usulan: 1, Panduan: 3, Diklat: "Pelatihan SPBE", Kompetensi: flow.Teknis, Status: flow.Masuk},
		{Usulan: 2, Panduan: 3, Diklat: "Pelatihan SPBE", Kompetensi: flow.Teknis, Status: flow.Ditolak},
		{Usulan: 3, Diklat: "Diklat K3", Manual: true, Status: flow.Ditolak},
	}
	r := hitung.New(flow.Aturan{}, hitung.Input{Periode: 2026, Baris: rows})
	list := Compose(r, []Baris{{Periode: 2026, Kunci: "panduan/3", Kuota: 1, Biaya: 5}, {Kunci: "panduan/9"}})
	if len(list) != 1 || list[0].Angkatan() != 1 || list[0].Anggaran() != 5 || len(list[0].Target) != 1 {
		t.Errorf("%+v", list)
	}
	if JalurOf("e-learning") != Nonklasikal || JalurOf("kursus") != Klasikal || JalurOf("tidur") != "" {
		t.Error("jalur of a bentuk")
	}
}

// The plan of a part of the office has only who belongs to it, and what most of them want first.
func TestBagian(t *testing.T) {
	p := plan(5, 3)
	for i, row := range p[0].Target {
		row.OPD, row.Jenjang = "Dinas A", flow.Jenjangs[i%2]
	}
	for _, row := range p[1].Target {
		row.OPD, row.Jenjang = "Dinas B", flow.Jenjangs[0]
	}
	p[1].Target[0].OPD = "Dinas A"
	for _, c := range []struct {
		opd     string
		jenjang flow.Jenjang
		want    []int // how many want each that is left, in order
	}{{"", "", []int{5, 3}}, {"Dinas B", "", []int{2}}, {"Dinas A", "", []int{5, 1}}, {"", flow.Jenjangs[0], []int{3, 3}}, {"Dinas A", flow.Jenjangs[1], []int{2}}, {"Dinas C", "", nil}} {
		var got []int
		for _, l := range Part(p, c.opd, c.jenjang) {
			got = append(got, len(l.Target))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q %q: %v, not %v", c.opd, c.jenjang, got, c.want)
		}
	}
	if len(p[0].Target) != 5 || len(p[1].Target) != 3 {
		t.Error("the whole plan has lost somebody")
	}
}
