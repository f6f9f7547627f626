package kartu

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/spelling"
)

// Row is an usulan in a list, in two lines: nama (and OPD, where the list has several); diklat, date and status.
func Row(t *engine.Turn, text ui.Spans, u flow.Usulan, opd bool) ui.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	text = text.Bold(spelling.Clip(p.Nama, 40))
	if opd {
		o, _ := t.OPD(u.OPD)
		text = text.Plain(" · ", spelling.Clip(o.Nama, 40))
	}
	return text.Plain("\n").Bold(spelling.Clip(Title(t, u), 60)).Plain(" · ", u.TanggalUsul.List(), " · ").Bold(u.Status.String())
}
