package flow

import (
	"slices"
	"strings"
)

// PegawaiID identifies a pegawai for ever, also when the NIP changes.
type PegawaiID uint64

// Pegawai is one civil servant of the master data.
type Pegawai struct {
	ID          PegawaiID `json:"id"`
	NIP         NIP       `json:"nip"`
	Nama        string    `json:"nama"` // with gelar, as the office writes it
	Jabatan     string    `json:"jabatan"`
	Jenjang     Jenjang   `json:"jenjang"`
	OPD         OPDID     `json:"opd"`
	HP          HP        `json:"hp,omitempty"`
	Nilai       string    `json:"nilai,omitempty"`       // Nilai Kompetensi of the Uji Kompetensi
	Rekomendasi string    `json:"rekomendasi,omitempty"` // from the talentpool
	AdminOPD    bool      `json:"adminOpd,omitempty"`    // of his own OPD
	AdminSIIP   bool      `json:"adminSiip,omitempty"`
}

// UjiKompetensi tells whether the pegawai has followed the Uji Kompetensi (Talentpool): then the form asks for the
// Rekomendasi (panduan, bagian I.2).
func (p Pegawai) UjiKompetensi() bool { return p.Nilai != "" }

// Admin tells whether the pegawai verifies usulan of others.
func (p Pegawai) Admin() bool { return p.AdminOPD || p.AdminSIIP }

// Peran lists the roles of the pegawai in the words of the office.
func (p Pegawai) Peran() []Peran {
	roles := []Peran{Pemilik}
	if p.AdminOPD {
		roles = append(roles, AdminOPD)
	}
	if p.AdminSIIP {
		roles = append(roles, AdminSIIP)
	}
	return roles
}

// PeranWords lists the roles in one line.
func (p Pegawai) PeranWords() string {
	var words []string
	for _, peran := range p.Peran() {
		words = append(words, peran.String())
	}
	return strings.Join(words, " · ")
}

// Jenjang is the level of a jabatan, in the words of the master data.
type Jenjang string

// The five jenjang of the guide, in its order.
const (
	JPTPratama         Jenjang = "JPT Pratama"
	Administrator      Jenjang = "Administrator"
	Pengawas           Jenjang = "Pengawas"
	FungsionalTertentu Jenjang = "Fungsional Tertentu"
	FungsionalUmum     Jenjang = "Fungsional Umum"
)

// Jenjangs lists them in the order in which people expect them.
var Jenjangs = []Jenjang{JPTPratama, Administrator, Pengawas, FungsionalTertentu, FungsionalUmum}

// ParseJenjang reads a jenjang without regard to case and spacing.
func ParseJenjang(s string) (Jenjang, bool) {
	i := slices.IndexFunc(Jenjangs, func(j Jenjang) bool { return Key(string(j)) == Key(s) })
	if i < 0 {
		return "", false
	}
	return Jenjangs[i], true
}
