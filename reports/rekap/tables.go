package rekap

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/flow/hitung"
	"siip-asn/flow/spelling"
	"siip-asn/reports/colours"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

type (
	column = workbook.Column[hitung.Baris]
	table  = workbook.Table[hitung.Baris]
)

// tables are the counts by each key. Each has the columns of its key, those of the counts, and a chart above.
func tables(r hitung.Rekap) []table {
	return []table{
		charted(r, "Rekap", "REKAPITULASI USULAN DIKLAT", keyed("Diklat", diklatColumns(r)...), r.Diklat, "diklat yang paling diminati"),
		charted(r, "Per OPD", "USULAN DIKLAT PER OPD", append(keyed("OPD", peopleColumns...), stepColumns...), r.OPD, "OPD dengan peminat terbanyak"),
		charted(r, "Per Jenjang", "USULAN DIKLAT PER JENJANG JABATAN", append(keyed("Jenjang", peopleColumns...), stepColumns...), r.Jenjang, "jenjang jabatan"),
		charted(r, "Per Jenis Kompetensi", "USULAN DIKLAT PER JENIS KOMPETENSI", keyed("Jenis Kompetensi"), r.Kompetensi, "jenis kompetensi"),
	}
}

// chartBars is how many rows a chart shows.
const chartBars = 10

// charted is a table with the counts behind the first columns, and a chart of its first rows between the title and the
// header row, so that it is what somebody sees first, also on a phone.
func charted(r hitung.Rekap, sheet, title string, first []column, rows []hitung.Baris, what string) table {
	t := table{
		Sheet:   sheet,
		Title:   []string{title, r.Aturan.Instansi, r.Title() + " · dibuat " + typeset.Time(r.Dibuat)},
		Columns: append(first, countColumns(r)...),
		Rows:    slices.Values(rows),
		Empty:   "Belum ada usulan.",
		Total:   total(r),
		Page:    workbook.Page{Foot: r.Aturan.Instansi},
	}
	n := bars(rows)
	if n == 0 {
		return t
	}
	high, gap := workbook.ChartHeight(n)
	t.Gap = gap
	t.Dress = func(f *excelize.File, sheet string, head, _ int) error {
		return workbook.Chart{
			Title: chartTitle(n, what), Alt: chartWords(rows[:n], what), Sheet: sheet, Names: 2, Head: head, N: n,
			Series: series(len(first) + 2), Wide: workbook.Width(t.Columns), High: high,
		}.AddTo(f, sheet, workbook.Ref(1, len(t.Title)+2))
	}
	return t
}

// bars is how many of the rows a chart shows: up to the last with an usulan, ten at most.
func bars(rows []hitung.Baris) int {
	n := min(chartBars, len(rows))
	for n > 0 && rows[n-1].All == 0 {
		n--
	}
	return n
}

// series are the parts of a bar: the statuses, the first of which stands in the column.
func series(column int) []workbook.Series {
	var list []workbook.Series
	for _, s := range colours.Stacked {
		list = append(list, workbook.Series{Column: column + slices.Index(flow.Statuses, s), Colour: colours.Solid(s)})
	}
	return list
}

func chartTitle(n int, what string) string {
	if n == chartBars {
		return "Sepuluh " + what
	}
	return strings.ToUpper(what[:1]) + what[1:]
}

// chartWords says a chart in words.
func chartWords(rows []hitung.Baris, what string) string {
	s := "Diagram batang " + what + " menurut status. "
	for i, b := range rows {
		s += fmt.Sprintf("%d. %s: %s peminat, %s ditolak. ", i+1, spelling.Clip(b.Nama, 70), hitung.Number(b.Peminat()), hitung.Number(b.Status[flow.Ditolak]))
	}
	return s
}

func total(r hitung.Rekap) *hitung.Baris {
	before := 0
	if r.Before != nil {
		before = r.Before.Peminat()
	}
	return &hitung.Baris{Nama: "Jumlah", Counts: r.Total, Participation: r.Pegawai, Before: before}
}
