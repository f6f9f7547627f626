package demo

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
	"siip-asn/flow/identitas"
	"siip-asn/flow/kalender"
	"siip-asn/store"
)

func TestTheSampleWorldHasEverything(t *testing.T) {
	c := config.Defaults()
	c.Database = filepath.Join(t.TempDir(), "x.db")
	s, err := store.Open(c.Database, office.StoreOptions(c))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := fillCity(t.Context(), s, People, time.Now().In(c.Zona), func(int) {}); err != nil {
		t.Fatal(err)
	}
	rows, err := s.Data(kalender.Semua)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(rows, func(b daftar.Baris) bool { return b.Rekomendasi != "" }) {
		t.Error("no usulan has a Rekomendasi")
	}
	r := hitung.New(c.Aturan(), hitung.Input{Dibuat: time.Now(), Baris: rows})
	for _, status := range flow.Statuses {
		if r.Total.Status[status] == 0 {
			t.Errorf("no usulan is %s", status)
		}
	}
	if len(r.OPD) != sampleUsual || len(r.Kompetensi) < 3 {
		t.Errorf("OPD %d, kompetensi %d", len(r.OPD), len(r.Kompetensi))
	}
	err = s.Read(func(r *store.Reader) error {
		jenjang := map[flow.Jenjang]int{}
		for _, p := range r.Pegawais() {
			jenjang[p.Jenjang]++
			if _, err := identitas.ParseNIP(string(p.NIP)); err != nil {
				t.Errorf("%s: %v", p.Nama, err)
			}
		}
		if len(jenjang) != len(flow.Jenjangs) || len(r.AdminSIIP()) != 2 || len(r.AdminOPD(2)) != 2 || len(r.AdminOPD(6)) != 0 {
			t.Errorf("%v, %d, %d, %d", jenjang, len(r.AdminSIIP()), len(r.AdminOPD(2)), len(r.AdminOPD(6)))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Errorf("%q %v", problems, err)
	}
	if letters, _ := s.DeadLetters(); len(letters) > 0 {
		t.Errorf("%+v", letters[0])
	}
}

func TestSampleNIPsDiffer(t *testing.T) {
	seen := map[identitas.NIP]int{}
	for n := 1; n <= 6000; n++ {
		nip := sampleNIP(n)
		if other := seen[nip]; other > 0 {
			t.Fatalf("%d and %d have %s", other, n, nip)
		}
		seen[nip] = n
		if _, err := identitas.ParseNIP(string(nip)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestALargeCityHasSixtyOfficesOfVeryDifferentSize as a real one has.
func TestALargeCityHasSixtyOfficesOfVeryDifferentSize(t *testing.T) {
	for _, people := range []int{60, 100, 239, 240, 300, 1000, 5000, 20_000} {
		list := Rows(people)
		size, admins, names := map[string]int{}, map[string]int{}, map[identitas.NIP]bool{}
		for i, row := range list.Rows {
			size[row.OPD]++
			names[row.NIP] = true
			if row.AdminOPD {
				admins[row.OPD]++
			}
			if row.NIP != sampleNIP(i+1) || row.HP != Phone(i+1) {
				t.Fatalf("%d: row %d is %s", people, i, row.NIP)
			}
		}
		if len(list.Rows) != people || len(names) != people {
			t.Errorf("%d: %d rows, %d NIP", people, len(list.Rows), len(names))
		}
		if people == 5000 {
			smallest, largest := slices.Min(slices.Collect(maps.Values(size))), slices.Max(slices.Collect(maps.Values(size)))
			if len(size) != 60 || smallest > 20 || largest < 1000 || len(admins) < 50 || len(admins) == 60 {
				t.Errorf("%d OPD from %d to %d, %d with an admin", len(size), smallest, largest, len(admins))
			}
		}
	}
}

// TestALargeCityIsLivedIn: a thousand people propose, and everything that is decided can be.
func TestALargeCityIsLivedIn(t *testing.T) {
	c := config.Defaults()
	o := office.StoreOptions(c)
	o.Scratch = true
	s, err := store.Open(filepath.Join(t.TempDir(), "x.db"), o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := fillCity(t.Context(), s, 1000, time.Now().In(c.Zona), func(int) {}); err != nil {
		t.Fatal(err)
	}
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Errorf("%q %v", problems, err)
	}
}
