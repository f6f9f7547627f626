// Package people finds a pegawai by what is typed of his name or NIP. It is a library and keeps nothing.
package people

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/spelling"
)

// Screen lists the pegawai who match what was typed; the button of each has the word "orang". The last rows lead away.
func Screen(t *engine.Turn, title string, k paging.Look, away ...[]ui.Choice) ui.Screen {
	search := ui.Spans{}.Field("Pencarian", k.Query)
	text := append(ui.Spans{}.Plain(title, "\n"), search...)
	if k.Query == "" {
		return ui.Screen{Text: text.Plain("Silakan ketik sebagian nama atau NIP pegawai."), Rows: buttons.Rows(away...)}
	}
	from := k.Page * paging.PerPage
	rows, total := t.SearchPegawai(k.Query, from, paging.PerPage)
	if total == 0 {
		return ui.Screen{Text: text.Plain("Tidak ada pegawai yang cocok. Silakan ketik nama atau NIP yang lain."), Rows: buttons.Rows(away...)}
	}
	list := paging.List[flow.Pegawai]{
		Rows: rows, From: min(from, total), Total: total, Title: title, Word: "orang",
		Line: func(text ui.Spans, p flow.Pegawai) ui.Spans {
			opd, _ := t.OPD(p.OPD)
			return text.Bold(spelling.Clip(p.Nama, 60)).Plain("\nNIP ", string(p.NIP), " · ", spelling.Clip(opd.Nama, 60))
		},
		ID: func(p flow.Pegawai) uint64 { return uint64(p.ID) },
	}.Draw(t)
	pager := buttons.Pager(t, k.Page, (total+paging.PerPage-1)/paging.PerPage)
	return ui.Screen{
		Text: list.Body(search, "Silakan pilih nomornya, atau ketik nama atau NIP yang lain."),
		Rows: buttons.Join(list.Rows, buttons.Rows(pager), away),
	}
}
