package reports

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// The typeface of everything on paper is Noto Sans: it has every Latin letter, and its licence (fonts/OFL.txt) allows
// it to travel inside the program and inside each PDF.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	regular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	bold []byte
)

// kertas is a PDF in the making, in millimetres. Each text is drawn where it is told: nothing flows, and nothing breaks
// a page by itself.
type kertas struct {
	*fpdf.Fpdf
	wide, high float64 // of a page
}

// margin is left free on all sides: no office printer prints nearer to the edge.
const margin = 12.0

// newKertas begins a PDF on A4, "P" or "L", that calls itself by its title and by the time it was made.
func newKertas(way, name string, dated time.Time) *kertas {
	k := &kertas{Fpdf: fpdf.New(way, "mm", "A4", "")}
	k.AddUTF8FontFromBytes("noto", "", bytes.Clone(regular)) // fpdf writes into what it is given
	k.AddUTF8FontFromBytes("noto", "B", bytes.Clone(bold))
	k.SetAutoPageBreak(false, 0)
	k.SetMargins(0, 0, 0)
	k.SetTitle(name, true)
	k.SetCreator("SIIP-ASN", true)
	k.SetLang("id-ID")
	k.SetCatalogSort(true)
	k.SetCreationDate(dated)
	k.SetModificationDate(dated)
	k.wide, k.high = k.GetPageSize()
	return k
}

func (k *kertas) write(w io.Writer) error {
	if err := k.Output(w); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

// font is a size in points, in bold or not, and how far apart its lines are.
type font struct {
	Size float64
	Bold bool
}

func (f font) pitch() float64 { return f.Size * 0.46 }

func (k *kertas) use(f font) {
	style := ""
	if f.Bold {
		style = "B"
	}
	k.SetFont("noto", style, f.Size)
}

// wrap breaks a text into lines of the font.
func (k *kertas) wrap(f font, text string, width float64) []string {
	k.use(f)
	return wrap(printable(line(text)), width, k.GetStringWidth)
}

// align is where a line stands between its left and right end: 0, a half, or 1.
type align float64

const (
	left   align = 0
	middle align = 0.5
	right  align = 1
)

// lines writes lines below each other into a box whose top is y, and returns where the next one would stand.
func (k *kertas) lines(f font, list []string, x, y, width float64, a align) float64 {
	k.use(f)
	for _, text := range list {
		k.Text(x+(width-k.GetStringWidth(text))*float64(a), y+f.pitch()*0.74, text)
		y += f.pitch()
	}
	return y
}

// put writes one line, cut where it does not fit.
func (k *kertas) put(f font, text string, x, y, width float64, a align) float64 {
	lines := k.wrap(f, text, width)
	return k.lines(f, limit(lines, 1), x, y, width, a)
}

// fit writes one line, smaller where it does not fit, down to a size that can still be read.
func (k *kertas) fit(f font, text string, x, y, width float64, a align) float64 {
	for f.Size > 8 && len(k.wrap(f, text, width)) > 1 {
		f.Size -= 0.5
	}
	return k.put(f, text, x, y, width, a)
}
