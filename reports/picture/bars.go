package picture

import (
	"cmp"
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"siip-asn/flow"
	"siip-asn/flow/hitung"
	"siip-asn/reports/colours"
)

// bare is a plot without axes that fills what it is drawn on, so that words can stand beside its bars.
func bare() *plot.Plot {
	p := plot.New()
	p.HideAxes()
	p.X.Padding, p.Y.Padding = 0, 0
	p.BackgroundColor = color.Transparent
	return p
}

// seri is one part of each bar.
type seri struct {
	values     []int
	fill, edge color.Color
}

// lying draws bars from the left, the first on top, each as thick as said. Most is how long the whole width is.
func lying(c draw.Canvas, parts []seri, most int, thick float64) error {
	p := bare()
	var below *plotter.BarChart
	for _, s := range parts {
		values := make(plotter.Values, len(s.values))
		for i, v := range s.values {
			values[len(values)-1-i] = float64(v)
		}
		bars, err := plotter.NewBarChart(values, vg.Length(thick))
		if err != nil {
			return err
		}
		bars.Horizontal, bars.Color = true, s.fill
		bars.LineStyle = draw.LineStyle{Color: s.edge, Width: 1}
		if below != nil {
			bars.StackOn(below)
		}
		below = bars
		p.Add(bars)
	}
	p.X.Min, p.X.Max = 0, float64(max(most, 1))
	p.Y.Min, p.Y.Max = -0.5, float64(len(parts[0].values))-0.5
	p.Draw(c)
	return nil
}

// standing draws bars from below.
func standing(c draw.Canvas, values []int, most int, thick float64) error {
	list := make(plotter.Values, len(values))
	for i, v := range values {
		list[i] = float64(v)
	}
	bars, err := plotter.NewBarChart(list, vg.Length(thick))
	if err != nil {
		return err
	}
	bars.Color, bars.LineStyle.Width = navy, 0
	p := bare()
	p.Add(bars)
	p.X.Min, p.X.Max = -0.5, float64(len(values))-0.5
	p.Y.Min, p.Y.Max = 0, float64(max(most, 1))
	p.Draw(c)
	return nil
}

// statusParts are the parts of bars that are stacked by status.
func statusParts(rows []hitung.Baris) []seri {
	var list []seri
	for _, s := range colours.Stacked {
		part := seri{fill: hex(colours.Of(s)), edge: hex(colours.Edge)}
		for _, b := range rows {
			part.values = append(part.values, b.Status[s])
		}
		list = append(list, part)
	}
	return list
}

// legend names the colours of the statuses in one line, and gives where it ends.
func (k *canvas) legend(t lettering, x, y float64) {
	for _, s := range colours.Stacked {
		k.box(x, y-t.size*0.75, t.size*0.8, t.size*0.8, hex(colours.Of(s)), hex(colours.Edge))
		x += t.size * 1.15
		k.text(t, word(s), x, y)
		x += t.width(word(s)) + t.size*1.1
	}
}

// word is a status as a short word: "Ditolak".
func word(s flow.Status) string { return cmp.Or(s.Record().Selesai, "Masuk") }
