package lihat

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/wording"
)

// How much stands on a page of the history: within one message, and within a screen of a phone.
const (
	historyMax   = 2800 // characters
	historyLines = 11
)

// history shows HISTORY PENGAJUAN SIIP-ASN in the place of the card. The version on its buttons is the page.
func history(t *engine.Turn, o engine.Opening) {
	u, _, ok := kartu.Judge(t, flow.History, ui.Button{ID: o.ID})
	if !ok {
		return
	}
	t.Forget(u.ID)
	pages := historyPages(t, t.History(u.ID))
	page := min(int(o.Versi), len(pages)-1)
	button := func(label string, page int) ui.Choice {
		return ui.Choice{Label: label, Button: ui.Button{Word: "riwayat", ID: uint64(u.ID), Versi: uint64(page)}}
	}
	t.Do(dialog.Show{To: t.Me(), Slot: kartu.SlotOf(t, u), Screen: ui.Screen{
		Text: append(historyHead(t, u).Plain("\n"), pages[page]...),
		Rows: buttons.Rows(buttons.Turner(page, len(pages), button), buttons.Row(buttons.Door("Kembali", "kartu", uint64(u.ID)))),
	}})
}

func historyHead(t *engine.Turn, u flow.Usulan) ui.Spans {
	text := ui.Spans{}.Plain("HISTORY PENGAJUAN SIIP-ASN\n").Bold(kartu.Title(t, u)).Plain(" · ", kartu.Heading(t, u))
	if u.Status == flow.Masuk && len(t.History(u.ID)) < 2 { // what was imported may be decided in its first entry
		text = text.Plain("\nPerhatian!!\nBelum ada Pengajuan Data SIIPASN (belum ada keputusan admin)")
	}
	return text
}

// historyPages lays the entries out, oldest first.
func historyPages(t *engine.Turn, entries []jejak.Entry) []ui.Spans {
	pages := []ui.Spans{nil}
	for _, e := range entries {
		text := entryText(t, e)
		last := len(pages) - 1
		if pages[last].Len() > 0 && (pages[last].Len()+text.Len() > historyMax || pages[last].Lines()+text.Lines() > historyLines) {
			pages = append(pages, nil)
			last++
		}
		pages[last] = append(pages[last], text...)
	}
	return pages
}

// entryText is an entry: when and what, who, what was changed, and the keterangan in one paragraph.
func entryText(t *engine.Turn, e jejak.Entry) ui.Spans {
	text := ui.Spans{}.Plain(wording.Clock(t, e.At), ": ", entryWords(e), fmt.Sprintf("\noleh %s (%s)\n", e.OlehNama, e.Peran))
	for _, c := range e.Ubah {
		text = text.Plain(c.Kolom, ": ", wording.Or(c.Sebelum, "(kosong)"), " → ", wording.Or(c.Sesudah, "(kosong)"), "\n")
	}
	if e.Keterangan != "" {
		text = text.Quote(strings.ReplaceAll(e.Keterangan, "\n", " ")).Plain("\n")
	}
	return text
}

// entryWords says what was done; the status only where the word of the aksi does not say it.
func entryWords(e jejak.Entry) string {
	switch {
	case e.Ke == e.Dari:
		return e.Aksi.String()
	case e.Ke.Record().Selesai != "" && e.Aksi.Verifies():
		return e.Ke.Record().Selesai
	default:
		return e.Aksi.String() + " → " + e.Ke.String()
	}
}
