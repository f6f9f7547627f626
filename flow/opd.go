package flow

import "time"

// OPDID identifies an OPD.
type OPDID uint64

// OPD is an organisation of the city; it is made by being named in the master data.
type OPD struct {
	ID   OPDID  `json:"id"`
	Nama string `json:"nama"`
}

// OPDSummary says how an OPD stands in a periode.
type OPDSummary struct {
	OPD       OPD
	Pegawai   int
	Terhubung int       // bound to a Telegram account
	Mengusul  int       // have proposed
	Menunggu  int       // usulan that wait with the Admin OPD
	Sejak     time.Time // since when the oldest of those waits
	Admin     bool      // an Admin OPD can act (HasAdmin)
}
