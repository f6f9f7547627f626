package main

import (
	"bytes"
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"siip-asn/cmd/siip-asn/demo"
	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/reports/sample"
)

const excelMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// bookOf is a workbook with one sheet, a line a row, cells with tabs between; all of it text.
func bookOf(t testing.TB, sheet string, lines ...string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	for n, line := range lines {
		for i, value := range strings.Split(line, "\t") {
			cell, _ := excelize.CoordinatesToCellName(i+1, n+1)
			if err := f.SetCellStr(sheet, cell, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	bookHeader = "NIP\tNama\tJabatan\tJenjang\tOPD\tPeran"
	bookBudi   = "190101011925011001\tBUDI CONTOH, S.Kom.\tAnalis\tFungsional Umum\tDinas Pindahan\t"
	bookWati   = "190101041925011004\tWATI CONTOH\tAnalis\tFungsional Umum\tBKPSDM\t"
	bookBaru   = "190101091925011009\tNINA CONTOH\tAnalis\tPengawas\tDinas Kesehatan\tAdmin OPD"
)

// moves puts somebody into another OPD, as the import of somebody else would.
func (o *rig) moves(t *testing.T, nip identitas.NIP, opd string) {
	t.Helper()
	_, err := o.store.ImportPegawai(imports.PegawaiImport{Rows: []imports.BarisPegawai{
		{NIP: nip, Nama: "BUDI CONTOH, S.Kom.", Jabatan: "Analis", Jenjang: flow.FungsionalUmum, OPD: opd},
	}}, imports.ImportCommand, time.Now(), false, nil)
	if err != nil {
		t.Fatal(err)
	}
}

func (h *human) drops(name string, data []byte) { h.Upload(name, excelMime, data, "") }

// TestAWorkbookInTheChat goes the whole way of a workbook: wrong rows come back, right ones are counted and applied, what
// would take the last Admin SIIP-ASN is refused, and what was agreed to is what is done.
func TestAWorkbookInTheChat(t *testing.T) {
	t.Parallel() // it waits most of the time
	o := newOffice(t)
	o.run()
	wati, budi := o.person(4, "Wati"), o.person(1, "Budi")
	wati.enters()
	budi.enters()

	budi.drops("pegawai.xlsx", bookOf(t, "Pegawai", bookHeader, bookBaru))
	budi.sees("Berkas tidak dapat diterima di sini")

	wati.drops("salah.xlsx", bookOf(t, "Data Orang", bookHeader, bookBudi, strings.Replace(bookBaru, "1901", "19", 1)))
	wati.sees("Seluruh baris: 0 baru, 1 berubah (1 pindah OPD), 0 sama, 1 salah.")
	marked(t, wati.fileOf("Kesalahan_salah.xlsx"))

	wati.drops("pecat.xlsx", bookOf(t, "Pegawai", bookHeader, bookWati))
	wati.sees("Berkas ini mencabut Admin SIIP-ASN yang terakhir.")

	wati.drops("benar.xlsx", bookOf(t, "Pegawai", bookHeader, bookBudi, bookBaru))
	wati.sees("1 baru, 1 berubah (1 pindah OPD), 0 sama, 0 salah")
	o.moves(t, "190101011925011001", "Dinas Lain")
	wati.taps("Terapkan")
	wati.sees("Data sudah berubah sejak berkas diperiksa, sehingga belum diterapkan.")
	wati.taps("Terapkan")
	wati.sees("Berkas diterapkan")

	wati.drops("panduan.xlsx", bookOf(t, "Panduan", "Jenis Diklat\tJenis Kompetensi", "Pelatihan Contoh Baru\tTeknis"))
	wati.sees("panduan.xlsx (panduan): 1 baru")
	wati.taps("Terapkan")
	wati.sees("panduan.xlsx (panduan): 1 baru, 0 berubah, 0 sama, 0 salah.")
	o.stop()
	for _, sin := range o.sim.Complaints() {
		t.Error(sin)
	}
}

// marked opens the workbook that came back: the wrong row says why.
func marked(t *testing.T, book []byte) {
	t.Helper()
	f := sample.Open(t, book)
	rows := sample.Rows(t, f, f.GetSheetName(0))
	if len(rows) < 2 {
		t.Fatalf("%q", rows)
	}
	if got := strings.Join(rows[0], " ") + strings.Join(rows[1], " "); !strings.Contains(got, "Kesalahan") || !strings.Contains(got, "NIP") {
		t.Errorf("%q", rows)
	}
}

var uploadRows = flag.Int("rows", 2_000, "rows of TestALargeWorkbook; a city has 5,000, and 20,000 are tried now and then")

// TestALargeWorkbook is looked at and applied; somebody else taps meanwhile and is answered.
func TestALargeWorkbook(t *testing.T) {
	t.Parallel() // it waits most of the time
	rows := *uploadRows
	lines := []string{bookHeader}
	for _, row := range demo.Rows(rows).Rows {
		lines = append(lines, strings.Join([]string{string(row.NIP), row.Nama, row.Jabatan, string(row.Jenjang), row.OPD, ""}, "\t"))
	}
	o := newOffice(t)
	o.run()
	wati, budi := o.person(4, "Wati"), o.person(1, "Budi")
	wati.enters()
	budi.enters()
	began := time.Now()
	wati.drops("banyak.xlsx", bookOf(t, "Pegawai", lines...))
	budi.Send("/start")
	budi.taps("Bantuan")
	wati.sees(fmt.Sprintf("banyak.xlsx (pegawai): %d.000 baru, 0 berubah (0 pindah OPD), 0 sama, 0 salah.", rows/1000))
	t.Logf("counted after %v", time.Since(began))
	wati.taps("Terapkan")
	wati.taps("Ya, Terapkan") // some fifty OPD are new
	budi.taps("Tambah")
	wati.sees("Berkas diterapkan")
	t.Logf("applied after %v", time.Since(began))
	o.stop()
}
