package kartu

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// ListRow writes the columns of the list (panduan, bagian III) so short that ten rows fit into a message whatever is in
// them.
func ListRow(t *dialog.Turn, text dialog.Spans, n int, u flow.Usulan) dialog.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	opd, _ := t.OPD(u.OPD)
	text = text.Plain(fmt.Sprintf("%d. ", n)).Bold(flow.Clip(p.Nama, 55)).
		Plain("\nNIP ", string(p.NIP), "\n", flow.Clip(p.Jabatan, 55), "\n", flow.Clip(opd.Nama, 55), "\n").
		Plain(flow.Clip(Title(t, u), 70))
	if u.Rekomendasi != "" {
		text = text.Plain("\nRekomendasi: ", flow.Clip(u.Rekomendasi, 30))
	}
	return text.Plain("\n", u.TanggalUsul.List(), " · ").Bold(u.Status.String()).Plain("\n\n")
}

func RowLabel(t *dialog.Turn, n int, u flow.Usulan) string {
	p, _ := t.Pegawai(u.Pegawai)
	return fmt.Sprintf("%d. %s", n, p.Nama)
}
