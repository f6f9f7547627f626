package flow

import "time"

// Laporan says which report is to be made, and of what. It holds no data: those are read when its turn comes.
type Laporan struct {
	Jenis   JenisLaporan `json:"jenis"`
	Periode Periode      `json:"periode,omitempty"`
	Filter  Filter       `json:"filter,omitzero"`   // of a list
	Usulan  []UsulanID   `json:"usulan,omitempty"`  // of a list: these rows, instead of the filter
	OPD     OPDID        `json:"opd,omitempty"`     // whose activation sheet
	Pegawai PegawaiID    `json:"pegawai,omitempty"` // whose QR
	Jejak   Jejak        `json:"jejak,omitzero"`    // which part of the trail
	Berkas  File         `json:"berkas,omitzero"`   // the workbook whose wrong rows go back
	Teks    string       `json:"teks,omitempty"`    // what a QR picture holds; the seed of an activation sheet (KodeOf)
}

// JenisLaporan is a kind of report.
type JenisLaporan string

// The kinds.
const (
	LaporanRekap           JenisLaporan = "rekap"            // the ten most wanted, and the workbook with all
	LaporanData            JenisLaporan = "data"             // Export ke Excel
	LaporanCetak           JenisLaporan = "cetak"            // Cetak, a PDF
	LaporanTemplatePegawai JenisLaporan = "template-pegawai" // an empty workbook
	LaporanPanduan         JenisLaporan = "panduan"          // the panduan as a workbook that can be imported again
	LaporanSalah           JenisLaporan = "salah"            // the wrong rows of an upload
	LaporanQR              JenisLaporan = "qr"               // a link as a picture
	LaporanAktivasi        JenisLaporan = "aktivasi"         // the activation sheet of an OPD, a PDF
	LaporanJejak           JenisLaporan = "jejak"            // the trail as a workbook, and whether it is unbroken
)

// Daftaran is the head of a list that is exported or printed: what its rows were chosen by, and when.
type Daftaran struct {
	Instansi string
	Saringan []string // the filters in words, "Status: DITERUSKAN"; empty: everything
	Dibuat   time.Time
}
