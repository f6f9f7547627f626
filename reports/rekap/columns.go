package rekap

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/hitung"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

// keyed are the first columns of a table: its number, its key, and what belongs to the key.
func keyed(name string, more ...column) []column {
	key := column{Name: name, Width: 48, Write: func(b hitung.Baris) any { return typeset.Line(b.Nama) }}
	return append([]column{workbook.Numbers[hitung.Baris](), key}, more...)
}

// diklatColumns stand behind the title of a diklat.
func diklatColumns(r hitung.Rekap) []column {
	list := []column{
		{Name: "Jenis Kompetensi", Width: 17, Write: kompetensi},
		{Name: "Sumber", Width: 10, Look: workbook.Centred, Write: func(b hitung.Baris) any { return b.Source() }},
		{Name: "OPD Peminat", Width: 10, Look: workbook.Centred, Write: func(b hitung.Baris) any { return b.OPDCount }},
	}
	if r.Before != nil {
		list = append(list, column{
			Name: fmt.Sprintf("Peminat %d", r.Periode-1), Width: 10, Look: workbook.Count,
			Write: func(b hitung.Baris) any { return b.Before },
		})
	}
	return list
}

func kompetensi(b hitung.Baris) any {
	if b.Kompetensi == "" {
		return "Belum ditentukan"
	}
	return string(b.Kompetensi)
}

var peopleColumns = []column{
	{Name: "Pegawai", Width: 10, Look: workbook.Count, Write: func(b hitung.Baris) any { return b.Pegawai }},
	{Name: "Terhubung", Width: 11, Look: workbook.Count, Write: func(b hitung.Baris) any { return b.Terhubung }},
	{Name: "Mengusulkan", Width: 12.5, Look: workbook.Count, Write: func(b hitung.Baris) any { return b.Mengusul }},
	{Name: "Partisipasi", Width: 11, Look: workbook.Share, Write: func(b hitung.Baris) any { return hitung.Share(b.Mengusul, b.Pegawai) }},
}

var stepColumns = []column{
	{Name: "Median Hari Kerja di OPD", Width: 15, Look: workbook.Days, Write: func(b hitung.Baris) any { return days(b.DaysOPD) }},
	{Name: "Median Hari Kerja di BKPSDM", Width: 15, Look: workbook.Days, Write: func(b hitung.Baris) any { return days(b.DaysSIIP) }},
}

func days(m hitung.Median) any {
	if !m.Known {
		return nil
	}
	return m.Days()
}

// countColumns count the usulan of a row: its peminat, each status, and the peminat as a share of all.
func countColumns(r hitung.Rekap) []column {
	columns := []column{
		{Name: "Peminat", Width: 10, Look: workbook.Count, Write: func(b hitung.Baris) any { return b.Peminat() }},
	}
	for _, status := range flow.Statuses {
		columns = append(columns, column{
			Name: status.String(), Width: 13, Look: workbook.Count,
			Write: func(b hitung.Baris) any { return b.Status[status] },
		})
	}
	return append(columns, column{
		Name: "Persentase", Width: 12, Look: workbook.Share,
		Write: func(b hitung.Baris) any { return hitung.Share(b.Peminat(), r.Total.Peminat()) },
	})
}
