// Package cetakan is what is kept of everything that was printed or written as a file, so that whoever holds it can ask
// later whether the data are still those. A code is a random reference: it says nothing, and opens nothing to who may not
// see what it stands on.
//
// It imports flow, its calendar and the trail only. A newcomer reads Record and Result.
package cetakan

import (
	"encoding/binary"
	"slices"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
)

// Record is one print.
type Record struct {
	Kode   string   `json:"kode"`             // twelve letters, its key
	Jenis  string   `json:"jenis"`            // what it is, in words: "Laporan (PDF)"
	Filter []string `json:"filter,omitempty"` // what it shows, in words

	Periode kalender.Periode `json:"periode,omitempty"` // of a rekap: every usulan of this periode,
	OPD     flow.OPDID       `json:"opd,omitempty"`     // of this OPD: its Admin OPD may ask too
	Jenjang flow.Jenjang     `json:"jenjang,omitempty"` // and of this jenjang
	Daftar  bool             `json:"daftar,omitempty"`  // of a list: these usulan
	Usulan  []byte           `json:"usulan,omitempty"`  // packed by Pack
	Rencana bool             `json:"rencana,omitempty"` // of the plan: what was typed into it counts too
	Jejak   bool             `json:"jejak,omitempty"`   // of the trail itself, which only grows

	Oleh     flow.PegawaiID `json:"oleh,omitempty"` // who asked for it; 0: the schedule or the command line
	OlehNama string         `json:"olehNama,omitempty"`
	Pada     time.Time      `json:"pada"`
	Baris    int            `json:"baris"`
	Nomor    uint64         `json:"nomor"` // the last entry of the trail then
	Hash     string         `json:"hash"`  // and its hash
}

// Payload is what the link of a code hands to the bot.
func (c Record) Payload() string { return payload + c.Kode }

// Cetak is the code as it is printed: V-7K2M-9QPD-X4TA.
func (c Record) Cetak() string {
	parts := []string{"V"}
	for part := range slices.Chunk([]byte(c.Kode), 4) {
		parts = append(parts, string(part))
	}
	return strings.Join(parts, "-")
}

// Boleh tells whether somebody may ask about it: an Admin SIIP-ASN, or an Admin OPD about a print of his own OPD.
func (c Record) Boleh(p flow.Pegawai) bool {
	return p.Aktif() && (p.AdminSIIP || p.AdminOPD && c.OPD != 0 && p.OPD == c.OPD)
}

// Pack writes ids in a few bytes each: their differences, in order.
func Pack(ids []flow.UsulanID) []byte {
	sorted := slices.Sorted(slices.Values(ids))
	var b []byte
	last := uint64(0)
	for _, id := range sorted {
		b = binary.AppendUvarint(b, uint64(id)-last)
		last = uint64(id)
	}
	return b
}

// Unpack reads them back. What is damaged ends the list.
func Unpack(b []byte) map[flow.UsulanID]bool {
	set := map[flow.UsulanID]bool{}
	last := uint64(0)
	for len(b) > 0 {
		d, n := binary.Uvarint(b)
		if n <= 0 {
			break
		}
		last += d
		set[flow.UsulanID(last)] = true
		b = b[n:]
	}
	return set
}

// Result is what is found when a code is asked about.
type Result struct {
	Record
	Intact bool // the trail still has the entry that was the last one then

	Dipulihkan time.Time // where it has not: when the database was put back from a copy since; zero: nobody has, so the trail was altered

	Changed []Perubahan // the first of the usulan that have changed since, each by its last entry
	Many    int         // how many have
	Parent  int         // changes of the master data since: names, panduan, merged titles
}

// Pemulihan is when the database was last put back from a copy, and what of the trail the copy had.
type Pemulihan struct {
	Pada    time.Time
	Keadaan time.Time // of the last entry of the copy
	Nomor   uint64    // its number
}

// ChangedMost is how many usulan are named.
const ChangedMost = 15

// Genuine tells whether nothing has changed.
func (h Result) Genuine() bool { return h.Intact && h.Many == 0 && h.Parent == 0 }

// Perubahan is an usulan that has changed.
type Perubahan struct {
	Usulan flow.UsulanID
	Nama   string
	Diklat string
	Entry  jejak.Entry
}

// imporRencana and imporRiwayat begin the keterangan of an import of the plan, and of diklat taken before.
const (
	imporRencana = "Rencana:"
	imporRiwayat = "Riwayat:"
)

// Parent tells whether an entry changed what stands beside every usulan. An import of the plan changes a print of the plan
// only, one of diklat taken before none.
func (c Record) Parent(e jejak.Entry) bool {
	switch {
	case e.Usulan != 0:
		return false
	case e.Aksi == flow.Impor && strings.HasPrefix(e.Keterangan, imporRencana):
		return c.Rencana
	case e.Aksi == flow.Impor && strings.HasPrefix(e.Keterangan, imporRiwayat):
		return false
	}
	return slices.Contains([]flow.Aksi{flow.UbahPegawai, flow.UbahNIP, flow.UbahOPD, flow.Impor, flow.UbahPanduan, flow.GabungJudul, flow.Nonaktifkan, flow.Aktifkan}, e.Aksi)
}
