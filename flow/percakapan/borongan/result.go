package borongan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
)

// perPage is how many results stand on one page.
const perPage = 20

// showResult shows another page of the results of the last Borongan.
func showResult(t *dialog.Turn, o dialog.Opening) {
	if len(state.Get(t).Butir) == 0 || state.Get(t).Jalan {
		t.Stale()
		return
	}
	t.Do(dialog.Show{To: t.Me(), Slot: slot, Screen: resultScreen(t, int(min(o.ID, max)))})
}

// handed takes the result away from somebody who is no admin any more, and what he may not see out of it.
func handed(t *dialog.Turn) {
	b := state.Get(t)
	stands := len(b.Butir) > 0 && !b.Jalan || !t.Who.Admin() // who has parted from his account has no state any more
	if stands && t.Shown(t.Me(), slot) {
		t.Do(dialog.Show{To: t.Me(), Slot: slot, Screen: resultScreen(t, 0), Manner: dialog.Quietly, Lane: dialog.News})
	}
}

func resultScreen(t *dialog.Turn, page int) dialog.Screen {
	if !t.Who.Admin() {
		return dialog.Screen{Text: dialog.Spans{}.Plain("Hasil ini hanya untuk Admin OPD dan Admin SIIP-ASN.")}
	}
	b := state.Get(t)
	done := 0
	for _, butir := range b.Butir {
		if butir.Hasil == flow.Boleh {
			done++
		}
	}
	text := dialog.Spans{}.Plain("✅ ").Bold(fmt.Sprintf("%s selesai", b.Aksi)).
		Plain(fmt.Sprintf(": %s berhasil, %s tidak.\n\n", wording.Thousands(done), wording.Thousands(len(b.Butir)-done)))
	pages := paging.PagesOf(len(b.Butir), perPage)
	for _, butir := range paging.PageOf(b.Butir, page, perPage) {
		u, _ := t.Usulan(butir.Usulan)
		if butir.Hasil == flow.Boleh {
			text = text.Plain("✅ ", line(t, u), "\n")
		} else {
			text = text.Plain("⚠️ ", line(t, u), ": ", flow.Clip(why(t, butir.Hasil, b.Aksi, u), 110), "\n")
		}
	}
	button := func(label string, page int) dialog.Choice { return buttons.Door(label, "hasil", uint64(page)) }
	return dialog.Screen{Text: text, Rows: buttons.Rows(buttons.Turner(min(page, pages-1), pages, button), buttons.Row(buttons.Door("📋 Daftar", "daftar", 0)), buttons.ToMenu())}
}
