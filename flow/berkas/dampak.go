package berkas

import (
	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/jejak"
)

// Dampak is what an import of pegawai does, or would do, to whom: that of it which people decide on. Lists are as long as
// they are; who shows them shortens them.
type Dampak struct {
	OPDBaru   []OPDBaru
	OPDGanti  []jejak.Perubahan // names of OPD: before, after
	OPDAda    bool              // there were OPD before
	Diberi    []PeranUbah
	Dicabut   []PeranUbah
	HPBersama []HPBersama
	Kembar    []Kembar
	Nonaktif  []Orang // made Nonaktif by the file
	Kembali   []Orang // made Aktif again by it
	GantiNIP  []Orang // whose NIP is another now
	LamaAsing []Orang // who are new although their row has a NIP Lama: nobody has that one

	Hilang     []Orang // Aktif, of an OPD that the file names, and not in the file: offered as Nonaktif
	TidakAktif []Orang // not Aktif by what the file says of their kedudukan: offered as Nonaktif

	Tolak []Fault // rows that what is known refuses: with one of them nothing is done

	AdminSIIP int // who are Admin SIIP-ASN after it
}

// OPDBaru is an OPD that the import makes, and the one known before that is most like it.
type OPDBaru struct {
	Nama, Mirip string
	Pegawai     int // rows that name it
}

// PeranUbah is a role that somebody gets or loses. Sebab says why he loses it, where the file does not ask for it.
type PeranUbah struct {
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

// HPBersama is a number that more than one pegawai have: none of them can log in with it.
type HPBersama struct {
	HP   identitas.HP
	Nama []string
}

// Kembar is a row that would make a new pegawai although one is known who is probably the same person.
type Kembar struct {
	Sel   string
	Baru  Orang
	Lama  Orang
	Sebab string // "nama dan tanggal lahir sama"
}

// TanyaLagi tells whether the import must be asked about a second time: more than ten OPD are new where there are some,
// which is what a file of the wrong shape looks like.
func (d Dampak) TanyaLagi() bool { return d.OPDAda && len(d.OPDBaru) > OPDBaruMax }

// OPDBaruMax is how many OPD can be new without a second question.
const OPDBaruMax = 10
