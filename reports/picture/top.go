package picture

import (
	"fmt"

	"siip-asn/flow/hitung"
)

// topMost is how many of the most wanted diklat are drawn.
const topMost = 10

const (
	topHead = 78.0 // of the title and the legend
	topEach = 52.0 // a bar, beside two lines of its title
)

func topHigh(r hitung.Rekap) float64 {
	return topHead + topEach*float64(max(1, len(r.Top(topMost))))
}

// top are the most wanted diklat, each a bar of its statuses.
func (k *canvas) top(r hitung.Rekap, y float64) error {
	rows := r.Top(topMost)
	title := "Diklat yang paling diminati"
	if len(rows) == topMost {
		title = "Sepuluh diklat yang paling diminati"
	}
	k.section(title, fmt.Sprintf("%s diklat diusulkan", hitung.Number(len(r.Diklat))), edge, y, inner)
	k.legend(lettering{size: 21, warna: ink}, edge, y+64)
	if len(rows) == 0 {
		k.text(lettering{size: 24, warna: faint}, "Semua usulan ditolak.", edge, y+120)
		return nil
	}
	return k.bars(r, rows, edge, y+topHead, inner, float64(len(rows))*topEach)
}

// bars draws rows with their names at the left and their peminat behind the bars.
func (k *canvas) bars(r hitung.Rekap, rows []hitung.Baris, x, y, wide, high float64) error {
	const names, gap, figures = 490.0, 14.0, 170.0
	most := 0
	for _, b := range rows {
		most = max(most, b.All)
	}
	bar := wide - names - gap - figures
	each := high / float64(len(rows))
	if err := lying(k.part(x+names+gap, y, bar, high), statusParts(rows), most, min(each*0.68, 34)); err != nil {
		return err
	}
	name, figure := lettering{size: 21.5}, lettering{size: 24, bold: true, warna: navy}
	small := lettering{size: 21, warna: faint}
	for i, b := range rows {
		middle := y + each*(float64(i)+0.5)
		k.block(name, name.lines(fmt.Sprintf("%d. %s", i+1, b.Nama), names, 2), x, middle)
		end := x + names + gap + bar*float64(b.All)/float64(max(most, 1)) + 10
		k.block(figure, []string{hitung.Number(b.Peminat())}, end, middle)
		k.block(small, []string{r.Share(b)}, end+figure.width(hitung.Number(b.Peminat()))+8, middle)
	}
	return nil
}
