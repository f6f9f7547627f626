package picture

import (
	"fmt"
	"image/color"
	"image/png"
	"io"
	"strconv"
	"sync"

	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"siip-asn/reports/typeface"
	"siip-asn/reports/typeset"
)

// canvas is a picture while it is drawn, in pixels from the left upper corner down.
type canvas struct {
	draw.Canvas
	img        *vgimg.Canvas
	wide, high float64
	said       []string // every text on it
}

// dotsPerInch lets a point of the library be a pixel.
const dotsPerInch = 72

func newCanvas(wide, high float64) *canvas {
	img := vgimg.NewWith(vgimg.UseWH(vg.Length(wide), vg.Length(high)), vgimg.UseDPI(dotsPerInch), vgimg.UseBackgroundColor(color.White))
	return &canvas{Canvas: draw.New(img), img: img, wide: wide, high: high}
}

// write writes the picture as a PNG.
func (k *canvas) write(w io.Writer) error {
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(w, k.img.Image()); err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	return nil
}

// letters are the fonts of the house as the library wants them, read once.
var letters = sync.OnceValue(func() text.Plain {
	cache := font.NewCache(nil)
	for weight, data := range map[stdfont.Weight][]byte{stdfont.WeightNormal: typeface.Regular, stdfont.WeightBold: typeface.Bold} {
		face, err := opentype.Parse(data)
		if err != nil {
			panic(err) // the program was built with a broken font
		}
		cache.Add(font.Collection{{Font: font.Font{Typeface: "Noto", Weight: weight}, Face: face}})
	}
	return text.Plain{Fonts: cache}
})

// lettering is how a text looks.
type lettering struct {
	size  float64
	bold  bool
	warna color.Color
	align float64 // 0 begins at x, 0.5 stands over it, 1 ends there
}

func (t lettering) style() text.Style {
	weight := stdfont.WeightNormal
	if t.bold {
		weight = stdfont.WeightBold
	}
	c := t.warna
	if c == nil {
		c = ink
	}
	return text.Style{
		Color: c, Font: font.Font{Typeface: "Noto", Weight: weight, Size: vg.Length(t.size)},
		XAlign: text.XAlignment(-t.align), YAlign: text.YBottom, Handler: letters(),
	}
}

func (t lettering) right() lettering { t.align = 1; return t }

// width is how many pixels a text takes.
func (t lettering) width(s string) float64 {
	sty := t.style()
	return float64(sty.Width(s))
}

// pitch is how far apart lines are.
func (t lettering) pitch() float64 { return t.size * 1.14 }

// text writes one line whose letters stand on y.
func (k *canvas) text(t lettering, s string, x, y float64) {
	k.said = append(k.said, s)
	k.FillText(t.style(), vg.Point{X: vg.Length(x), Y: vg.Length(k.high - y)}, s)
}

// lines breaks a text into at most n lines of a width; what does not fit ends in an ellipsis.
func (t lettering) lines(s string, wide float64, n int) []string {
	list := typeset.Wrap(typeface.Printable(typeset.Line(s)), wide, t.width)
	if len(list) <= n {
		return list
	}
	list = list[:n]
	last := []rune(list[n-1])
	for len(last) > 0 && t.width(string(last)+"…") > wide {
		last = last[:len(last)-1]
	}
	list[n-1] = string(last) + "…"
	return list
}

// block writes lines whose middle is y.
func (k *canvas) block(t lettering, lines []string, x, y float64) {
	y -= float64(len(lines)-1) * t.pitch() / 2
	for _, l := range lines {
		k.text(t, l, x, y+t.size*0.36)
		y += t.pitch()
	}
}

// box fills a rectangle; edge is the line around it, nil for none.
func (k *canvas) box(x, y, wide, high float64, fill, edge color.Color) {
	corner := func(x, y float64) vg.Point { return vg.Point{X: vg.Length(x), Y: vg.Length(k.high - y)} }
	points := []vg.Point{corner(x, y), corner(x+wide, y), corner(x+wide, y+high), corner(x, y+high)}
	k.FillPolygon(fill, points)
	if edge != nil {
		k.StrokeLines(draw.LineStyle{Color: edge, Width: 1}, append(points, points[0]))
	}
}

// part is a rectangle of the picture for a plot.
func (k *canvas) part(x, y, wide, high float64) draw.Canvas {
	return draw.Crop(k.Canvas, vg.Length(x), vg.Length(x+wide-k.wide), vg.Length(k.high-y-high), vg.Length(-y))
}

// hex is a colour RRGGBB.
func hex(s string) color.Color {
	v, _ := strconv.ParseUint(s, 16, 32)
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// The colours beside those of the statuses.
var (
	ink   = hex("1B2530")
	faint = hex("5A6570")
	navy  = hex("1F3864")
	pale  = hex("EEF3F8")
	rule  = hex("C9D3DD")
)
