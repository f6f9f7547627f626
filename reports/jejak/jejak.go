package jejak

import (
	"io"
	"iter"
	"strings"
	"time"

	"siip-asn/flow/cetakan"
	"siip-asn/flow/jejak"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

// Write writes the audit trail as a workbook, in the order given. Times are shown in the zone of made, the time at
// which the workbook is made.
func Write(w io.Writer, instansi string, made time.Time, t cetakan.Tanda, rows iter.Seq[jejak.Baris]) error {
	b, err := workbook.New(jejakTitle, made)
	if err != nil {
		return err
	}
	b.Sign(instansi, t)
	err = workbook.Put(b, workbook.Table[jejak.Baris]{
		Sheet: "Jejak", Columns: jejakColumns(made.Location()), Rows: rows, Filter: "Jejak", Freeze: 2,
		Page: workbook.Page{Left: []string{jejakTitle, instansi}, Foot: "Dibuat " + typeset.Time(made)},
	})
	if err != nil {
		return err
	}
	return b.Write(w)
}

const jejakTitle = "JEJAK PERUBAHAN SIIP-ASN"

func jejakColumns(zone *time.Location) []workbook.Column[jejak.Baris] {
	return []workbook.Column[jejak.Baris]{
		{Name: "No", Width: 8, Look: workbook.Count, Write: func(b jejak.Baris) any { return int(b.Nomor) }},
		{Name: "Waktu " + zoneName(zone), Width: 19, Look: workbook.Instant, Write: func(b jejak.Baris) any { return at(b.At, zone) }},
		{Name: "Oleh", Width: 24, Write: func(b jejak.Baris) any { return typeset.Line(b.OlehNama) }},
		{Name: "Peran", Width: 15, Write: func(b jejak.Baris) any { return b.Peran.String() }},
		{Name: "Aksi", Width: 24, Write: func(b jejak.Baris) any { return b.Aksi.Dicatat() }},
		{Name: "Pegawai", Width: 24, Write: func(b jejak.Baris) any { return typeset.Line(b.PegawaiNama) }},
		{Name: "NIP", Width: 20, Look: workbook.Digits, Write: func(b jejak.Baris) any { return string(b.PegawaiNIP) }},
		{Name: "Usulan", Width: 9, Look: workbook.Count, Write: usulanNumber},
		{Name: "Dari", Width: 17, Write: func(b jejak.Baris) any { return b.Dari.String() }},
		{Name: "Ke", Width: 17, Write: func(b jejak.Baris) any { return b.Ke.String() }},
		{Name: "Keterangan", Width: 28, Write: func(b jejak.Baris) any { return b.Keterangan }},
		{Name: "Perubahan", Width: 34, Write: perubahan},
		{Name: "Hash", Width: 36, Write: func(b jejak.Baris) any { return b.Hash }},
	}
}

func usulanNumber(b jejak.Baris) any {
	if b.Usulan == 0 {
		return nil
	}
	return int(b.Usulan)
}

// perubahan says of each field what it was and what it is.
func perubahan(b jejak.Baris) any {
	var lines []string
	for _, u := range b.Ubah {
		lines = append(lines, typeset.Line(u.Kolom)+": "+orDash(u.Sebelum)+" → "+orDash(u.Sesudah))
	}
	return strings.Join(lines, "\n")
}

func orDash(s string) string {
	if s = typeset.Line(s); s == "" {
		return "–"
	}
	return s
}

// at brings an instant into a zone; an instant that is not known stays unknown.
func at(t time.Time, zone *time.Location) time.Time {
	if t.IsZero() {
		return t
	}
	return t.In(zone)
}

// zoneName is what people call the zone: WIB.
func zoneName(zone *time.Location) string {
	name, _ := time.Date(2026, 1, 1, 0, 0, 0, 0, zone).Zone()
	return name
}

// Name is the file name of the trail: Jejak_SIIP-ASN_2026-11-23.xlsx.
func Name(made time.Time) string {
	return "Jejak_SIIP-ASN_" + made.Format(time.DateOnly) + ".xlsx"
}
