// Package jejak is the trail: what was done by whom (Entry), in a chain of hashes in which nothing can be changed unseen,
// and the end of that chain written down elsewhere (Anchor).
//
// It imports flow and what flow imports. A newcomer reads Entry and After.
package jejak

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
)

// Entry is one line of the trail: who did what to whom, when, and what was different afterwards. The trail is
// append-only and chained: each entry carries the hash of the one before, so that nothing in it can be changed, taken
// out or put in between without being seen.
type Entry struct {
	Nomor uint64    `json:"nomor"` // its place in the trail, from 1 on
	At    time.Time `json:"at"`

	Usulan   flow.UsulanID  `json:"usulan,omitempty"`  // the usulan that was changed, if any
	Pegawai  flow.PegawaiID `json:"pegawai,omitempty"` // whom it concerns
	Oleh     flow.PegawaiID `json:"oleh,omitempty"`    // who did it; 0: the program
	OlehNama string         `json:"olehNama"`          // his name at that time
	Peran    flow.Peran     `json:"peran"`             // in which role

	Aksi       flow.Aksi   `json:"aksi"`
	Dari       flow.Status `json:"dari,omitempty"`
	Ke         flow.Status `json:"ke,omitempty"`
	Keterangan string      `json:"keterangan,omitempty"`
	Ubah       []Perubahan `json:"ubah,omitempty"`

	Sebelum string `json:"sebelum"` // hash of the entry before, empty for the first
	Hash    string `json:"hash"`    // of this entry with an empty Hash
}

// Perubahan is one field of an edit: before → after.
type Perubahan struct {
	Kolom   string `json:"kolom"`
	Sebelum string `json:"sebelum"`
	Sesudah string `json:"sesudah"`
}

// After gives the entry its place in the trail behind last, the zero Entry for the first one.
func (e Entry) After(last Entry) Entry {
	e.Nomor = last.Nomor + 1
	e.Sebelum = last.Hash
	e.Hash = e.digest()
	return e
}

// Follows tells whether the entry is unchanged and stands right behind last.
func (e Entry) Follows(last Entry) bool {
	return e.Nomor == last.Nomor+1 && e.Sebelum == last.Hash && e.Hash == e.digest()
}

func (e Entry) digest() string {
	e.Hash = ""
	b, err := json.Marshal(e)
	if err != nil {
		return "" // an unknown code: no hash is ever empty, so the entry is found broken
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Bagian says which part of the trail is meant: of one usulan, or of one pegawai, what he did and what concerns him. The
// zero value means all of it.
type Bagian struct {
	Pegawai flow.PegawaiID `json:"pegawai,omitempty"`
	Usulan  flow.UsulanID  `json:"usulan,omitempty"`
}

// Has tells whether the entry is in that part.
func (j Bagian) Has(e Entry) bool {
	return (j.Pegawai == 0 || e.Pegawai == j.Pegawai || e.Oleh == j.Pegawai) && (j.Usulan == 0 || e.Usulan == j.Usulan)
}

// Baris is one entry of the trail as a workbook shows it, with the names looked up.
type Baris struct {
	Entry
	PegawaiNama string // whom it concerns
	PegawaiNIP  identitas.NIP
}
