// Package laporan makes the report of a rekap to hand over: two pages A4 for the head of the agency. It counts and words
// nothing: that is flow/hitung; its charts are those of reports/picture. A newcomer reads Write.
package laporan

import (
	"bytes"
	"fmt"
	"image/png"
	"io"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/reports/paper"
	"siip-asn/reports/picture"
	"siip-asn/reports/surat"
	"siip-asn/reports/typeset"
)

const title = "LAPORAN USULAN PENGEMBANGAN KOMPETENSI ASN"

// Name is the file name of a report: Laporan_SIIP-ASN_2026_2026-11-23.pdf.
func Name(p kalender.Periode, made time.Time) string {
	return "Laporan_SIIP-ASN_" + p.String() + "_" + made.Format(time.DateOnly) + ".pdf"
}

// laporan is the report while it is drawn.
type laporan struct {
	*paper.Document
	r     hitung.Rekap
	tanda cetakan.Tanda
}

// Write writes the report: on the first page the kop, the figures in sentences and the charts, on the second the ten, the
// participation of the OPD, what waits, the signer and the code.
func Write(w io.Writer, r hitung.Rekap, t cetakan.Tanda) error {
	l := &laporan{Document: paper.New("P", title, r.Dibuat), r: r, tanda: t}
	l.Author(typeset.Line(r.Aturan.Instansi), "Rekap usulan diklat, "+r.Title())
	for n, page := range []func() error{l.first, l.second} {
		l.AddPage()
		if err := page(); err != nil {
			return err
		}
		l.foot(n+1, 2)
	}
	return l.Document.Write(w)
}

func (l *laporan) inner() float64 { return l.Wide - 2*paper.Margin }

func (l *laporan) first() error {
	surat.Kop(l.Document, l.r.Aturan)
	y := l.Put(paper.Font{Size: 12, Bold: true}, title, paper.Margin, paper.Margin+surat.KopHigh, l.inner(), paper.Middle)
	y = l.Fit(paper.Font{Size: 10}, l.r.Title()+" · keadaan "+typeset.Time(l.r.Dibuat), paper.Margin, y, l.inner(), paper.Middle) + 3
	y = l.sentences(y) + 3
	if l.r.Total.All == 0 {
		return nil
	}
	y, err := l.chart("top", picture.WriteTop, y)
	if err != nil {
		return err
	}
	_, err = l.chart("tren", picture.WriteTrend, y+3)
	return err
}

// sentences are the figures in words, numbered.
func (l *laporan) sentences(y float64) float64 {
	f := paper.Font{Size: 9.5}
	for i, s := range l.r.Sentences(flow.JudulMax) {
		l.Lines(f, []string{fmt.Sprintf("%d.", i+1)}, paper.Margin, y, 6, paper.Left)
		y = l.Lines(f, typeset.Limit(l.Wrap(f, strings.ReplaceAll(s, "\u00a0", " "), l.inner()-6), 4), paper.Margin+6, y, l.inner()-6, paper.Left) + 0.8
	}
	return y
}

// chart draws a picture over the width of the page, as far as there is room, and gives where it ends.
func (l *laporan) chart(name string, write func(io.Writer, hitung.Rekap) error, y float64) (float64, error) {
	var buf bytes.Buffer
	if err := write(&buf, l.r); err != nil {
		return y, err
	}
	size, err := png.DecodeConfig(bytes.NewReader(buf.Bytes()))
	if err != nil {
		return y, fmt.Errorf("chart %s: %w", name, err)
	}
	wide := l.inner()
	high := wide * float64(size.Height) / float64(size.Width)
	if room := l.High - paper.Margin - footHigh - y; high > room {
		wide, high = wide*room/high, room
	}
	l.Picture(name, buf.Bytes(), paper.Margin+(l.inner()-wide)/2, y, wide, high)
	return y + high, nil
}

const footHigh = 8.0

func (l *laporan) foot(n, of int) {
	f, y := paper.Font{Size: 7.5}, l.High-paper.Margin-3
	words := l.r.Aturan.Instansi
	if l.tanda.Kode != "" {
		words = "Kode " + l.tanda.Kode + " · " + words
	}
	l.Put(f, words, paper.Margin, y, l.inner()*0.8, paper.Left)
	l.Put(f, fmt.Sprintf("Halaman %d dari %d", n, of), paper.Margin, y, l.inner(), paper.Right)
}
