package rekap

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/flow/hitung"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

// trenTable is how many usulan were made in each week, or month, of the periode.
func trenTable(r hitung.Rekap) workbook.Table[hitung.Selang] {
	rows := r.Tren.Baris
	columns := []workbook.Column[hitung.Selang]{
		workbook.Nomor[hitung.Selang](),
		{Name: strings.ToUpper(r.Tren.Satuan[:1]) + r.Tren.Satuan[1:], Width: 14, Look: workbook.Centred, Write: func(s hitung.Selang) any { return nama(r.Tren, s) }},
		{Name: "Mulai", Width: 12, Look: workbook.Day, Write: mulai},
		{Name: "Usulan", Width: 10, Look: workbook.Count, Write: func(s hitung.Selang) any { return s.Jumlah }},
	}
	for _, status := range flow.Statuses {
		columns = append(columns, workbook.Column[hitung.Selang]{
			Name: status.String(), Width: 13, Look: workbook.Count, Write: func(s hitung.Selang) any { return s.Status[status] },
		})
	}
	t := workbook.Table[hitung.Selang]{
		Sheet: "Tren", Columns: columns, Rows: slices.Values(rows), Empty: "Belum ada usulan.",
		Title: []string{"USULAN PER " + strings.ToUpper(r.Tren.Satuan), r.Aturan.Instansi, r.Judul() + " · dibuat " + typeset.Waktu(r.Dibuat)},
		Total: &hitung.Selang{Mulai: "Jumlah", Hitungan: r.Total},
		Page:  workbook.Page{Foot: r.Aturan.Instansi},
	}
	if len(rows) == 0 {
		return t
	}
	const high, gap = 300, 18
	t.Gap = gap
	t.Dress = func(f *excelize.File, sheet string, head, _ int) error {
		return workbook.Bagan{
			Judul: "Usulan per " + r.Tren.Satuan, Alt: trenWords(r.Tren), Sheet: sheet, Nama: 2, Head: head, N: len(rows), Tegak: true,
			Seri: []workbook.Seri{{Kolom: 4, Warna: workbook.Navy}}, Wide: workbook.Lebar(columns), High: high,
		}.AddTo(f, sheet, workbook.Ref(1, len(t.Title)+2))
	}
	return t
}

// nama is the short name of a row, as it stands below a bar: a chart would draw days where it finds dates.
func nama(t hitung.Tren, s hitung.Selang) any {
	day := s.Mulai.Time()
	switch {
	case day.IsZero():
		return string(s.Mulai) // the row of totals
	case t.Satuan == "bulan":
		return typeset.Bulan(day)[:3] + day.Format(" 2006")
	}
	return day.Format("2 ") + typeset.Bulan(day)[:3]
}

// mulai is the first day of a row as a date; the row of totals has none.
func mulai(s hitung.Selang) any {
	if day := s.Mulai.Time(); !day.IsZero() {
		return day
	}
	return nil
}

func trenWords(t hitung.Tren) string {
	most := t.Baris[0]
	for _, s := range t.Baris {
		if s.Jumlah > most.Jumlah {
			most = s
		}
	}
	return fmt.Sprintf("Diagram usulan per %s dari %s sampai %s; terbanyak %s usulan pada %s yang mulai %s.",
		t.Satuan, t.Baris[0].Mulai.List(), t.Baris[len(t.Baris)-1].Mulai.List(), hitung.Angka(most.Jumlah), t.Satuan, most.Mulai.List())
}
