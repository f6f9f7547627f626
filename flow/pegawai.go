package flow

import (
	"slices"
	"strings"

	"siip-asn/flow/identitas"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
)

// PegawaiID identifies a pegawai for ever, also when the NIP changes.
type PegawaiID uint64

// Pegawai is one civil servant of the master data.
type Pegawai struct {
	ID          PegawaiID     `json:"id"`
	NIP         identitas.NIP `json:"nip"`
	Nama        string        `json:"nama"` // with gelar, as the office writes it
	Jabatan     string        `json:"jabatan"`
	Jenjang     Jenjang       `json:"jenjang"`
	OPD         OPDID         `json:"opd"`
	HP          identitas.HP  `json:"hp,omitempty"`
	Nilai       string        `json:"nilai,omitempty"`       // Nilai Kompetensi of the Uji Kompetensi
	Rekomendasi string        `json:"rekomendasi,omitempty"` // from the talentpool
	AdminOPD    bool          `json:"adminOpd,omitempty"`    // of his own OPD
	AdminSIIP   bool          `json:"adminSiip,omitempty"`
	Nonaktif    Nonaktif      `json:"nonaktif,omitzero"`   // the zero value: he is Aktif
	HanyaKode   bool          `json:"hanyaKode,omitempty"` // an admin has released his account: only a new code binds one, no number
}

// Nonaktif says that a pegawai has left, why and since which day. Who has left has no login, no role and no reminder,
// proposes nothing and is not counted in coverage; what he proposed stays.
type Nonaktif struct {
	Sebab Sebab            `json:"sebab"`
	Sejak kalender.Tanggal `json:"sejak"`
}

// Sebab is why a pegawai has left, in the word that people see and type.
type Sebab string

// The reasons to leave.
const (
	Pensiun   Sebab = "pensiun"
	Pindah    Sebab = "pindah"
	Meninggal Sebab = "meninggal"
	Berhenti  Sebab = "berhenti"
)

// Sebabs lists them in the order in which they are offered.
var Sebabs = []Sebab{Pensiun, Pindah, Meninggal, Berhenti}

// Aktif tells whether the pegawai is in service.
func (p Pegawai) Aktif() bool { return p.Nonaktif.Sebab == "" }

// Keluarkan is the pegawai as he is when he has left: without a role, and without a way in by his number. His account
// has to be released besides.
func (p Pegawai) Keluarkan(sebab Sebab, sejak kalender.Tanggal) Pegawai {
	p.Nonaktif = Nonaktif{sebab, sejak}
	p.AdminOPD, p.AdminSIIP, p.HanyaKode = false, false, true
	return p
}

// Kembalikan is the pegawai in service again. Roles are given anew, and he comes in by a new code.
func (p Pegawai) Kembalikan() Pegawai {
	p.Nonaktif = Nonaktif{}
	return p
}

// PindahKe is the pegawai in that OPD. A move takes the role of Admin OPD: it was for the OPD that he leaves.
func (p Pegawai) PindahKe(opd OPDID) Pegawai {
	if p.OPD != opd {
		p.OPD, p.AdminOPD = opd, false
	}
	return p
}

// Membawa is an usulan of the pegawai with his OPD and jenjang of today, one version later; false when it stays as it is: its
// status is Tetap, or nothing of it is different.
func (p Pegawai) Membawa(u Usulan) (Usulan, bool) {
	if u.Status.Record().Tetap || u.OPD == p.OPD && u.Jenjang == p.Jenjang {
		return u, false
	}
	u.Versi, u.OPD, u.Jenjang = u.Versi+1, p.OPD, p.Jenjang
	return u, true
}

// StatusWords is "Aktif", or why and since when not.
func (p Pegawai) StatusWords() string {
	if p.Aktif() {
		return "Aktif"
	}
	return "Nonaktif (" + string(p.Nonaktif.Sebab) + " sejak " + p.Nonaktif.Sejak.Card() + ")"
}

// UjiKompetensi tells whether the pegawai has followed the Uji Kompetensi (Talentpool): then the form asks for the
// Rekomendasi (panduan, bagian I.2).
func (p Pegawai) UjiKompetensi() bool { return p.Nilai != "" }

// SearchText is the text in which a search for a pegawai looks: nama, as spelling.Fold writes it, and NIP.
func (p Pegawai) SearchText() string { return spelling.Fold(p.Nama) + "\x00" + string(p.NIP) }

// Contains tells whether the pegawai is found by every word of the text.
func (p Pegawai) Contains(teks string) bool {
	in := p.SearchText()
	for w := range strings.FieldsSeq(spelling.Fold(teks)) {
		if !strings.Contains(in, w) {
			return false
		}
	}
	return true
}

// Admin tells whether the pegawai verifies usulan of others.
func (p Pegawai) Admin() bool { return p.Aktif() && (p.AdminOPD || p.AdminSIIP) }

// Peran lists the roles that the pegawai has: Pemilik, as everybody, and those of an admin.
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

// PeranWords lists the roles in one line, by the names of the guide.
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
	i := slices.IndexFunc(Jenjangs, func(j Jenjang) bool { return spelling.Key(string(j)) == spelling.Key(s) })
	if i < 0 {
		return "", false
	}
	return Jenjangs[i], true
}
