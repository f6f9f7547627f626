package daftar

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/kalender"
)

// Baris is one usulan as lists and workbooks show it: every column of the list (panduan, bagian III), with the
// names looked up.
type Baris struct {
	Usulan      flow.UsulanID
	NIP         identitas.NIP
	Nama        string
	Jabatan     string
	Jenjang     flow.Jenjang
	OPD         string
	Rekomendasi string
	Diklat      string          // the title as it was chosen or typed
	Panduan     flow.PanduanID  // the entry of the panduan as which it counts; 0: a title typed by hand that counts as itself
	Hitung      string          // the name of that entry, of a title typed by hand
	Kompetensi  flow.Kompetensi // empty for a title typed by hand
	TanggalUsul kalender.Tanggal
	Sejak       time.Time // since when it has its status, in the zone of the office
	Oleh        string    // who decided so, by name; empty: nobody has decided
	Keterangan  string    // while it is true: of a Revisi or Tolak

	// Small ones stand together: 100,000 rows are in memory at once.
	OlehPeran  flow.Peran
	Status     flow.Status
	Manual     bool
	Talentpool bool // has followed the Uji Kompetensi

	// What only the trail knows; the zero value where it was not walked.
	Lalu     flow.Status // a week before; Belum: it was not there
	LamaOPD  Lama        // from USULAN MASUK to the decision of the OPD, in the last round
	LamaSIIP Lama        // from DITERUSKAN to the decision of the Admin SIIP-ASN
}

// Lama is how many working days something took; Ada is false while it goes on.
type Lama struct {
	Hari int32
	Ada  bool
}
