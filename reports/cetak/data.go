package cetak

import (
	"io"
	"iter"
	"slices"
	"time"

	"siip-asn/flow/cetakan"
	"siip-asn/flow/daftar"
	"siip-asn/flow/kalender"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

// WriteData writes the workbook of Export ke Excel: the sheet Data with one row an usulan. What the rows were chosen by
// stands at the head of each printed page.
func WriteData(w io.Writer, d cetakan.Header, rows iter.Seq[daftar.Baris]) error {
	b, err := workbook.New(Title, d.Dibuat)
	if err != nil {
		return err
	}
	b.Sign(d.Aturan.Instansi, d.Tanda)
	if err := workbook.Put(b, DataTable(d.Aturan.Instansi, d.Saringan, d.Dibuat, rows)); err != nil {
		return err
	}
	return b.Write(w)
}

// Title heads the list on paper and in the workbook.
const Title = "DAFTAR USULAN DIKLAT SIIP-ASN"

// DataTable is the sheet Data, of an export and of a rekap.
func DataTable(instansi string, saringan []string, made time.Time, rows iter.Seq[daftar.Baris]) workbook.Table[daftar.Baris] {
	return workbook.Table[daftar.Baris]{
		Sheet: "Data", Columns: dataColumns, Rows: rows, Filter: "Data", Freeze: 1,
		Page: workbook.Page{
			Left:  []string{Title, instansi},
			Right: saringanLines(saringan, 2),
			Foot:  "Dibuat " + typeset.Time(made),
		},
	}
}

var dataColumns = []workbook.Column[daftar.Baris]{
	{Name: "Nama", Width: 27, Write: func(b daftar.Baris) any { return typeset.Line(b.Nama) }},
	{Name: "NIP", Width: 20, Look: workbook.Digits, Write: func(b daftar.Baris) any { return string(b.NIP) }},
	{Name: "Jabatan", Width: 27, Write: func(b daftar.Baris) any { return typeset.Line(b.Jabatan) }},
	{Name: "OPD", Width: 29, Write: func(b daftar.Baris) any { return typeset.Line(b.OPD) }},
	{Name: "Rekomendasi", Width: 18, Write: func(b daftar.Baris) any { return typeset.Line(b.Rekomendasi) }},
	{Name: "Usulan Diklat", Width: 31, Write: func(b daftar.Baris) any { return typeset.Line(b.Diklat) }},
	{Name: "Tanggal Usulan", Width: 12, Look: workbook.Day, Write: func(b daftar.Baris) any { return Date(b.TanggalUsul) }},
	{Name: "Status", Width: 18, Look: workbook.Centred, Write: func(b daftar.Baris) any { return b.Status.String() }},
	{Name: "Diputuskan Oleh", Width: 25, Write: func(b daftar.Baris) any { return Oleh(b) }},
	{Name: "Diputuskan Pada", Width: 17, Look: workbook.Instant, Write: decidedAt},
	{Name: "Keterangan", Width: 28, Write: func(b daftar.Baris) any { return b.Keterangan }},
}

// Oleh says who decided and in which role; empty while nobody has.
func Oleh(b daftar.Baris) string {
	if b.Oleh == "" {
		return ""
	}
	return typeset.Line(b.Oleh) + " (" + b.OlehPeran.String() + ")"
}

func decidedAt(b daftar.Baris) any {
	if b.Oleh == "" {
		return nil
	}
	return b.Sejak
}

// Date is a day as a workbook holds it, or its text when it is none.
func Date(t kalender.Tanggal) any {
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
		saringan = append(slices.Clone(saringan[:n-1]), typeset.Join(saringan[n-1:]))
	}
	return saringan
}
