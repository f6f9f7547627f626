package flow

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow/spelling"
)

// PanduanID identifies an entry of the panduan; the ids are in the order of the list.
type PanduanID uint64

// Panduan is one Jenis Diklat of the list from which an usulan is chosen.
type Panduan struct {
	ID         PanduanID  `json:"id"`
	Nama       string     `json:"nama"`
	Kompetensi Kompetensi `json:"kompetensi"`
	Sasaran    []Jenjang  `json:"sasaran,omitempty"` // empty: for every jenjang
	Pensiun    bool       `json:"pensiun,omitempty"` // no longer offered; usulan that name it keep it
}

// For tells whether the diklat is offered to somebody of this jenjang.
func (p Panduan) For(j Jenjang) bool {
	return !p.Pensiun && (len(p.Sasaran) == 0 || slices.Contains(p.Sasaran, j))
}

// Same tells whether two entries are equal in every field.
func (p Panduan) Same(q Panduan) bool {
	return p.ID == q.ID && p.Nama == q.Nama && p.Kompetensi == q.Kompetensi && p.Pensiun == q.Pensiun &&
		slices.Equal(p.Sasaran, q.Sasaran)
}

// Words says the whole entry in one line, as the trail keeps it.
func (p Panduan) Words() string {
	return fmt.Sprintf("%s (%s, %s, %s)", p.Nama, p.Kompetensi, p.SasaranWords(), p.StatusWords())
}

// SasaranWords lists for whom the diklat is.
func (p Panduan) SasaranWords() string {
	if len(p.Sasaran) == 0 {
		return "semua jenjang"
	}
	var names []string
	for _, j := range p.Sasaran {
		names = append(names, string(j))
	}
	return strings.Join(names, ", ")
}

// StatusWords says whether the diklat is offered.
func (p Panduan) StatusWords() string {
	if p.Pensiun {
		return "Nonaktif"
	}
	return "Aktif"
}

// Kompetensi is the jenis kompetensi under which a diklat stands.
type Kompetensi string

// The three jenis kompetensi of a civil servant.
const (
	Manajerial     Kompetensi = "Manajerial"
	Teknis         Kompetensi = "Teknis"
	SosialKultural Kompetensi = "Sosial Kultural"
)

// Kompetensis lists them in the order in which they are offered.
var Kompetensis = []Kompetensi{Manajerial, Teknis, SosialKultural}

// ParseKompetensi reads a jenis kompetensi without regard to case and spacing.
func ParseKompetensi(s string) (Kompetensi, bool) {
	i := slices.IndexFunc(Kompetensis, func(k Kompetensi) bool { return spelling.Key(string(k)) == spelling.Key(s) })
	if i < 0 {
		return "", false
	}
	return Kompetensis[i], true
}

// Katalog is the panduan that ships with the program, in the order of the guide (bagian I.2).
func Katalog() []Panduan {
	return []Panduan{
		{ID: 1, Nama: "Pelatihan Kepemimpinan Administrator (PKA)", Kompetensi: Manajerial},
		{ID: 2, Nama: "Pelatihan Kepemimpinan Pengawas (PKP)", Kompetensi: Manajerial},
		{ID: 3, Nama: "Pelatihan SPBE", Kompetensi: Teknis},
		{ID: 4, Nama: "Pelatihan Coaching dan Mentoring", Kompetensi: Manajerial},
		{ID: 5, Nama: "Pelatihan Manajemen Kehumasan dan Protokol", Kompetensi: Teknis},
		{ID: 6, Nama: "Pelatihan Manajemen Perkantoran dan Kesekretariatan", Kompetensi: Teknis},
		{ID: 7, Nama: "Pelatihan Tata Naskah Dinas", Kompetensi: Teknis},
	}
}
