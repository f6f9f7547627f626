package flow

// Peran is a relation of one person to one usulan; its value is its fixed number (records.go). It is computed at each tap
// and never stored in a session or a button: who was admin yesterday is none today.
type Peran uint8

// The relations. Pemilik is the pegawai for whom the usulan is.
const (
	Tanpa     Peran = 0
	Pemilik   Peran = 1
	AdminOPD  Peran = 2
	AdminSIIP Peran = 3
	Sistem    Peran = 4 // the program itself: an import, a migration
)

// PeranRecord is everything that the office says of a role.
type PeranRecord struct {
	Peran Peran
	Kode  string // under which it is stored
	Kata  string // its name in the words of the guide
	Tugas string // what the role may do, as the rest of a sentence; empty: it is not given to anybody
}

var perans = []PeranRecord{
	{Peran: Tanpa},
	{Peran: Pemilik, Kode: "pegawai", Kata: "Pegawai"},
	{
		Peran: AdminOPD, Kode: "admin-opd", Kata: "Admin OPD",
		Tugas: "melihat semua usulan OPD itu, mengubah, meneruskan, mengembalikan untuk direvisi, dan menolaknya",
	},
	{
		Peran: AdminSIIP, Kode: "admin-siip", Kata: "Admin SIIP-ASN",
		Tugas: "melihat semua usulan semua OPD, menyetujui, mengubah, dan menghapusnya, serta mengelola data pegawai, peran, dan panduan",
	},
	{Peran: Sistem, Kode: "sistem", Kata: "Sistem"},
}

func (r PeranRecord) value() Peran { return r.Peran }
func (r PeranRecord) code() string { return r.Kode }

// Record is what the office says of the role; the zero record for a number that no role has.
func (p Peran) Record() PeranRecord {
	return recordOf(perans, p)
}

// Nomor is the fixed number of the role in keys of the database.
func (p Peran) Nomor() uint8 { return uint8(p) }

// String is the name of the role in the words of the guide.
func (p Peran) String() string { return p.Record().Kata }

// MarshalText writes the code under which a role is stored; a number that no role has is an error.
func (p Peran) MarshalText() ([]byte, error) { return writeCode(perans, p) }

// UnmarshalText reads it back.
func (p *Peran) UnmarshalText(b []byte) error { return readCode(perans, b, p) }

// Relation is what a person is to an usulan; empty for somebody who may not even see it, and for whoever is Nonaktif.
func Relation(p Pegawai, u Usulan) []Peran {
	if !p.Aktif() {
		return nil
	}
	var roles []Peran
	if p.ID == u.Pegawai {
		roles = append(roles, Pemilik)
	}
	if p.AdminOPD && p.OPD == u.OPD {
		roles = append(roles, AdminOPD)
	}
	if p.AdminSIIP {
		roles = append(roles, AdminSIIP)
	}
	return roles
}
