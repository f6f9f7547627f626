package picture

import (
	"io"
	"time"

	"siip-asn/flow/hitung"
	"siip-asn/reports/typeset"
)

// Wide is how wide every picture is, in pixels: a phone that is held upright shows it sharp. With ten diklat and more than
// ten OPD it is some 1,650 high.
const Wide = 1080.0

const (
	edge  = 40.0 // left free at each side
	inner = Wide - 2*edge
)

// opdFew is up to how many OPD the first picture shows all.
const opdFew = 10

// More tells whether there are more OPD than the first picture shows, so that there is a second.
func More(r hitung.Rekap) bool { return len(r.ByParticipation()) > opdFew }

// Write draws the picture of a rekap as a PNG: tiles of figures, the ten most wanted diklat, participation of the OPD,
// usulan a week.
func Write(w io.Writer, r hitung.Rekap) error {
	k, err := paint(r)
	if err != nil {
		return err
	}
	return k.write(w)
}

// Says lists every text that stands on the picture, for who compares it with the same in other places.
func Says(r hitung.Rekap) ([]string, error) {
	k, err := paint(r)
	if err != nil {
		return nil, err
	}
	return k.said, nil
}

func paint(r hitung.Rekap) (*canvas, error) {
	const top, gap, foot = 394.0, 14.0, 28.0
	if r.Total.All == 0 {
		k := newCanvas(Wide, top+100)
		k.head("Rekap Usulan Diklat", r)
		k.tiles(r, 156)
		k.text(lettering{size: 28, bold: true, warna: navy}, r.Sentences(0)[0], edge, top+50)
		return k, nil
	}
	high := []float64{topHigh(r), sharesHigh(r), trendHigh}
	k := newCanvas(Wide, top+high[0]+gap+high[1]+gap+high[2]+foot)
	k.head("Rekap Usulan Diklat", r)
	k.tiles(r, 156)
	for i, y := 0, top; i < len(high); i++ {
		if err := []func(hitung.Rekap, float64) error{k.top, k.participation, k.trend}[i](r, y); err != nil {
			return nil, err
		}
		y += high[i] + gap
	}
	return k, nil
}

// head is the title, whose rekap it is, and of when.
func (k *canvas) head(title string, r hitung.Rekap) {
	k.box(0, 0, k.wide, 140, navy, nil)
	white := hex("FFFFFF")
	k.text(lettering{size: 40, bold: true, warna: white}, title, edge, 54)
	small := lettering{size: 23, warna: hex("D5E1EE")}
	k.text(small, first(small.lines(r.Aturan.Instansi, inner, 1)), edge, 90)
	k.text(small, first(small.lines(r.Title()+" · per "+waktu(r.Dibuat), inner, 1)), edge, 122)
}

func waktu(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return typeset.Time(t)
}

func first(list []string) string { return list[0] }

// section is the title of a part.
func (k *canvas) section(title, about string, x, y, wide float64) {
	t := lettering{size: 28, bold: true, warna: navy}
	k.text(t, title, x, y+28)
	small := lettering{size: 21, warna: faint}
	if about != "" && t.width(title)+small.width(about)+20 < wide {
		k.text(small.right(), about, x+wide, y+28)
	}
}

// WriteTop draws only the most wanted diklat, for a page.
func WriteTop(w io.Writer, r hitung.Rekap) error {
	k := newCanvas(Wide, topHigh(r)+8)
	if err := k.top(r, 0); err != nil {
		return err
	}
	return k.write(w)
}

// WriteTrend draws only the usulan a week, for a page.
func WriteTrend(w io.Writer, r hitung.Rekap) error {
	k := newCanvas(Wide, trendHigh+4)
	if err := k.trend(r, 0); err != nil {
		return err
	}
	return k.write(w)
}
