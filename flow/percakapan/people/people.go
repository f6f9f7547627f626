// Package people finds a pegawai by what is typed of his name or NIP. It is a library and keeps nothing.
package people

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
)

// Screen lists the pegawai who match what was typed; the last rows lead away.
func Screen(t *dialog.Turn, title string, k paging.Look, away ...[]dialog.Choice) dialog.Screen {
	text := dialog.Spans{}.Bold(title).Plain("\n").Field("Pencarian", k.Cari)
	if k.Cari == "" {
		return dialog.Screen{Text: text.Plain("Silakan ketik sebagian nama atau NIP pegawai."), Rows: buttons.Rows(away...)}
	}
	list, total := t.CariPegawai(k.Cari, k.Halaman*paging.PerPage, paging.PerPage)
	if total == 0 {
		return dialog.Screen{Text: text.Plain("Tidak ada pegawai yang cocok. Silakan ketik nama atau NIP yang lain."), Rows: buttons.Rows(away...)}
	}
	text = text.Plain(fmt.Sprintf("%s pegawai\n\n", wording.Thousands(total)))
	var all [][]dialog.Choice
	for i, p := range list {
		opd, _ := t.OPD(p.OPD)
		n := k.Halaman*paging.PerPage + i + 1
		text = text.Plain(fmt.Sprintf("%d. ", n)).Bold(flow.Clip(p.Nama, 60)).
			Plain("\nNIP ", string(p.NIP), "\n", flow.Clip(opd.Nama, 80), "\n\n")
		all = append(all, buttons.Row(buttons.Here(t, fmt.Sprintf("%d. %s", n, p.Nama), "orang", uint64(p.ID))))
	}
	return dialog.Screen{
		Text: text.Plain("Silakan pilih, atau ketik nama atau NIP yang lain."),
		Rows: append(append(all, buttons.Rows(buttons.Pager(t, k.Halaman, paging.PagesOf(total, paging.PerPage)))...), buttons.Rows(away...)...),
	}
}
