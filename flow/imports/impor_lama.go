package imports

import (
	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/kalender"
)

// What an office has from before: the usulan of the web application, and the diklat that its pegawai have taken.

// BarisUsulan is one row of the web application's Export ke Excel.
type BarisUsulan struct {
	Cell        string // where it stands, "Data!B5"
	NIP         identitas.NIP
	OPD         string // its name at the time; of interest where the usulan is decided
	Rekomendasi string
	Judul       string
	Tanggal     kalender.Tanggal
	Status      flow.Status
}

// BarisRiwayat is one diklat that a pegawai has taken.
type BarisRiwayat struct {
	Cell          string
	NIP           identitas.NIP
	Diklat        string
	JP            int // jam pelajaran
	Tahun         int
	Selesai       kalender.Tanggal // the last day, where it is known
	Penyelenggara string
}

// Riwayat is a diklat that a pegawai has taken: what counts for the hours of a year, and need not be learnt again.
type Riwayat struct {
	Pegawai       flow.PegawaiID   `json:"pegawai"`
	Diklat        string           `json:"diklat"`
	JP            int              `json:"jp"`
	Tahun         int              `json:"tahun"`
	Selesai       kalender.Tanggal `json:"selesai,omitempty"`
	Penyelenggara string           `json:"penyelenggara,omitempty"`
}

// Of is the record that the row makes for a pegawai.
func (b BarisRiwayat) Of(p flow.PegawaiID) Riwayat {
	return Riwayat{Pegawai: p, Diklat: b.Diklat, JP: b.JP, Tahun: b.Tahun, Selesai: b.Selesai, Penyelenggara: b.Penyelenggara}
}

// JPMax is how many jam pelajaran a diklat can have: more is a slip.
const JPMax = 2000
