package paper

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"siip-asn/reports/typeface"
	"siip-asn/reports/typeset"
)

// Document is a PDF in the making, in millimetres. Each text is drawn where it is told: nothing flows, and nothing breaks
// a page by itself.
type Document struct {
	*fpdf.Fpdf
	Wide, High float64 // of a page
	title      string
}

// margin is left free on all sides: no office printer prints nearer to the edge.
const Margin = 12.0

// New begins a PDF on A4, "P" or "L", that calls itself by its title and by the time it was made.
func New(way, name string, dated time.Time) *Document {
	k := &Document{Fpdf: fpdf.New(way, "mm", "A4", ""), title: name}
	k.AddUTF8FontFromBytes("noto", "", bytes.Clone(typeface.Regular)) // fpdf writes into what it is given
	k.AddUTF8FontFromBytes("noto", "B", bytes.Clone(typeface.Bold))
	k.SetAutoPageBreak(false, 0)
	k.SetMargins(0, 0, 0)
	k.SetTitle(name, true)
	k.SetCreator("SIIP-ASN", true)
	k.SetLang("id-ID")
	k.SetDisplayMode("fullpage", "continuous")
	k.SetCatalogSort(true)
	k.SetCreationDate(dated)
	k.SetModificationDate(dated)
	k.Wide, k.High = k.GetPageSize()
	return k
}

// Write ends the PDF and writes it; the error is the first that anything on its way has met.
func (k *Document) Write(w io.Writer) error {
	if err := k.Output(w); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

// Font is a size in points, in bold or not, and how far apart its lines are.
type Font struct {
	Size float64
	Bold bool
}

// Pitch is from one line to the next, in millimetres.
func (f Font) Pitch() float64 { return f.Size * 0.46 }

// Use sets the font for what is drawn or measured next.
func (k *Document) Use(f Font) {
	style := ""
	if f.Bold {
		style = "B"
	}
	k.SetFont("noto", style, f.Size)
}

// Wrap breaks a text into lines of the font.
func (k *Document) Wrap(f Font, text string, width float64) []string {
	k.Use(f)
	return typeset.Wrap(typeface.Printable(typeset.Line(text)), width, k.GetStringWidth)
}

// Align is where a line stands between its left and right end: 0, a half, or 1.
type Align float64

// The three that are used.
const (
	Left   Align = 0
	Middle Align = 0.5
	Right  Align = 1
)

// Lines writes lines below each other into a box whose top is y, and returns where the next one would stand.
func (k *Document) Lines(f Font, list []string, x, y, width float64, a Align) float64 {
	k.Use(f)
	for _, text := range list {
		k.Text(x+(width-k.GetStringWidth(text))*float64(a), y+f.Pitch()*0.74, text)
		y += f.Pitch()
	}
	return y
}

// Put writes one line, cut where it does not fit.
func (k *Document) Put(f Font, text string, x, y, width float64, a Align) float64 {
	lines := k.Wrap(f, text, width)
	return k.Lines(f, typeset.Limit(lines, 1), x, y, width, a)
}

// Fit writes one line, smaller where it does not fit, down to a size that can still be read.
func (k *Document) Fit(f Font, text string, x, y, width float64, a Align) float64 {
	for f.Size > 8 && len(k.Wrap(f, text, width)) > 1 {
		f.Size -= 0.5
	}
	return k.Put(f, text, x, y, width, a)
}
