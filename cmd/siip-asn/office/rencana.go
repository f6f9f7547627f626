package office

import (
	"io"

	"siip-asn/bot"
	"siip-asn/flow/dialog"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan"
	"siip-asn/flow/rencana"
	buku "siip-asn/reports/rencana"
	"siip-asn/store"
)

// plan puts together the plan of a periode as it is now, and the named budgets.
func (o renderer) plan(p kalender.Periode) (r hitung.Rekap, list []rencana.Lengkap, named []rencana.Skenario, err error) {
	if r, err = o.Rekap(p, hitung.Potongan{}); err != nil {
		return r, nil, nil, err
	}
	var kept []rencana.Baris
	err = o.Store.Read(func(reader *store.Reader) error {
		kept, named = reader.Rencana(p), reader.Skenarios(p)
		return nil
	})
	return r, rencana.Susun(r, kept), named, err
}

// renderRencana makes the workbook of the plan, with what every named budget pays.
func (o renderer) renderRencana(l dialog.Laporan) ([]bot.Part, error) {
	c, err := o.begin("Rencana (Excel)", l)
	if err != nil {
		return nil, err
	}
	r, list, named, err := o.plan(l.Periode)
	if err != nil {
		return nil, err
	}
	c.Rencana, c.Filter, c.Baris = true, []string{"Periode: " + r.Periode.String()}, len(r.Data)
	tanda, err := o.stamp(c)
	if err != nil {
		return nil, err
	}
	book := buku.Rencana{Aturan: r.Aturan, Periode: l.Periode, Dibuat: r.Dibuat, Baris: list, Tanda: tanda}
	for _, s := range named {
		book.Skenario = append(book.Skenario, buku.Skenario{Skenario: s, Hasil: rencana.Simulasi(list, s.Pagu, s.Urutan)})
	}
	caption := percakapan.FileCaption("Rencana pengembangan kompetensi "+l.Periode.String(), len(list), "jenis diklat", "Silakan isi sel kuning, lalu kirim berkasnya ke percakapan ini.")
	return captioned(caption, file(buku.Name(l.Periode), func(w io.Writer) error { return buku.Write(w, book) })), nil
}

// renderSimulasi says what a budget pays of the plan.
func (o renderer) renderSimulasi(l dialog.Laporan) ([]bot.Part, error) {
	_, list, _, err := o.plan(l.Periode)
	if err != nil {
		return nil, err
	}
	h := rencana.Simulasi(list, l.Pagu, rencana.Urutan(l.Urutan))
	return []bot.Part{{Screen: percakapan.SimulasiScreen(l.Periode, h)}}, nil
}
