package percakapan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// riwayatMax keeps a page of the history well within one message, whatever the longest keterangan is.
const riwayatMax = 2800

// riwayat shows HISTORY PENGAJUAN SIIP-ASN in the place of the card. The version on its buttons is the page.
func (t *turn) riwayat(b dialog.Button) {
	u, _, ok := t.judge(flow.History, dialog.Button{ID: b.ID})
	if !ok {
		return
	}
	t.forgetAlasan(u.ID)
	pages := t.riwayatPages(t.History(u.ID))
	page := min(int(b.Versi), len(pages)-1)
	button := func(label string, page int) dialog.Choice {
		return dialog.Choice{Label: label, Button: dialog.Button{Word: "riwayat", ID: uint64(u.ID), Versi: uint64(page)}}
	}
	t.do(dialog.Show{To: t.me(), Slot: t.slotOf(u), Screen: dialog.Screen{
		Text: append(t.riwayatHead(u).Plain("\n\n"), pages[page]...),
		Rows: rows(turner(page, len(pages), button), row(door("⬅️ Kembali", "kartu", uint64(u.ID)))),
	}})
}

func (t *turn) riwayatHead(u flow.Usulan) dialog.Spans {
	text := dialog.Spans{}.Bold("HISTORY PENGAJUAN SIIP-ASN").Plain("\n", t.cardTitle(u), " · ", t.title(u))
	if !slices.ContainsFunc(t.History(u.ID), func(e flow.Entry) bool { return e.Aksi.Verifies() }) {
		text = text.Plain("\n\n").Bold("Perhatian!!").Plain("\nBelum ada Pengajuan Data SIIPASN")
	}
	return text
}

// riwayatPages lays the entries out, oldest first.
func (t *turn) riwayatPages(entries []flow.Entry) []dialog.Spans {
	pages := []dialog.Spans{nil}
	for _, e := range entries {
		text := t.entryText(e)
		last := len(pages) - 1
		if pages[last].Len() > 0 && pages[last].Len()+text.Len() > riwayatMax {
			pages = append(pages, nil)
			last++
		}
		pages[last] = append(pages[last], text...)
	}
	return pages
}

func (t *turn) entryText(e flow.Entry) dialog.Spans {
	what := e.Aksi.String()
	if e.Ke != e.Dari {
		what += " → " + e.Ke.String()
	}
	text := dialog.Spans{}.Plain(t.clock(e.At), "\n").Bold(what).Plain(fmt.Sprintf("\noleh %s (%s)\n", e.OlehNama, e.Peran))
	for _, c := range e.Ubah {
		text = text.Plain(c.Kolom, ": ", or(c.Sebelum, "(kosong)"), " → ", or(c.Sesudah, "(kosong)"), "\n")
	}
	if e.Keterangan != "" {
		text = text.Quote(e.Keterangan)
	}
	return text.Plain("\n")
}
