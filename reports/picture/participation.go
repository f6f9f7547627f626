package picture

import (
	"fmt"
	"image/color"
	"io"
	"slices"

	"siip-asn/flow/hitung"
)

// opdEnds is how many OPD stand at each end where there are more than opdFew.
const opdEnds = 5

const (
	shareHead = 72.0 // of the title, and of the best and the worst
	shareEach = 75.0 // a name of up to three lines, and a bar below it
)

func sharesHigh(r hitung.Rekap) float64 {
	switch n := len(r.ByParticipation()); {
	case n == 0:
		return 0
	case n > opdFew:
		return shareHead + shareEach*opdEnds
	default:
		return shareHead + shareEach*float64((n+1)/2)
	}
}

// participation are the OPD by the share of their pegawai who have proposed: all, or the best and the worst.
func (k *canvas) participation(r hitung.Rekap, y float64) error {
	list := r.ByParticipation()
	if len(list) == 0 {
		return nil
	}
	k.section("Partisipasi OPD", fmt.Sprintf("pegawai yang mengusulkan · keseluruhan %s · %s OPD", r.Pegawai.Participated(), hitung.Number(len(list))), edge, y, inner)
	const gap = 30.0
	wide := (inner - gap) / 2
	left, right, names := list[:(len(list)+1)/2], list[(len(list)+1)/2:], [2]string{}
	if len(list) > opdFew {
		left, right, names = list[:opdEnds], slices.Clone(list[len(list)-opdEnds:]), [2]string{"Tertinggi", "Terendah"}
		slices.Reverse(right)
	}
	top := y + 40
	small := lettering{size: 21, bold: true, warna: faint}
	if names[0] != "" {
		k.text(small, names[0], edge, top+20)
		k.text(small, names[1], edge+wide+gap, top+20)
		top += 30
	}
	if err := k.shares(left, edge, top, wide, shareEach); err != nil {
		return err
	}
	return k.shares(right, edge+wide+gap, top, wide, shareEach)
}

// shares draws one column of OPD, each row so high: a name with its figure, and a bar below them.
func (k *canvas) shares(list []hitung.Baris, x, y, wide, each float64) error {
	if len(list) == 0 {
		return nil
	}
	const figures, bar, foot = 104.0, 8.0, 7.0
	parts := []seri{{fill: navy, edge: navy}, {fill: color.White, edge: rule}}
	for _, b := range list {
		n := int(hitung.Share(b.Mengusul, b.Pegawai)*1000 + 0.5)
		parts[0].values, parts[1].values = append(parts[0].values, n), append(parts[1].values, max(1000-n, 0))
	}
	down := each/2 - foot - bar/2 // the bars stand in the middle of their rows, and belong at the foot
	if err := lying(k.part(x, y+down, wide, each*float64(len(list))), parts, 1000, bar); err != nil {
		return err
	}
	figure := lettering{size: 23, bold: true, warna: navy}
	for i, b := range list {
		middle := y + each*float64(i) + (each-bar-foot)/2
		t, lines := label(b.Nama, wide-figures)
		k.block(t, lines, x, middle-1)
		k.block(figure.right(), []string{b.Participated()}, x+wide, middle)
	}
	return nil
}

// label is a name as large as its length allows: on two lines, or on three smaller ones.
func label(name string, wide float64) (lettering, []string) {
	t := lettering{size: 20}
	if lines := t.lines(name, wide, 3); len(lines) <= 2 {
		return t, lines
	}
	t.size = 16.5
	return t, t.lines(name, wide, 3)
}

// opdMost is how many OPD the second picture can hold: Telegram takes no picture that is much higher.
const opdMost = 160

// WriteOPD draws the participation of every OPD as a PNG, the best first, in one or two columns. Its height follows
// from how many there are.
func WriteOPD(w io.Writer, r hitung.Rekap) error {
	list := r.ByParticipation()
	more := max(0, len(list)-opdMost)
	list = list[:len(list)-more]
	columns := 1
	if len(list) > 24 {
		columns = 2
	}
	const each, top, gap = shareEach, 200.0, 30.0
	rows := (len(list) + columns - 1) / columns
	k := newCanvas(Wide, top+each*float64(max(rows, 1))+60)
	k.head("Partisipasi Semua OPD", r)
	about := fmt.Sprintf("%s dari %s pegawai mengusulkan (%s), %s OPD", hitung.Number(r.Pegawai.Mengusul), hitung.Number(r.Pegawai.Pegawai), r.Pegawai.Participated(), hitung.Number(len(list)+more))
	k.text(lettering{size: 24, bold: true, warna: navy}, about, edge, 182)
	wide := (inner - gap*float64(columns-1)) / float64(columns)
	for c := range columns {
		part := list[min(c*rows, len(list)):min((c+1)*rows, len(list))]
		if err := k.shares(part, edge+float64(c)*(wide+gap), top, wide, each); err != nil {
			return err
		}
	}
	if more > 0 {
		k.text(lettering{size: 20, warna: faint}, fmt.Sprintf("%s OPD lagi ada di berkas Excel.", hitung.Number(more)), edge, k.high-20)
	}
	return k.write(w)
}
