package reports

import (
	"fmt"
	"strings"
)

const (
	footHigh = 8.0
	signHigh = 47.0
)

// foot is how far down the rows of a page may go.
func (c *cetak) foot() float64 { return c.high - margin - footHigh }

func (c *cetak) inner() float64 { return c.wide - 2*margin }

func (c *cetak) page(n, of int, rows []cetakRow) {
	c.AddPage()
	y := margin
	if n == 1 {
		y = c.letterHead()
	}
	y = c.tableHead(y)
	for _, row := range rows {
		y = c.drawRow(row, y)
	}
	if len(c.data) == 0 {
		y = c.lines(bodyFont, []string{"Tidak ada usulan."}, margin, y+3, c.inner(), middle) + 3
	}
	if n == of {
		c.signature(y)
	}
	c.footer(n, of)
}

// headLow is where the rows of the first page begin. It is measured before the pages are made, with the same steps that
// draw the head.
func (c *cetak) headLow() float64 {
	filters := len(c.filterLines())
	return letterHigh + float64(filters)*bodyFont.pitch() + 3 + tableHead
}

const letterHigh = margin + 25.0

// letterHead is the head of the letter, the title, and what the rows were chosen by.
func (c *cetak) letterHead() float64 {
	c.fit(font{14, true}, strings.ToUpper(c.d.Instansi), margin, margin, c.inner(), middle)
	c.SetDrawColor(0, 0, 0)
	c.SetLineWidth(0.8)
	c.Line(margin, margin+9, c.wide-margin, margin+9)
	c.SetLineWidth(0.2)
	c.Line(margin, margin+10.2, c.wide-margin, margin+10.2)
	c.put(font{12, true}, daftarTitle, margin, margin+15, c.inner(), middle)
	y := c.lines(bodyFont, c.filterLines(), margin, letterHigh, c.inner()*0.68, left)
	c.put(bodyFont, "Dicetak "+waktu(c.d.Dibuat), margin, letterHigh, c.inner(), right)
	return y + 3
}

func (c *cetak) filterLines() []string {
	text := "Saringan: " + join(saringanLines(c.d.Saringan, 99))
	if len(c.d.Saringan) == 0 {
		text = "Semua usulan"
	}
	lines := limit(c.wrap(bodyFont, text, c.inner()*0.68), 4)
	return append(lines, fmt.Sprintf("Jumlah: %d usulan", len(c.data)))
}

func (c *cetak) tableHead(y float64) float64 {
	c.SetFillColor(0x1f, 0x38, 0x64)
	c.SetTextColor(255, 255, 255)
	x := margin
	for _, column := range cetakColumns {
		c.box(x, y, column.Width, tableHead, "FD")
		lines := c.wrap(headFont, column.Name, column.Width-padding)
		c.lines(headFont, lines, x, y+(tableHead-float64(len(lines))*headFont.pitch())/2, column.Width, middle)
		x += column.Width
	}
	c.SetTextColor(0, 0, 0)
	return y + tableHead
}

func (c *cetak) drawRow(row cetakRow, y float64) float64 {
	x := margin
	for i, column := range cetakColumns {
		c.box(x, y, column.Width, row.High, "D")
		down := y + padding
		for _, l := range row.Cells[i] {
			down = c.lines(l.Font, []string{l.Text}, x+padding, down, column.Width-2*padding, column.Align)
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

// signature leaves the place and the name to the pen: the program knows neither.
func (c *cetak) signature(y float64) {
	x, wide := c.wide-margin-85, 85.0
	f := font{Size: 9.5}
	dots := strings.Repeat(".", 26)
	y = c.lines(f, []string{dots + ", " + tanggal(c.d.Dibuat), "Mengetahui,"}, x, y+8, wide, middle)
	c.SetDrawColor(0, 0, 0)
	c.SetLineWidth(0.2)
	y += 20
	c.Line(x+8, y, x+wide-8, y)
	c.lines(f, []string{"NIP. " + strings.Repeat(".", 44)}, x+8, y+1, wide-16, left)
}

func (c *cetak) footer(n, of int) {
	small, y := font{Size: 7.5}, c.high-margin-3
	c.put(small, daftarTitle+" · "+c.d.Instansi, margin, y, c.inner()*0.8, left)
	c.put(small, fmt.Sprintf("Halaman %d dari %d", n, of), margin, y, c.inner(), right)
}
