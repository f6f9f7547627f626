package office

import (
	"io"

	"siip-asn/bot"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/dialog"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan"
	"siip-asn/reports/laporan"
	"siip-asn/reports/picture"
	"siip-asn/reports/rekap"
)

// Rekap counts the usulan of a periode as they are now, or those of a part of the office.
func (o *Office) Rekap(p kalender.Periode, cut hitung.Scope) (hitung.Rekap, error) {
	b, err := o.Store.RekapInput(p, cut, o.local())
	return hitung.New(o.Config.Aturan(), b), err
}

// renderRekap makes the picture with its words, a second one where there are many OPD, and the workbook.
func (o renderer) renderRekap(l dialog.Laporan) ([]bot.Part, error) {
	r, t, err := o.printed("Rekap (Excel)", l)
	if err != nil {
		return nil, err
	}
	parts := []bot.Part{{
		Screen: percakapan.RekapCaption(r), Name: "rekap.png", Picture: true,
		Write: func(w io.Writer) error { return picture.Write(w, r) },
	}}
	if picture.More(r) {
		parts = append(parts, bot.Part{
			Screen: percakapan.PartisipasiCaption(r), Name: "partisipasi.png", Picture: true,
			Write: func(w io.Writer) error { return picture.WriteOPD(w, r) },
		})
	}
	caption := percakapan.FileCaption("Rekap lengkap", len(r.Data), "usulan", r.Title())
	return append(parts, captioned(caption, file(rekap.Name(l.Periode, r.Dibuat), func(w io.Writer) error { return rekap.Write(w, r, t) }))...), nil
}

// renderRingkas makes the report of two pages for the head of the agency.
func (o renderer) renderRingkas(l dialog.Laporan) ([]bot.Part, error) {
	r, t, err := o.printed("Laporan (PDF)", l)
	caption := percakapan.FileCaption("Laporan untuk pimpinan", len(r.Data), "usulan", r.Title())
	return captioned(caption, file(laporan.Name(l.Periode, r.Dibuat), func(w io.Writer) error { return laporan.Write(w, r, t) })), err
}

// printed counts a rekap that is printed, and keeps what the print stands on.
func (o renderer) printed(jenis string, l dialog.Laporan) (hitung.Rekap, cetakan.Tanda, error) {
	c, err := o.begin(jenis, l)
	if err != nil {
		return hitung.Rekap{}, cetakan.Tanda{}, err
	}
	r, err := o.Rekap(l.Periode, hitung.Scope{OPD: l.OPD, Jenjang: l.Jenjang})
	if err != nil {
		return r, cetakan.Tanda{}, err
	}
	c.Filter, c.Baris = append([]string{"Periode: " + r.Periode.String()}, r.Scope...), len(r.Data)
	t, err := o.stamp(c)
	r.Anchor = t.Anchor
	return r, t, err
}

// WriteRekap writes the workbook of a rekap for the command line, with a code as in the chat, and gives what it counts.
func (o *Office) WriteRekap(w io.Writer, p kalender.Periode) (hitung.Rekap, error) {
	r, t, err := renderer{o}.printed("Rekap (Excel)", dialog.Laporan{Periode: p})
	if err != nil {
		return r, err
	}
	return r, rekap.Write(w, r, t)
}
