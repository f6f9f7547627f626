package imports

import (
	"cmp"
	"errors"
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/kalender"
)

// PegawaiImport is a workbook of pegawai. It is imported only when no row is wrong; until then it can be counted.
type PegawaiImport struct {
	Rows    []BarisPegawai
	Columns PegawaiColumns
	Wrong   int // rows with faults, which are not among Baris
}

// PegawaiColumns says which optional columns the workbook has. A column that is missing leaves what is known; an empty
// cell in one that is there makes it empty.
type PegawaiColumns struct {
	HP, Nilai, Rekomendasi, Peran, Status bool

	KeepHP bool // an empty number leaves the one that is known: an export has fewer of them than the office
}

// BarisPegawai is one row of it.
type BarisPegawai struct {
	Cell        string // where it stands, "Pegawai!A5"
	NIP         identitas.NIP
	Nama        string
	Jabatan     string
	Jenjang     flow.Jenjang
	OPD         string // its name
	HP          identitas.HP
	Nilai       string
	Rekomendasi string
	AdminOPD    bool
	AdminSIIP   bool
	Status      StatusPegawai
	Kedudukan   string        // of an export, when it is not Aktif there: it is said, and changes nothing by itself
	NIPLama     identitas.NIP // under which he is known until now
	OPDLama     string        // the name of the OPD until now
}

// StatusPegawai is what a row says of whether a pegawai is there; the zero value says nothing and leaves what is known.
type StatusPegawai struct {
	Aktif    bool
	Nonaktif bool
	Sebab    flow.Sebab       // why he is Nonaktif, where that is said
	Sejak    kalender.Tanggal // since when he is, where that is said
}

// Onto is the pegawai as the row says it is; opd is the OPD that the row names, pindah whether that is another one than
// before, at the day of the import. Who moves to another OPD is Admin OPD there only if the row says so.
func (b BarisPegawai) Onto(p flow.Pegawai, opd flow.OPDID, pindah bool, k PegawaiColumns, at kalender.Tanggal) flow.Pegawai {
	p.NIP, p.Nama, p.Jabatan, p.Jenjang, p.OPD = b.NIP, b.Nama, b.Jabatan, b.Jenjang, opd
	p.AdminOPD = p.AdminOPD && !pindah
	if k.HP && (b.HP != "" || !k.KeepHP) {
		p.HP = b.HP
	}
	if k.Nilai {
		p.Nilai = b.Nilai
	}
	if k.Rekomendasi {
		p.Rekomendasi = b.Rekomendasi
	}
	if k.Peran {
		p.AdminOPD, p.AdminSIIP = b.AdminOPD, b.AdminSIIP
	}
	return b.Status.onto(p, at)
}

// onto ends a pegawai, or brings him back. A reason or a day that is not said leaves the one that is known; where none is, he
// has left (berhenti) at the day of the import.
func (s StatusPegawai) onto(p flow.Pegawai, at kalender.Tanggal) flow.Pegawai {
	switch {
	case s.Aktif && !p.Aktif():
		return p.Kembalikan()
	case s.Nonaktif:
		return p.Keluarkan(cmp.Or(s.Sebab, p.Nonaktif.Sebab, flow.Berhenti), cmp.Or(s.Sejak, p.Nonaktif.Sejak, at))
	case !p.Aktif():
		p.AdminOPD, p.AdminSIIP = false, false
	}
	return p
}

// BarisPanduan is one row of a workbook of panduan.
type BarisPanduan struct {
	Cell         string
	Nama         string
	Kompetensi   flow.Kompetensi
	Sasaran      []flow.Jenjang
	TanpaSasaran bool // the workbook has no such column, so what is known stays
}

// ImportResult counts what an import did, or would do.
type ImportResult struct {
	New     int // not known before
	Changed int // known, and something of it is different now
	Moved   int // among Berubah: moved to another OPD
	Same    int // known, and nothing is different
	Wrong   int // rows with faults: with one of them nothing is written

	Fingerprint string // of what is different from what was known; the same again while nothing of that has changed

	Impact *Impact // of pegawai: to whom
}

// Changes tells whether the import makes a difference at all. An OPD that gets another name changes no pegawai.
func (h ImportResult) Changes() bool {
	return h.New+h.Changed > 0 || h.Impact != nil && len(h.Impact.RenamedOPD) > 0
}

// Keterangan is what the trail says of an import; only pegawai move to another OPD.
func (h ImportResult) Keterangan(jenis Kind) string {
	if jenis == KindPegawai {
		return fmt.Sprintf("Pegawai: %d baru, %d berubah (%d pindah OPD), %d sama", h.New, h.Changed, h.Moved, h.Same)
	}
	return fmt.Sprintf("%s: %d baru, %d berubah, %d sama", kindWords[jenis], h.New, h.Changed, h.Same)
}

var kindWords = map[Kind]string{KindPanduan: "Panduan", KindUsulan: "Usulan", KindRiwayat: "Riwayat", KindRencana: "Rencana"}

// ErrChanged is an import that would no longer do what was agreed to: the data have changed since it was looked at.
var ErrChanged = errors.New("data sudah berubah sejak berkas diperiksa")

// Objection is why an import is not done although no row is wrong: a sentence for the person, in Indonesian.
type Objection string

// Error is the sentence itself.
func (k Objection) Error() string { return string(k) }

// Fault is something wrong in a workbook: where, and why in Indonesian.
type Fault struct{ Sheet, Cell, Reason string }

// Error is the sheet, the cell where there is one, and what is wrong, as one sentence in Indonesian.
func (f Fault) Error() string {
	if f.Cell == "" {
		return fmt.Sprintf("lembar %q: %s", f.Sheet, f.Reason)
	}
	return fmt.Sprintf("lembar %q sel %s: %s", f.Sheet, f.Cell, f.Reason)
}

// Limits of the texts of the master data, in characters: a card with all of them still fits into one message.
const (
	NamaMax    = 100
	JabatanMax = 250
	OPDMax     = 200
	NilaiMax   = 50
)

// Actor is who brings a workbook in: an Admin SIIP-ASN in the chat, or the program's command.
type Actor struct {
	ID     flow.PegawaiID
	Nama   string
	Peran  flow.Peran
	Agreed string // the Fingerprint of what he agreed to; empty: he takes what comes
}

// ImportCommand is the program's command.
var ImportCommand = Actor{Nama: "Perintah import", Peran: flow.Sistem}

// Kind is what a workbook holds.
type Kind string

// The workbooks that can be dropped into the chat.
const (
	KindPegawai Kind = "pegawai"
	KindPanduan Kind = "panduan"
	KindUsulan  Kind = "usulan"  // Export ke Excel of the web application
	KindRiwayat Kind = "riwayat" // diklat taken before
	KindRencana Kind = "rencana" // the yearly plan
)
