package lihat

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/wording"
)

// riwayatMax keeps a page of the history well within one message, whatever the longest keterangan is.
const riwayatMax = 2800

// history shows HISTORY PENGAJUAN SIIP-ASN in the place of the card. The version on its buttons is the page.
func history(t *dialog.Turn, o dialog.Opening) {
	u, _, ok := kartu.Judge(t, flow.History, dialog.Button{ID: o.ID})
	if !ok {
		return
	}
	t.Forget(u.ID)
	pages := riwayatPages(t, t.History(u.ID))
	page := min(int(o.Versi), len(pages)-1)
	button := func(label string, page int) dialog.Choice {
		return dialog.Choice{Label: label, Button: dialog.Button{Word: "riwayat", ID: uint64(u.ID), Versi: uint64(page)}}
	}
	t.Do(dialog.Show{To: t.Me(), Slot: kartu.SlotOf(t, u), Screen: dialog.Screen{
		Text: append(riwayatHead(t, u).Plain("\n\n"), pages[page]...),
		Rows: buttons.Rows(buttons.Turner(page, len(pages), button), buttons.Row(buttons.Door("⬅️ Kembali", "kartu", uint64(u.ID)))),
	}})
}

func riwayatHead(t *dialog.Turn, u flow.Usulan) dialog.Spans {
	text := dialog.Spans{}.Bold("HISTORY PENGAJUAN SIIP-ASN").Plain("\n", kartu.Heading(t, u), " · ", kartu.Title(t, u))
	if !slices.ContainsFunc(t.History(u.ID), func(e flow.Entry) bool { return e.Aksi.Verifies() }) {
		text = text.Plain("\n\n").Bold("Perhatian!!").Plain("\nBelum ada Pengajuan Data SIIPASN")
	}
	return text
}

// riwayatPages lays the entries out, oldest first.
func riwayatPages(t *dialog.Turn, entries []flow.Entry) []dialog.Spans {
	pages := []dialog.Spans{nil}
	for _, e := range entries {
		text := entryText(t, e)
		last := len(pages) - 1
		if pages[last].Len() > 0 && pages[last].Len()+text.Len() > riwayatMax {
			pages = append(pages, nil)
			last++
		}
		pages[last] = append(pages[last], text...)
	}
	return pages
}

func entryText(t *dialog.Turn, e flow.Entry) dialog.Spans {
	what := e.Aksi.String()
	if e.Ke != e.Dari {
		what += " → " + e.Ke.String()
	}
	text := dialog.Spans{}.Plain(wording.Clock(t, e.At), "\n").Bold(what).Plain(fmt.Sprintf("\noleh %s (%s)\n", e.OlehNama, e.Peran))
	for _, c := range e.Ubah {
		text = text.Plain(c.Kolom, ": ", wording.Or(c.Sebelum, "(kosong)"), " → ", wording.Or(c.Sesudah, "(kosong)"), "\n")
	}
	if e.Keterangan != "" {
		text = text.Quote(e.Keterangan)
	}
	return text.Plain("\n")
}
