package cetak

import (
	"io"
	"iter"
	"slices"
	"strconv"

	"siip-asn/flow/cetakan"
	"siip-asn/flow/daftar"
	"siip-asn/reports/paper"
	"siip-asn/reports/surat"
	"siip-asn/reports/typeface"
	"siip-asn/reports/typeset"
)

// Write writes the list as a PDF on A4 landscape, ready to be printed and signed: the head of the letter, what the
// rows were chosen by, the columns of the list (panduan, bagian III), and room for a signature below the last row.
func Write(w io.Writer, d cetakan.Header, rows iter.Seq[daftar.Baris]) error {
	c := &cetak{Document: paper.New("L", Title, d.Dibuat), d: d, data: slices.Collect(rows)}
	c.Author(typeset.Line(d.Aturan.Instansi), filterWords(d.Saringan))
	list := c.layOut()
	pages := paper.Paginate(heights(list), c.foot()-c.headLow(), c.foot()-paper.Margin-tableHead, surat.SignHigh+6)
	for i, page := range pages {
		if err := c.page(i+1, len(pages), list[page.From:page.To]); err != nil {
			return err
		}
	}
	return c.Write(w)
}

// cetak is the printed list while it is drawn.
type cetak struct {
	*paper.Document
	d    cetakan.Header
	data []daftar.Baris
}

// cetakColumn is a column of the printed list.
type cetakColumn struct {
	Name  string
	Width float64
	Align paper.Align
	Parts func(int, daftar.Baris) []piece
}

// piece is a text in one font; the pieces of a cell stand below each other.
type piece struct {
	Bold bool
	Text string
}

// cetakColumns are the columns of the guide; their widths fill the page.
var cetakColumns = []cetakColumn{
	{"No", 11, paper.Middle, func(n int, _ daftar.Baris) []piece { return []piece{{Text: strconv.Itoa(n)}} }},
	{"Pegawai", 88, paper.Left, pegawaiPieces},
	{"Rekomendasi", 36, paper.Left, func(_ int, b daftar.Baris) []piece { return []piece{{Text: b.Rekomendasi}} }},
	{"Usulan Diklat", 66, paper.Left, func(_ int, b daftar.Baris) []piece { return []piece{{Text: b.Diklat}} }},
	{"Tanggal Usulan", 22, paper.Middle, func(_ int, b daftar.Baris) []piece { return []piece{{Text: b.TanggalUsul.List()}} }},
	{"Status", 50, paper.Left, statusPieces},
}

func pegawaiPieces(_ int, b daftar.Baris) []piece {
	return []piece{
		{true, typeface.Nama(b.Nama, string(b.NIP))}, {Text: "NIP: " + string(b.NIP)}, {Text: "Jabatan: " + b.Jabatan}, {Text: "OPD: " + b.OPD},
	}
}

// statusPieces say who decided and when, beside the status.
func statusPieces(_ int, b daftar.Baris) []piece {
	list := []piece{{true, b.Status.String()}}
	if b.Oleh != "" {
		list = append(list, piece{Text: "oleh " + Oleh(b)}, piece{Text: b.Sejak.Format("02/01/2006 15.04")})
	}
	return list
}

var (
	bodyFont = paper.Font{Size: 8.5}
	headFont = paper.Font{Size: 8.5, Bold: true}
)

const (
	padding   = 1.4 // between a line of the table and its text
	tableHead = 9.0
	cellLines = 20 // of one cell: with the signature below it, a row always fits on a page
)

// cetakRow is a row with its text broken into lines.
type cetakRow struct {
	Cells [][]cetakLine
	High  float64
}

type cetakLine struct {
	Font paper.Font
	Text string
}

func (c *cetak) layOut() []cetakRow {
	rows := make([]cetakRow, len(c.data))
	for i, b := range c.data {
		rows[i] = c.row(i+1, b)
	}
	return rows
}

func (c *cetak) row(n int, b daftar.Baris) cetakRow {
	var row cetakRow
	for _, column := range cetakColumns {
		var lines []cetakLine
		pieces := column.Parts(n, b)
		for _, p := range pieces {
			f := paper.Font{Size: bodyFont.Size, Bold: p.Bold}
			for _, text := range typeset.Limit(c.Wrap(f, p.Text, column.Width-2*padding), cellLines/len(pieces)) {
				lines = append(lines, cetakLine{f, text})
			}
		}
		row.Cells = append(row.Cells, lines)
		row.High = max(row.High, float64(len(lines))*bodyFont.Pitch()+2*padding)
	}
	return row
}

func heights(rows []cetakRow) []float64 {
	list := make([]float64, len(rows))
	for i, r := range rows {
		list[i] = r.High
	}
	return list
}
