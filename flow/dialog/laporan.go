package dialog

import (
	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
)

// Laporan says which report is to be made, and of what. It holds no data: those are read when its turn comes.
type Laporan struct {
	Jenis   JenisLaporan     `json:"jenis"`
	Periode kalender.Periode `json:"periode,omitempty"`
	Filter  daftar.Filter    `json:"filter,omitzero"`   // of a list
	Usulan  []flow.UsulanID  `json:"usulan,omitempty"`  // of a list: these rows, instead of the filter
	OPD     flow.OPDID       `json:"opd,omitempty"`     // whose activation sheet; to which a rekap is limited
	Jenjang flow.Jenjang     `json:"jenjang,omitempty"` // to which a rekap is limited
	Pagu    int64            `json:"pagu,omitempty"`    // of a simulation, in rupiah
	Urutan  string           `json:"urutan,omitempty"`  // in which order a simulation gives it away
	Oleh    flow.PegawaiID   `json:"oleh,omitempty"`    // who asks for it; 0: the schedule
	Pegawai flow.PegawaiID   `json:"pegawai,omitempty"` // whose invitation
	Jejak   jejak.Bagian     `json:"jejak,omitzero"`    // which part of the trail
	File    File             `json:"berkas,omitzero"`   // the workbook whose wrong rows go back
	Text    string           `json:"teks,omitempty"`    // what a QR picture holds; the seed of activation codes (KodeOf)
}

// JenisLaporan is a kind of report.
type JenisLaporan string

// The kinds.
const (
	LaporanRekap           JenisLaporan = "rekap"            // the ten most wanted, and the workbook with all
	LaporanRingkas         JenisLaporan = "ringkas"          // the rekap as two pages to hand over, a PDF
	LaporanRencana         JenisLaporan = "rencana"          // the yearly plan, a workbook that can be dropped back
	LaporanSimulasi        JenisLaporan = "simulasi"         // what a budget pays of it, in words
	LaporanPeriksa         JenisLaporan = "periksa"          // whether what a code (Teks) stands on is still true
	LaporanData            JenisLaporan = "data"             // Export ke Excel
	LaporanCetak           JenisLaporan = "cetak"            // Cetak, a PDF
	LaporanTemplatePegawai JenisLaporan = "template-pegawai" // an empty workbook
	LaporanPanduan         JenisLaporan = "panduan"          // the panduan as a workbook that can be imported again
	LaporanFaults          JenisLaporan = "salah"            // the wrong rows of an upload
	LaporanQR              JenisLaporan = "qr"               // a link as a picture; only an older version of the program sends it
	LaporanUndangan        JenisLaporan = "undangan"         // an activation code of one pegawai
	LaporanAktivasi        JenisLaporan = "aktivasi"         // the activation sheet of an OPD, a PDF
	LaporanJejak           JenisLaporan = "jejak"            // the trail as a workbook, and whether it is unbroken
)
