package office

import (
	"io"

	"siip-asn/bot"
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan"
	"siip-asn/reports/gambar"
	"siip-asn/reports/laporan"
	"siip-asn/reports/rekap"
)

// Rekap counts the usulan of a periode as they are now, or those of a part of the office.
func (o *Office) Rekap(p flow.Periode, cut hitung.Potongan) (hitung.Rekap, error) {
	b, err := o.Store.Bahan(p, cut, o.local())
	return hitung.New(o.Config.Aturan(), b), err
}

// renderRekap makes the picture with its words, a second one where there are many OPD, and the workbook.
func (o renderer) renderRekap(l dialog.Laporan) ([]bot.Part, error) {
	r, err := o.Rekap(l.Periode, potongan(l))
	if err != nil {
		return nil, err
	}
	parts := []bot.Part{{
		Screen: percakapan.RekapCaption(r), Name: "rekap.png", Picture: true,
		Write: func(w io.Writer) error { return gambar.Write(w, r) },
	}}
	if gambar.Lebih(r) {
		parts = append(parts, bot.Part{
			Screen: percakapan.PartisipasiCaption(r), Name: "partisipasi.png", Picture: true,
			Write: func(w io.Writer) error { return gambar.WriteOPD(w, r) },
		})
	}
	return append(parts, file(rekap.Name(l.Periode, r.Dibuat), func(w io.Writer) error { return rekap.Write(w, r, flow.Tanda{}) })...), nil
}

// renderRingkas makes the report of two pages for the head of the agency.
func (o renderer) renderRingkas(l dialog.Laporan) ([]bot.Part, error) {
	r, err := o.Rekap(l.Periode, potongan(l))
	if err != nil {
		return nil, err
	}
	return file(laporan.Name(l.Periode, r.Dibuat), func(w io.Writer) error { return laporan.Write(w, r, flow.Tanda{}) }), nil
}

func potongan(l dialog.Laporan) hitung.Potongan {
	return hitung.Potongan{OPD: l.OPD, Jenjang: l.Jenjang}
}
