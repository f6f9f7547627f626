package judul

import (
	"fmt"
	"testing"
)

func TestNear(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Pelatihan Keselamatan Kerja", "bimtek keselamatan kerja", true},
		{"PKA", "Pelatihan Kepemimpinan Administrator (PKA)", true},
		{"diklat PKP", "Pelatihan Kepemimpinan Pengawas (PKP)", true},
		{"Pelatihan Tata Nasakah Dinas", "Pelatihan Tata Naskah Dinas", true},
		{"Tata Naskah", "Pelatihan Tata Naskah Dinas", true},
		{"Pelatihan SPBE.", "pelatihan spbe", true},
		{"diklat spbe", "Pelatihan SPBE", true},
		{"Pelatihan Kepemimpinan Administrator", "Pelatihan Kepemimpinan Pengawas", false},
		{"Pelatihan Public Speaking", "Pelatihan Pengadaan Barang", false},
		{"Pelatihan", "Pelatihan SPBE", false},
		{"Manajemen", "Manajemen Risiko", false},
		{"", "Pelatihan SPBE", false},
	} {
		if got := Near(c.a, c.b); got != c.want || Near(c.b, c.a) != got {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}

func TestGroups(t *testing.T) {
	groups := Groups([]Manual{
		{"a", "Pelatihan Public Speaking", 2},
		{"b", "Bimtek Pengadaan Barang dan Jasa", 1},
		{"c", "Diklat Public Speaking", 3},
		{"d", "Pelatihan Pengadaan Barang Jasa", 1},
		{"e", "Lain Sekali", 1},
	})
	if len(groups) != 3 || groups[0].Count != 5 || groups[0].Judul[0].Key != "c" || len(groups[1].Judul) != 2 {
		t.Errorf("%+v", groups)
	}
}

// BenchmarkGroups groups five hundred titles, as many as are ever looked at, that are alike and yet are not near.
func BenchmarkGroups(b *testing.B) {
	var list []Manual
	for i := range 500 {
		teks := fmt.Sprintf("Pelatihan %c%c%c Manajemen %d Rekaan %d Teknis", 'a'+i%26, 'a'+i/26, 'a'+i%7, i, i*i%977)
		list = append(list, Manual{Key(teks), teks, i})
	}
	for b.Loop() {
		Groups(list)
	}
}

func TestKeyFoldsCaseSpacesAndPunctuation(t *testing.T) {
	for _, same := range []string{"Pelatihan K3", "pelatihan  k-3", "PELATIHAN (K3)!", "Pelatihan K3."} {
		if Key(same) != "pelatihank3" {
			t.Errorf("%q: %q", same, Key(same))
		}
	}
}
