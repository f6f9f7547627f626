package reports

import (
	"io"
	"slices"
	"time"

	"siip-asn/flow"
)

// WriteUndangan writes activation codes as a workbook to hand out: the OPD in the order in which they come first, and
// within an OPD the order given. Printed, each OPD begins on a new page.
func WriteUndangan(w io.Writer, list []flow.Undangan) error {
	b, err := newBook(undanganTitle, undated)
	if err != nil {
		return err
	}
	err = put(b, table[flow.Undangan]{
		Sheet: "Undangan", Columns: undanganColumns, Rows: slices.Values(slices.Concat(byOPD(list)...)),
		Filter: "Undangan", Freeze: 2, Leaf: func(u flow.Undangan) string { return u.OPD },
		Page: page{Left: []string{undanganTitle, rahasia}, Foot: "SIIP-ASN"},
	})
	if err != nil {
		return err
	}
	return b.write(w)
}

const (
	undanganTitle = "KODE AKTIVASI SIIP-ASN"
	rahasia       = "Rahasia. Serahkan setiap kode hanya kepada pegawai yang namanya tercantum."
)

// undated is the time of files whose input brings none: the same codes are to have the same bytes.
var undated = time.Date(2022, 8, 31, 0, 0, 0, 0, time.UTC)

var undanganColumns = []column[flow.Undangan]{
	{Name: "NIP", Width: 21, Look: digits, Write: func(u flow.Undangan) any { return string(u.NIP) }},
	{Name: "Nama", Width: 32, Write: func(u flow.Undangan) any { return line(u.Nama) }},
	{Name: "OPD", Width: 36, Write: func(u flow.Undangan) any { return line(u.OPD) }},
	{Name: "Kode", Width: 18, Look: code, Write: func(u flow.Undangan) any { return u.Kode }},
	{Name: "Link", Width: 52, Look: link, Write: func(u flow.Undangan) any { return u.Link },
		Link: func(u flow.Undangan) string { return u.Link }},
	{Name: "Berlaku sampai", Width: 15, Look: day, Write: func(u flow.Undangan) any { return date(u.Sampai) }},
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
