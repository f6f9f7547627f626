package undangan

import (
	"io"
	"slices"
	"time"

	"siip-asn/flow/aktivasi"
	"siip-asn/flow/spelling"
	"siip-asn/reports/cetak"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

// Write writes activation codes as a workbook to hand out: the OPD in the order in which they come first, and
// within an OPD the order given. Printed, each OPD begins on a new page.
func Write(w io.Writer, made time.Time, list []aktivasi.Undangan) error {
	b, err := workbook.New(undanganTitle, made)
	if err != nil {
		return err
	}
	err = workbook.Put(b, workbook.Table[aktivasi.Undangan]{
		Sheet: "Undangan", Columns: undanganColumns, Rows: slices.Values(slices.Concat(byOPD(list)...)),
		Filter: "Undangan", Freeze: 2, Leaf: func(u aktivasi.Undangan) string { return u.OPD },
		Page: workbook.Page{Left: []string{undanganTitle, rahasia}, Foot: "SIIP-ASN"},
	})
	if err != nil {
		return err
	}
	return b.Write(w)
}

const (
	undanganTitle = "KODE AKTIVASI SIIP-ASN"
	rahasia       = "Rahasia. Serahkan setiap kode hanya kepada pegawai yang namanya tercantum."
)

var undanganColumns = []workbook.Column[aktivasi.Undangan]{
	{Name: "NIP", Width: 21, Look: workbook.Digits, Write: func(u aktivasi.Undangan) any { return string(u.NIP) }},
	{Name: "Nama", Width: 32, Write: func(u aktivasi.Undangan) any { return typeset.Line(u.Nama) }},
	{Name: "OPD", Width: 36, Write: func(u aktivasi.Undangan) any { return typeset.Line(u.OPD) }},
	{Name: "Kode", Width: 21, Look: workbook.Code, Write: func(u aktivasi.Undangan) any { return u.Kode }},
	{Name: "Tautan", Width: 52, Look: workbook.Link, Write: func(u aktivasi.Undangan) any { return u.Link },
		Link: func(u aktivasi.Undangan) string { return u.Link }},
	{Name: "Berlaku sampai", Width: 15, Look: workbook.Day, Write: func(u aktivasi.Undangan) any { return cetak.Date(u.Sampai) }},
}

// byOPD groups the codes by OPD, in the order in which the OPD come first.
func byOPD(list []aktivasi.Undangan) [][]aktivasi.Undangan {
	at := map[string]int{}
	var groups [][]aktivasi.Undangan
	for _, u := range list {
		key := spelling.Key(u.OPD)
		i, seen := at[key]
		if !seen {
			i = len(groups)
			at[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], u)
	}
	return groups
}
