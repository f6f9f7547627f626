package picture

import (
	"fmt"
	"image/jpeg"
	"io"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Side is how wide and how high the picture of the bot is, in pixels. Telegram cuts a circle out of it.
const Side = 640.0

// WriteProfile draws the picture of the bot as a JPEG: a speech bubble with a check mark, and the name below, all inside the
// circle that Telegram shows.
func WriteProfile(w io.Writer) error {
	ground, white := hex("0B6280"), hex("FFFFFF")
	k := newCanvas(Side, Side)
	k.box(0, 0, Side, Side, ground, nil)
	k.SetColor(white)
	k.Fill(k.bubble(155, 62, 330))
	k.check(155, 62, 330, draw.LineStyle{Color: ground, Width: 38})
	k.text(lettering{size: 100, bold: true, warna: white, align: 0.5}, "SIIP-ASN", Side/2, 512)
	if err := jpeg.Encode(w, k.img.Image(), &jpeg.Options{Quality: 92}); err != nil {
		return fmt.Errorf("picture of the bot: %w", err)
	}
	return nil
}

// at is a point of the picture, x to the right and y down from its left upper corner.
func (k *canvas) at(x, y float64) vg.Point {
	return vg.Point{X: vg.Length(x), Y: vg.Length(k.high - y)}
}

// bubble is the outline of a speech bubble so wide, with round corners and a tail at the left below: nine tenths as high.
func (k *canvas) bubble(x, y, wide float64) vg.Path {
	right, bottom, round := x+wide, y+wide*0.72, wide*0.16
	corner := func(p *vg.Path, x, y, from float64) { p.Arc(k.at(x, y), vg.Length(round), from, -math.Pi/2) }
	var p vg.Path
	p.Move(k.at(x, y+round))
	corner(&p, x+round, y+round, math.Pi)
	corner(&p, right-round, y+round, math.Pi/2)
	corner(&p, right-round, bottom-round, 0)
	p.Line(k.at(x+wide*0.48, bottom))
	p.Line(k.at(x+wide*0.22, bottom+wide*0.2))
	p.Line(k.at(x+wide*0.22, bottom))
	corner(&p, x+round, bottom-round, -math.Pi/2)
	p.Close()
	return p
}

// check is a check mark in the middle of a bubble so wide.
func (k *canvas) check(x, y, wide float64, line draw.LineStyle) {
	points := []vg.Point{k.at(x+wide*0.3, y+wide*0.37), k.at(x+wide*0.44, y+wide*0.51), k.at(x+wide*0.71, y+wide*0.24)}
	k.StrokeLines(line, points)
	for _, end := range points { // the line itself ends square
		k.DrawGlyph(draw.GlyphStyle{Color: line.Color, Radius: line.Width / 2, Shape: draw.CircleGlyph{}}, end)
	}
}
