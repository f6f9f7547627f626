package reports

import (
	"io"
	"iter"
	"slices"
	"time"

	"siip-asn/flow"
)

// WriteData writes the workbook of Export ke Excel: the sheet Data with one row an usulan. What the rows were chosen by
// stands at the head of each printed page.
func WriteData(w io.Writer, d flow.Daftaran, rows iter.Seq[flow.BarisData]) error {
	b, err := newBook(daftarTitle, d.Dibuat)
	if err != nil {
		return err
	}
	if err := put(b, dataTable(d.Instansi, d.Saringan, d.Dibuat, rows)); err != nil {
		return err
	}
	return b.write(w)
}

const daftarTitle = "DAFTAR USULAN DIKLAT SIIP-ASN"

// dataTable is the sheet Data, of an export and of a rekap.
func dataTable(instansi string, saringan []string, made time.Time, rows iter.Seq[flow.BarisData]) table[flow.BarisData] {
	return table[flow.BarisData]{
		Sheet: "Data", Columns: dataColumns, Rows: rows, Filter: "Data", Freeze: 1,
		Page: page{
			Left:  []string{daftarTitle, instansi},
			Right: saringanLines(saringan, 2),
			Foot:  "Dibuat " + waktu(made),
		},
	}
}

var dataColumns = []column[flow.BarisData]{
	{Name: "Nama", Width: 27, Write: func(b flow.BarisData) any { return line(b.Nama) }},
	{Name: "NIP", Width: 20, Look: digits, Write: func(b flow.BarisData) any { return string(b.NIP) }},
	{Name: "Jabatan", Width: 27, Write: func(b flow.BarisData) any { return line(b.Jabatan) }},
	{Name: "OPD", Width: 29, Write: func(b flow.BarisData) any { return line(b.OPD) }},
	{Name: "Rekomendasi", Width: 18, Write: func(b flow.BarisData) any { return line(b.Rekomendasi) }},
	{Name: "Usulan Diklat", Width: 31, Write: func(b flow.BarisData) any { return line(b.Diklat) }},
	{Name: "Tanggal Usulan", Width: 12, Look: day, Write: func(b flow.BarisData) any { return date(b.TanggalUsul) }},
	{Name: "Status", Width: 18, Look: centred, Write: func(b flow.BarisData) any { return b.Status.String() }},
	{Name: "Keterangan", Width: 28, Write: func(b flow.BarisData) any { return b.Keterangan }},
}

// date is a day as a workbook holds it, or its text when it is none.
func date(t flow.Tanggal) any {
	if at := t.Time(); !at.IsZero() {
		return at
	}
	return string(t)
}

// saringanLines says in at most n lines what a list was chosen by.
func saringanLines(saringan []string, n int) []string {
	if len(saringan) == 0 {
		return []string{"Semua usulan"}
	}
	if len(saringan) > n {
		saringan = append(slices.Clone(saringan[:n-1]), join(saringan[n-1:]))
	}
	return saringan
}
