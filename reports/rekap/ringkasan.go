package rekap

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/hitung"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

const ringkasanSheet = "Ringkasan"

// ringkasan is one page to hand over: the figures in sentences, the statuses, the ten most wanted with their bars, and
// who took part least.
func ringkasan(s *workbook.Free, r hitung.Rekap) error {
	s.Widths(6, 52, 13, 13, 13, 13)
	s.Page(workbook.Page{Portrait: true, One: true, Foot: r.Aturan.Instansi})
	s.Text(workbook.Title, "RINGKASAN USULAN DIKLAT SIIP-ASN", 24)
	s.Text(workbook.Subtitle, r.Aturan.Instansi, 0)
	s.Text(workbook.Subtitle, r.Title()+" · dibuat "+typeset.Time(r.Dibuat), 0)
	s.Skip(1)
	for _, sentence := range r.Sentences(90) {
		s.Paragraph(strings.ReplaceAll(sentence, "\u00a0", " "), 6)
	}
	s.Skip(1)
	statusRows(s, r)
	s.Skip(1)
	topRows(s, r)
	s.Skip(1)
	if n := len(r.Top(chartBars)); n > 0 {
		high, rows := workbook.ChartHeight(n)
		head := workbook.HeadOf(3, chartGap(r)) // of sheet Rekap, whose rows the bars are
		s.Chart(workbook.Chart{
			Title: chartTitle(n, "diklat yang paling diminati"), Alt: chartWords(r.Top(chartBars), "diklat yang paling diminati"),
			Sheet: "Rekap", Names: 2, Head: head, N: n, Series: series(len(keyed("", diklatColumns(r)...)) + 2), Wide: 880, High: high,
		}, rows)
	}
	lowRows(s, r)
	return s.Err()
}

func chartGap(r hitung.Rekap) int {
	n := bars(r.Diklat)
	if n == 0 {
		return 0
	}
	_, gap := workbook.ChartHeight(n)
	return gap
}

func statusRows(s *workbook.Free, r hitung.Rekap) {
	s.Row(workbook.Header, "", "Usulan", "Jumlah", "Bagian", "Pekan lalu", "Perubahan")
	line := func(name string, now, before int) {
		s.Row(workbook.Plain, "", name, now, workbook.Dressed{Look: workbook.Share, Value: hitung.Share(now, r.Total.All)}, before, now-before)
	}
	line("Semua usulan", r.Total.All, r.WeekAgo.All)
	line("Peminat (tidak ditolak)", r.Total.Peminat(), r.WeekAgo.Peminat())
	for _, status := range flow.Statuses {
		line(status.String(), r.Total.Status[status], r.WeekAgo.Status[status])
	}
	if r.Pegawai.Pegawai > 0 {
		p := r.Pegawai
		s.Row(workbook.Plain, "", "Pegawai yang telah mengusulkan", p.Mengusul,
			workbook.Dressed{Look: workbook.Share, Value: hitung.Share(p.Mengusul, p.Pegawai)}, nil, nil)
	}
}

func topRows(s *workbook.Free, r hitung.Rekap) {
	top := r.Top(chartBars)
	if len(top) == 0 {
		return
	}
	s.Row(workbook.Header, "No", "Diklat yang paling diminati", "Peminat", "Bagian", "Disetujui", "Ditolak")
	for i, b := range top {
		s.Row(workbook.Plain, workbook.Dressed{Look: workbook.Counter, Value: i + 1}, typeset.Line(b.Nama), b.Peminat(),
			workbook.Dressed{Look: workbook.Share, Value: hitung.Share(b.Peminat(), r.Total.Peminat())}, b.Status[flow.Disetujui], b.Status[flow.Ditolak])
	}
}

// lowMost is how many OPD with the least participation the page names.
const lowMost = 5

func lowRows(s *workbook.Free, r hitung.Rekap) {
	list := r.ByParticipation()
	if len(list) == 0 {
		return
	}
	s.Skip(1)
	s.Row(workbook.Header, "No", fmt.Sprintf("OPD dengan partisipasi terendah (%d dari %d)", min(lowMost, len(list)), len(list)), "Pegawai", "Mengusulkan", "Partisipasi", "Terhubung")
	for i := range min(lowMost, len(list)) {
		b := list[len(list)-1-i]
		s.Row(workbook.Plain, workbook.Dressed{Look: workbook.Counter, Value: i + 1}, typeset.Line(b.Nama), b.Pegawai, b.Mengusul,
			workbook.Dressed{Look: workbook.Share, Value: hitung.Share(b.Mengusul, b.Pegawai)}, b.Terhubung)
	}
}
