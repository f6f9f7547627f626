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
func trenTable(r hitung.Rekap) workbook.Table[hitung.Interval] {
	rows := r.Trend.Baris
	columns := []workbook.Column[hitung.Interval]{
		workbook.Numbers[hitung.Interval](),
		{Name: strings.ToUpper(r.Trend.Unit[:1]) + r.Trend.Unit[1:], Width: 14, Look: workbook.Centred, Write: func(s hitung.Interval) any { return nama(r.Trend, s) }},
		{Name: "Mulai", Width: 12, Look: workbook.Day, Write: mulai},
		{Name: "Usulan", Width: 10, Look: workbook.Count, Write: func(s hitung.Interval) any { return s.All }},
	}
	for _, status := range flow.Statuses {
		columns = append(columns, workbook.Column[hitung.Interval]{
			Name: status.String(), Width: 13, Look: workbook.Count, Write: func(s hitung.Interval) any { return s.Status[status] },
		})
	}
	t := workbook.Table[hitung.Interval]{
		Sheet: "Tren", Columns: columns, Rows: slices.Values(rows), Empty: "Belum ada usulan.",
		Title: []string{"USULAN PER " + strings.ToUpper(r.Trend.Unit), r.Aturan.Instansi, r.Title() + " · dibuat " + typeset.Time(r.Dibuat)},
		Total: &hitung.Interval{Start: "Jumlah", Counts: r.Total},
		Page:  workbook.Page{Foot: r.Aturan.Instansi},
	}
	if len(rows) == 0 {
		return t
	}
	const high, gap = 300, 18
	t.Gap = gap
	t.Dress = func(f *excelize.File, sheet string, head, _ int) error {
		return workbook.Chart{
			Title: "Usulan per " + r.Trend.Unit, Alt: trenWords(r.Trend), Sheet: sheet, Names: 2, Head: head, N: len(rows), Upright: true,
			Series: []workbook.Series{{Column: 4, Colour: workbook.Navy}}, Wide: workbook.Width(columns), High: high,
		}.AddTo(f, sheet, workbook.Ref(1, len(t.Title)+2))
	}
	return t
}

// nama is the short name of a row, as it stands below a bar: a chart would draw days where it finds dates.
func nama(t hitung.Trend, s hitung.Interval) any {
	day := s.Start.Time()
	switch {
	case day.IsZero():
		return string(s.Start) // the row of totals
	case t.Unit == "bulan":
		return typeset.Month(day)[:3] + day.Format(" 2006")
	}
	return day.Format("2 ") + typeset.Month(day)[:3]
}

// mulai is the first day of a row as a date; the row of totals has none.
func mulai(s hitung.Interval) any {
	if day := s.Start.Time(); !day.IsZero() {
		return day
	}
	return nil
}

func trenWords(t hitung.Trend) string {
	most := t.Baris[0]
	for _, s := range t.Baris {
		if s.All > most.All {
			most = s
		}
	}
	return fmt.Sprintf("Diagram usulan per %s dari %s sampai %s; terbanyak %s usulan pada %s yang mulai %s.",
		t.Unit, t.Baris[0].Start.List(), t.Baris[len(t.Baris)-1].Start.List(), hitung.Number(most.All), t.Unit, most.Start.List())
}
