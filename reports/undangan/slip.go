package undangan

import (
	"fmt"
	"io"
	"strings"
	"time"

	"siip-asn/flow/aktivasi"
	"siip-asn/reports/paper"
	"siip-asn/reports/typeface"
	"siip-asn/reports/typeset"
)

// WritePDF writes activation codes as slips to print and cut, each with a QR of its link. Each OPD begins on a
// new page, so that its stack can be handed over; no slip is split.
func WritePDF(w io.Writer, instansi string, made time.Time, list []aktivasi.Undangan) error {
	k := &slips{Document: paper.New("P", undanganTitle, made), instansi: instansi}
	for _, group := range byOPD(list) {
		if err := k.group(group); err != nil {
			return err
		}
	}
	if len(list) == 0 {
		k.AddPage()
		k.Put(paper.Font{Size: 10}, "Tidak ada kode aktivasi.", paper.Margin, paper.Margin, k.Wide-2*paper.Margin, paper.Middle)
	}
	return k.Write(w)
}

type slips struct {
	*paper.Document
	instansi string
}

// Slips stand in two columns of five.
const (
	slipsAcross, slipsDown = 2, 5
	slipsTop               = 27.0
	slipHigh               = 51.0
	qrSize                 = 31.0
)

func (k *slips) slipWide() float64 { return (k.Wide - 2*paper.Margin) / slipsAcross }

// group draws the pages of one OPD.
func (k *slips) group(list []aktivasi.Undangan) error {
	const each = slipsAcross * slipsDown
	of := (len(list) + each - 1) / each
	for i, u := range list {
		if i%each == 0 {
			k.AddPage()
			k.head(u.OPD, i/each+1, of)
		}
		column, row := i%slipsAcross, i%each/slipsAcross
		x, y := paper.Margin+float64(column)*k.slipWide(), slipsTop+float64(row)*slipHigh
		if err := k.slip(u, x, y); err != nil {
			return fmt.Errorf("slip of %s: %w", u.NIP.Masked(), err)
		}
	}
	return nil
}

func (k *slips) head(opd string, n, of int) {
	wide := k.Wide - 2*paper.Margin
	y := k.Put(paper.Font{Size: 11, Bold: true}, undanganTitle, paper.Margin, paper.Margin-4, wide, paper.Left)
	k.Put(paper.Font{Size: 8}, fmt.Sprintf("Halaman %d dari %d", n, of), paper.Margin, paper.Margin-4, wide, paper.Right)
	f := paper.Font{Size: 9, Bold: true}
	y = k.Lines(f, typeset.Limit(k.Wrap(f, opd, wide), 2), paper.Margin, y+0.5, wide, paper.Left)
	k.Put(paper.Font{Size: 8}, rahasia, paper.Margin, y+0.5, wide, paper.Left)
}

func (k *slips) slip(u aktivasi.Undangan, x, y float64) error {
	k.edge(x, y)
	const pad = 4.0
	wide := k.slipWide() - 2*pad
	if u.Link != "" {
		wide -= qrSize + 3
		if err := k.QR(u.Link, x+k.slipWide()-pad-qrSize, y+pad+2, qrSize); err != nil {
			return err
		}
	}
	k.words(u, x+pad, y+pad, wide)
	k.advice(u, x+pad, y+slipHigh-pad-5.6, k.slipWide()-2*pad)
	return nil
}

// edge is where to cut.
func (k *slips) edge(x, y float64) {
	k.SetDrawColor(0x80, 0x80, 0x80)
	k.SetLineWidth(0.2)
	k.SetDashPattern([]float64{1.2, 1}, 0)
	k.Rect(x, y, k.slipWide(), slipHigh, "D")
	k.SetDashPattern(nil, 0)
}

func (k *slips) words(u aktivasi.Undangan, x, y, wide float64) {
	small, name := paper.Font{Size: 6.5}, paper.Font{Size: 9, Bold: true}
	y = k.Lines(small, typeset.Limit(k.Wrap(small, k.instansi, wide), 2), x, y, wide, paper.Left) + 0.5
	y = k.Lines(name, typeset.Limit(k.Wrap(name, typeface.Nama(u.Nama, string(u.NIP)), wide), 3), x, y, wide, paper.Left)
	y = k.Put(paper.Font{Size: 8.5}, "NIP "+u.NIP.Masked(), x, y, wide, paper.Left) + 1
	y = k.Put(small, "Kode aktivasi", x, y, wide, paper.Left)
	y = k.Fit(paper.Font{Size: 13, Bold: true}, u.Kode, x, y-0.4, wide, paper.Left)
	k.Put(paper.Font{Size: 8}, "Berlaku sampai "+u.Sampai.Card(), x, y, wide, paper.Left)
}

// advice says how to use the code.
func (k *slips) advice(u aktivasi.Undangan, x, y, wide float64) {
	text := "Buka bot SIIP-ASN di Telegram, tekan MULAI, lalu ketik kode di atas."
	if bot := botOf(u.Link); bot != "" {
		text = "Pindai kode QR dengan kamera HP lalu tekan MULAI, atau kirim kode di atas ke @" + bot + " di Telegram."
	}
	f := paper.Font{Size: 7}
	k.Lines(f, typeset.Limit(k.Wrap(f, text, wide), 2), x, y, wide, paper.Left)
}

// botOf is the name of the bot in its link, "https://t.me/<bot>?start=…".
func botOf(link string) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(link, "https://t.me/"), "?")
	if name == link || strings.Contains(name, "/") {
		return ""
	}
	return name
}
