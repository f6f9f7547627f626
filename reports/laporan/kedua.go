package laporan

import (
	"fmt"
	"strconv"

	"siip-asn/flow"
	"siip-asn/flow/hitung"
	"siip-asn/reports/paper"
	"siip-asn/reports/surat"
	"siip-asn/reports/typeset"
)

// second is the page of tables. What stands at its foot, the signer, is measured first; the OPD take the room that is
// left.
func (l *laporan) second() error {
	top := topRows(l.r)
	title := "Diklat yang paling diminati"
	if len(top) == topMost {
		title = "Sepuluh diklat yang paling diminati"
	}
	y := l.heading(title, paper.Margin)
	y = l.table(topColumns, top, y) + 4
	y = l.heading("Usulan yang menunggu", y)
	y = l.table(waitColumns, waitRows(l.r), y) + 4
	y = l.heading("Partisipasi OPD: pegawai yang telah mengusulkan", y)
	low := l.High - paper.Margin - footHigh - surat.SignHigh - 4
	l.opds(y, low)
	const wide = 85.0
	surat.Sign(l.Document, l.r.Aturan, l.r.Dibuat, l.Wide-paper.Margin-wide, low+3, wide)
	return surat.Code(l.Document, l.tanda, paper.Margin, low+12, 85)
}

func (l *laporan) heading(text string, y float64) float64 {
	l.SetTextColor(0x1f, 0x38, 0x64)
	y = l.Put(paper.Font{Size: 10.5, Bold: true}, text, paper.Margin, y, l.inner(), paper.Left) + 0.8
	l.SetTextColor(0, 0, 0)
	return y
}

// column is a column of a table: its name, its part of the width, and where its text stands.
type column struct {
	name  string
	part  float64
	align paper.Align
}

var (
	topColumns = []column{
		{"No", 0.04, paper.Middle}, {"Diklat", 0.43, paper.Left}, {"Jenis kompetensi", 0.14, paper.Left}, {"OPD", 0.06, paper.Right},
		{"Peminat", 0.08, paper.Right}, {"Bagian", 0.08, paper.Right}, {"Disetujui", 0.09, paper.Right}, {"Ditolak", 0.08, paper.Right},
	}
	waitColumns = []column{
		{"Menunggu di", 0.34, paper.Left}, {"Status", 0.24, paper.Left}, {"Usulan", 0.12, paper.Right},
		{"Median hari kerja", 0.15, paper.Right}, {"Terlama (hari kerja)", 0.15, paper.Right},
	}
)

// topMost is how many of the most wanted diklat the table has.
const topMost = 10

func topRows(r hitung.Rekap) [][]string {
	var rows [][]string
	for i, b := range r.Top(topMost) {
		kind := string(b.Kompetensi)
		if kind == "" {
			kind = "Isi manual"
		}
		rows = append(rows, []string{
			strconv.Itoa(i + 1), b.Nama, kind, hitung.Number(b.OPDCount), hitung.Number(b.Peminat()), r.Share(b),
			hitung.Number(b.Status[flow.Disetujui]), hitung.Number(b.Status[flow.Ditolak]),
		})
	}
	return rows
}

func waitRows(r hitung.Rekap) [][]string {
	var rows [][]string
	for _, t := range r.Waiting {
		oldest := "–"
		if t.Count > 0 {
			oldest = hitung.Number(t.Longest)
		}
		rows = append(rows, []string{t.With, t.Status.String(), hitung.Number(t.Count), t.Middle.String(), oldest})
	}
	return rows
}

// table draws a header and rows; a text takes two lines at most.
func (l *laporan) table(columns []column, rows [][]string, y float64) float64 {
	const pad = 1.2
	f := paper.Font{Size: 7.5}
	head := make([]string, len(columns))
	for i, c := range columns {
		head[i] = c.name
	}
	if len(rows) == 0 {
		rows = [][]string{append([]string{"–", "Belum ada."}, make([]string, len(columns)-2)...)}
	}
	l.SetDrawColor(0x80, 0x80, 0x80)
	l.SetLineWidth(0.15)
	for n, row := range append([][]string{head}, rows...) {
		f.Bold = n == 0
		var cells [][]string
		most := 1
		for i, c := range columns {
			lines := typeset.Limit(l.Wrap(f, row[i], c.part*l.inner()-2*pad), 2)
			cells, most = append(cells, lines), max(most, len(lines))
		}
		high := float64(most)*f.Pitch() + 1.6
		x := paper.Margin
		for i, c := range columns {
			l.SetFillColor(0xdc, 0xe6, 0xf1)
			l.Rect(x, y, c.part*l.inner(), high, map[bool]string{true: "FD", false: "D"}[n == 0])
			l.Lines(f, cells[i], x+pad, y+0.7, c.part*l.inner()-2*pad, c.align)
			x += c.part * l.inner()
		}
		y += high
	}
	return y
}

// opds lists the participation of the OPD in columns, the best first, as many as there is room for; of the rest the number is
// said.
func (l *laporan) opds(y, low float64) {
	list := l.r.ByParticipation()
	f := paper.Font{Size: 7}
	each := f.Pitch() + 0.28
	columns := 1
	rows := int((low - y - each) / each)
	for columns < 3 && (len(list)+columns-1)/columns > rows {
		columns++
	}
	rows = min(rows, (len(list)+columns-1)/columns)
	const gap = 5.0
	wide := (l.inner() - gap*float64(columns-1)) / float64(columns)
	for i, b := range list[:min(len(list), rows*columns)] {
		x, down := paper.Margin+float64(i/rows)*(wide+gap), y+float64(i%rows)*each
		l.Lines(f, l.clip(f, fmt.Sprintf("%d. %s", i+1, b.Nama), wide-31), x, down, wide-31, paper.Left)
		l.Lines(f, []string{hitung.Number(b.Mengusul) + " / " + hitung.Number(b.Pegawai)}, x, down, wide-13, paper.Right)
		l.Lines(paper.Font{Size: 7, Bold: true}, []string{b.Participated()}, x, down, wide, paper.Right)
	}
	if more := len(list) - rows*columns; more > 0 {
		l.Put(f, fmt.Sprintf("%s OPD lagi dengan partisipasi yang lebih rendah ada di berkas Excel.", hitung.Number(more)), paper.Margin, y+float64(rows)*each, l.inner(), paper.Left)
	}
}

// clip is a text on one line, with an ellipsis where it ends early.
func (l *laporan) clip(f paper.Font, text string, wide float64) []string {
	lines := l.Wrap(f, text, wide)
	if len(lines) == 1 {
		return lines
	}
	runes := []rune(typeset.Line(lines[0] + " " + lines[1]))
	for len(runes) > 0 && len(l.Wrap(f, string(runes)+"…", wide)) > 1 {
		runes = runes[:len(runes)-1]
	}
	return []string{string(runes) + "…"}
}
