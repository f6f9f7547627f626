package office

import (
	"io"
	"slices"

	"siip-asn/bot"
	"siip-asn/flow/dialog"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan"
	"siip-asn/flow/rencana"
	planbook "siip-asn/reports/rencana"
	"siip-asn/store"
)

// plan puts together the plan of a periode, or of a part of the office, as it is now, and what the named budgets of that part,
// or for the whole office of any, pay.
func (o renderer) plan(l dialog.Laporan) (r hitung.Rekap, list []rencana.Planned, named []planbook.Skenario, err error) {
	cut := hitung.Scope{OPD: l.OPD, Jenjang: l.Jenjang}
	if r, err = o.Rekap(l.Periode, cut); err != nil {
		return r, nil, nil, err
	}
	var kept []rencana.Baris
	var opds []string // of the named budgets
	err = o.Store.Read(func(reader *store.Reader) error {
		kept = reader.Rencana(l.Periode)
		for _, s := range reader.Skenarios(l.Periode) {
			if s.Scope == cut || cut == (hitung.Scope{}) {
				opd, _ := reader.OPD(s.Scope.OPD)
				named, opds = append(named, planbook.Skenario{Skenario: s, Bagian: s.Words(opd.Nama)}), append(opds, opd.Nama)
			}
		}
		return nil
	})
	list = rencana.Compose(r, kept)
	for i, s := range named {
		part := list
		if s.Scope != cut {
			part = rencana.Part(list, opds[i], s.Jenjang)
		}
		named[i].Result = rencana.Simulate(part, s.Skenario.Pagu, s.Skenario.Order)
	}
	return r, list, named, err
}

// renderRencana makes the workbook of the plan, with what every named budget pays.
func (o renderer) renderRencana(l dialog.Laporan) ([]bot.Part, error) {
	c, err := o.begin("Rencana (Excel)", l)
	if err != nil {
		return nil, err
	}
	r, list, named, err := o.plan(l)
	if err != nil {
		return nil, err
	}
	c.Rencana, c.Filter, c.Baris = true, append([]string{"Periode: " + r.Periode.String()}, r.Scope...), len(r.Data)
	tanda, err := o.stamp(c)
	if err != nil {
		return nil, err
	}
	book := planbook.Rencana{Aturan: r.Aturan, Periode: l.Periode, Potongan: r.Scope, Dibuat: r.Dibuat, Baris: list, Skenario: named, Tanda: tanda}
	caption := percakapan.FileCaption("Rencana pengembangan kompetensi "+l.Periode.String(), len(list), "jenis diklat",
		append(slices.Clone(r.Scope), "Silakan isi sel kuning, lalu kirim berkasnya ke percakapan ini.")...)
	return captioned(caption, file(planbook.Name(l.Periode), func(w io.Writer) error { return planbook.Write(w, book) })), nil
}

// renderSimulasi says what a budget pays of the plan.
func (o renderer) renderSimulasi(l dialog.Laporan) ([]bot.Part, error) {
	r, list, _, err := o.plan(l)
	if err != nil {
		return nil, err
	}
	h := rencana.Simulate(list, l.Pagu, rencana.Order(l.Urutan))
	return []bot.Part{{Screen: percakapan.SimulasiScreen(l.Periode, r.Scope, h)}}, nil
}
