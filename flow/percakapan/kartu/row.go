package kartu

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// Row is an usulan in a list, in two lines: nama (and OPD, where the list has several); diklat, date and status.
func Row(t *dialog.Turn, text dialog.Spans, u flow.Usulan, opd bool) dialog.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	text = text.Bold(flow.Clip(p.Nama, 40))
	if opd {
		o, _ := t.OPD(u.OPD)
		text = text.Plain(" · ", flow.Clip(o.Nama, 40))
	}
	return text.Plain("\n").Bold(flow.Clip(Title(t, u), 60)).Plain(" · ", u.TanggalUsul.List(), " · ").Bold(u.Status.String())
}
