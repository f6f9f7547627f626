package cetak

import (
	"fmt"

	"siip-asn/reports/paper"
	"siip-asn/reports/surat"
	"siip-asn/reports/typeset"
)

const footHigh = 8.0

// foot is how far down the rows of a page may go.
func (c *cetak) foot() float64 { return c.High - paper.Margin - footHigh }

func (c *cetak) inner() float64 { return c.Wide - 2*paper.Margin }

func (c *cetak) page(n, of int, rows []cetakRow) error {
	c.AddPage()
	y := paper.Margin
	if n == 1 {
		y = c.letterHead()
	}
	y = c.tableHead(y)
	for _, row := range rows {
		y = c.drawRow(row, y)
	}
	if len(c.data) == 0 {
		y = c.Lines(bodyFont, []string{"Tidak ada usulan."}, paper.Margin, y+3, c.inner(), paper.Middle) + 3
	}
	c.footer(n, of)
	if n < of {
		return nil
	}
	return c.signature(y)
}

// headLow is where the rows of the first page begin. It is measured before the pages are made, with the same steps that
// draw the head.
func (c *cetak) headLow() float64 {
	filters := len(c.filterLines())
	return letterHigh + float64(filters)*bodyFont.Pitch() + 3 + tableHead
}

const letterHigh = paper.Margin + surat.KopHigh + 7

// letterHead is the head of the letter, the title, and what the rows were chosen by.
func (c *cetak) letterHead() float64 {
	surat.Kop(c.Document, c.d.Aturan)
	c.Put(paper.Font{Size: 12, Bold: true}, Title, paper.Margin, paper.Margin+surat.KopHigh-1, c.inner(), paper.Middle)
	y := c.Lines(bodyFont, c.filterLines(), paper.Margin, letterHigh, c.inner()*0.68, paper.Left)
	c.Put(bodyFont, "Dicetak "+typeset.Time(c.d.Dibuat), paper.Margin, letterHigh, c.inner(), paper.Right)
	return y + 3
}

// filterWords says what the rows were chosen by.
func filterWords(filters []string) string {
	if len(filters) == 0 {
		return "Semua usulan"
	}
	return "Filter: " + typeset.Join(saringanLines(filters, 99))
}

func (c *cetak) filterLines() []string {
	lines := typeset.Limit(c.Wrap(bodyFont, filterWords(c.d.Saringan), c.inner()*0.68), 4)
	return append(lines, fmt.Sprintf("Jumlah: %d usulan", len(c.data)))
}

func (c *cetak) tableHead(y float64) float64 {
	c.SetFillColor(0x1f, 0x38, 0x64)
	c.SetTextColor(255, 255, 255)
	x := paper.Margin
	for _, column := range cetakColumns {
		c.box(x, y, column.Width, tableHead, "FD")
		lines := c.Wrap(headFont, column.Name, column.Width-padding)
		c.Lines(headFont, lines, x, y+(tableHead-float64(len(lines))*headFont.Pitch())/2, column.Width, paper.Middle)
		x += column.Width
	}
	c.SetTextColor(0, 0, 0)
	return y + tableHead
}

func (c *cetak) drawRow(row cetakRow, y float64) float64 {
	x := paper.Margin
	for i, column := range cetakColumns {
		c.box(x, y, column.Width, row.High, "D")
		down := y + padding
		for _, l := range row.Cells[i] {
			down = c.Lines(l.Font, []string{l.Text}, x+padding, down, column.Width-2*padding, column.Align)
		}
		x += column.Width
	}
	return y + row.High
}

func (c *cetak) box(x, y, wide, high float64, style string) {
	c.SetDrawColor(0x80, 0x80, 0x80)
	c.SetLineWidth(0.15)
	c.Rect(x, y, wide, high, style)
}

// signature is the signer at the right and the code at the left.
func (c *cetak) signature(y float64) error {
	const wide = 85.0
	surat.Sign(c.Document, c.d.Aturan, c.d.Dibuat, c.Wide-paper.Margin-wide, y+6, wide)
	return surat.Code(c.Document, c.d.Tanda, paper.Margin, y+8, 100)
}

func (c *cetak) footer(n, of int) {
	small, y := paper.Font{Size: 7.5}, c.High-paper.Margin-3
	c.Put(small, c.footWords(), paper.Margin, y, c.inner()*0.8, paper.Left)
	c.Put(small, fmt.Sprintf("Halaman %d dari %d", n, of), paper.Margin, y, c.inner(), paper.Right)
}

func (c *cetak) footWords() string {
	words := Title + " · " + c.d.Aturan.Instansi
	if c.d.Tanda.Kode != "" {
		words = "Kode " + c.d.Tanda.Kode + " · " + words
	}
	return words
}
