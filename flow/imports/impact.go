package imports

import (
	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/jejak"
)

// Impact is what an import of pegawai does, or would do, to whom: that of it which people decide on. Lists are as long as
// they are; who shows them shortens them.
type Impact struct {
	NewOPD     []NewOPD
	RenamedOPD []jejak.Perubahan // names of OPD: before, after
	HadOPD     bool              // there were OPD before
	Granted    []PeranChange
	Withdrawn  []PeranChange
	SharedHP   []SharedHP
	Twins      []Twin
	Nonaktif   []Orang // made Nonaktif by the file
	Back       []Orang // made Aktif again by it
	NIPChanged []Orang // whose NIP is another now
	UnknownOld []Orang // who are new although their row has a NIP Lama: nobody has that one

	Missing  []Orang // Aktif, of an OPD that the file names, and not in the file: offered as Nonaktif
	NotAktif []Orang // not Aktif by what the file says of their kedudukan: offered as Nonaktif

	Refused []Fault // rows that what is known refuses: with one of them nothing is done

	AdminSIIP int // who are Admin SIIP-ASN after it
}

// NewOPD is an OPD that the import makes, and the one known before that is most like it.
type NewOPD struct {
	Nama, Near string
	Pegawai    int // rows that name it
}

// PeranChange is a role that somebody gets or loses. Sebab says why he loses it, where the file does not ask for it.
type PeranChange struct {
	Orang
	Peran flow.Peran
	Sebab string
}

// Orang is a pegawai as an import names him. ID is 0 for one who is new.
type Orang struct {
	ID         flow.PegawaiID
	NIP        identitas.NIP
	Nama, OPD  string
	Keterangan string // what the file says of him
}

// SharedHP is a number that more than one pegawai have: none of them can log in with it.
type SharedHP struct {
	HP   identitas.HP
	Nama []string
}

// Twin is a row that would make a new pegawai although one is known who is probably the same person.
type Twin struct {
	Cell  string
	New   Orang
	Old   Orang
	Sebab string // "nama dan tanggal lahir sama"
}

// AskAgain tells whether the import must be asked about a second time: more than ten OPD are new where there are some,
// which is what a file of the wrong shape looks like.
func (d Impact) AskAgain() bool { return d.HadOPD && len(d.NewOPD) > NewOPDMax }

// NewOPDMax is how many OPD can be new without a second question.
const NewOPDMax = 10
