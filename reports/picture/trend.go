package picture

import (
	"strings"

	"siip-asn/flow/hitung"
	"siip-asn/reports/typeset"
)

const trendHigh = 188.0

// trend are usulan a week, or a month, with the name of a month below where it begins.
func (k *canvas) trend(r hitung.Rekap, y float64) error {
	const x, wide, high = edge, inner, trendHigh
	t := r.Trend
	values, most, at := make([]int, len(t.Baris)), 0, 0
	for i, s := range t.Baris {
		values[i] = s.All
		if s.All > most {
			most, at = s.All, i
		}
	}
	if most == 0 {
		return nil
	}
	about := "terbanyak " + hitung.Number(most) + " pada " + t.Unit + " yang mulai " + typeset.Date(t.Baris[at].Start.Time())
	k.section("Usulan per "+t.Unit, about, x, y, wide)
	const foot, head = 30.0, 46.0
	each := wide / float64(len(values))
	if err := standing(k.part(x, y+head, wide, high-head-foot), values, most, min(each*0.78, 60)); err != nil {
		return err
	}
	base := y + high - foot
	k.box(x, base, wide, 1.5, faint, nil)
	k.months(t, x, base, each)
	return nil
}

// roomy is how much room a bar needs for a name of its own.
const roomy = 74.0

// each names every week by its Monday, and every month, below its bar.
func (k *canvas) each(t hitung.Trend, label lettering, x, base, each float64) {
	label.align = 0.5
	for i, s := range t.Baris {
		day := s.Start.Time()
		name := day.Format("2 ") + typeset.Month(day)[:3]
		if t.Unit == "bulan" {
			name = typeset.Month(day)[:3] + day.Format(" 06")
		}
		k.text(label, name, x+each*(float64(i)+0.5), base+24)
	}
}

// months names each month, or year, below its first bar as far as the names leave room for each other.
func (k *canvas) months(t hitung.Trend, x, base, each float64) {
	label, before, free := lettering{size: 21, warna: faint}, "", 0.0
	if each >= roomy {
		k.each(t, label, x, base, each)
		return
	}
	for i, s := range t.Baris {
		day := s.Start.Time()
		name := typeset.Month(day)[:3]
		if t.Unit == "bulan" {
			name = day.Format("2006")
		}
		at := x + each*float64(i)
		if name == before || at < free {
			continue
		}
		before = name
		if wide := label.width(name); at+wide <= x+each*float64(len(t.Baris)) {
			k.box(at, base, 1.5, 8, faint, nil)
			k.text(label, strings.TrimSpace(name), at+4, base+24)
			free = at + wide + 14
		}
	}
}
