package undangan

import (
	"io"
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/reports/buku"
	"siip-asn/reports/cetak"
	"siip-asn/reports/teks"
)

// Write writes activation codes as a workbook to hand out: the OPD in the order in which they come first, and
// within an OPD the order given. Printed, each OPD begins on a new page.
func Write(w io.Writer, made time.Time, list []flow.Undangan) error {
	b, err := buku.New(undanganTitle, made)
	if err != nil {
		return err
	}
	err = buku.Put(b, buku.Table[flow.Undangan]{
		Sheet: "Undangan", Columns: undanganColumns, Rows: slices.Values(slices.Concat(byOPD(list)...)),
		Filter: "Undangan", Freeze: 2, Leaf: func(u flow.Undangan) string { return u.OPD },
		Page: buku.Page{Left: []string{undanganTitle, rahasia}, Foot: "SIIP-ASN"},
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

var undanganColumns = []buku.Column[flow.Undangan]{
	{Name: "NIP", Width: 21, Look: buku.Digits, Write: func(u flow.Undangan) any { return string(u.NIP) }},
	{Name: "Nama", Width: 32, Write: func(u flow.Undangan) any { return teks.Line(u.Nama) }},
	{Name: "OPD", Width: 36, Write: func(u flow.Undangan) any { return teks.Line(u.OPD) }},
	{Name: "Kode", Width: 21, Look: buku.Code, Write: func(u flow.Undangan) any { return u.Kode }},
	{Name: "Tautan", Width: 52, Look: buku.Link, Write: func(u flow.Undangan) any { return u.Link },
		Link: func(u flow.Undangan) string { return u.Link }},
	{Name: "Berlaku sampai", Width: 15, Look: buku.Day, Write: func(u flow.Undangan) any { return cetak.Date(u.Sampai) }},
}

// byOPD groups the codes by OPD, in the order in which the OPD come first.
func byOPD(list []flow.Undangan) [][]flow.Undangan {
	at := map[string]int{}
	var groups [][]flow.Undangan
	for _, u := range list {
		key := flow.Key(u.OPD)
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
