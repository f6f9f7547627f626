// Package surat is what makes paper a letter of the office: its kop with logo, the signer, and the code by which the
// paper can be checked, all from the rules of the office. It draws on reports/paper and decides nothing. A newcomer reads
// Kop.
package surat

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // logos
	"image/png"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/reports/paper"
	"siip-asn/reports/typeset"
)

// KopHigh is how much of a page the kop takes, in millimetres, from the margin on.
const KopHigh = 27.0

// logoSize is the square in which a logo stands, in millimetres.
const logoSize = 21.0

// Kop draws the head of the letter at the top of a page: logo, office, unit and address, and two lines below. What is not
// configured is left away.
func Kop(k *paper.Document, a flow.Aturan) {
	x, wide := paper.Margin, k.Wide-2*paper.Margin
	if logo(k, a.InstansiLogo, x, paper.Margin-1) {
		x, wide = x+logoSize+3, wide-2*(logoSize+3)
	}
	y := paper.Margin + 1.0
	if a.InstansiUnit == "" && a.InstansiAlamat == "" {
		y += 5
	}
	y = k.Fit(paper.Font{Size: 14, Bold: true}, strings.ToUpper(typeset.Line(a.Instansi)), x, y, wide, paper.Middle)
	if a.InstansiUnit != "" {
		y = k.Fit(paper.Font{Size: 11, Bold: true}, strings.ToUpper(typeset.Line(a.InstansiUnit)), x, y, wide, paper.Middle)
	}
	if a.InstansiAlamat != "" {
		k.Fit(paper.Font{Size: 8.5}, a.InstansiAlamat, x, y+0.8, wide, paper.Middle)
	}
	k.SetDrawColor(0, 0, 0)
	for _, line := range []struct{ down, thick float64 }{{21.5, 0.8}, {22.7, 0.2}} {
		k.SetLineWidth(line.thick)
		k.Line(paper.Margin, paper.Margin+line.down, k.Wide-paper.Margin, paper.Margin+line.down)
	}
}

// logo draws a PNG or JPEG into its square and tells whether it could. It is drawn anew as the plainest PNG, since the
// library ends over some kinds of them.
func logo(k *paper.Document, data []byte, x, y float64) bool {
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil || img.Bounds().Empty() {
		return false
	}
	plain := image.NewNRGBA(img.Bounds())
	for py := img.Bounds().Min.Y; py < img.Bounds().Max.Y; py++ {
		for px := img.Bounds().Min.X; px < img.Bounds().Max.X; px++ {
			plain.Set(px, py, img.At(px, py))
		}
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, plain); err != nil {
		return false
	}
	w, h := float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
	scale := logoSize / max(w, h)
	k.Picture("logo", buf.Bytes(), x+(logoSize-w*scale)/2, y+(logoSize-h*scale)/2, w*scale, h*scale)
	return true
}

// SignHigh is how much room a signature takes, in millimetres.
const SignHigh = 40.0

// Sign draws place and date, jabatan, room for the pen, name and NIP. What is not configured is left to the pen.
func Sign(k *paper.Document, a flow.Aturan, made time.Time, x, y, wide float64) {
	s, f := a.Penandatangan, paper.Font{Size: 9.5}
	y = k.Put(f, or(s.Tempat, strings.Repeat(".", 26))+", "+typeset.Date(made), x, y, wide, paper.Middle)
	jabatan := k.Wrap(f, or(s.Jabatan, "Mengetahui")+",", wide)
	k.Lines(f, typeset.Limit(jabatan, 3), x, y, wide, paper.Middle)
	y += 24
	if s.Nama != "" {
		k.Fit(paper.Font{Size: 9.5, Bold: true}, s.Nama, x, y, wide, paper.Middle)
	}
	k.SetDrawColor(0, 0, 0)
	k.SetLineWidth(0.2)
	k.Line(x+4, y+5, x+wide-4, y+5)
	k.Put(f, "NIP. "+or(s.NIP, strings.Repeat(".", 44)), x, y+5.8, wide, paper.Middle)
}

func or(text, empty string) string {
	if text == "" {
		return empty
	}
	return text
}

// CodeHigh is how much room the code takes, in millimetres.
const CodeHigh = 22.0

// Code draws the code by which the paper can be checked, with its QR where there is a link; nothing without a code.
func Code(k *paper.Document, t cetakan.Tanda, x, y, wide float64) error {
	if t.Kode == "" {
		return nil
	}
	if t.Link != "" {
		if err := k.QR(t.Link, x, y, CodeHigh-2); err != nil {
			return fmt.Errorf("code: %w", err)
		}
		x, wide = x+CodeHigh, wide-CodeHigh
	}
	small := paper.Font{Size: 7.5}
	y = k.Put(paper.Font{Size: 9, Bold: true}, "Kode "+t.Kode, x, y+2, wide, paper.Left) + 0.5
	y = k.Lines(small, k.Wrap(small, "Untuk memeriksa apakah data berubah sejak dicetak, pindai kode QR ini dengan HP, atau kirim "+t.Perintah()+" kepada bot SIIP-ASN.", wide), x, y, wide, paper.Left)
	if anchor := t.Anchor.Short(); anchor != "" {
		k.Put(small, "Jangkar jejak "+anchor, x, y, wide, paper.Left)
	}
	return nil
}
