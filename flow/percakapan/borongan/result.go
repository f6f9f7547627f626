package borongan

import (
	"cmp"
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
)

// perPage is how many results stand on one page.
const perPage = 10

// showResult shows another page of the results of the last Borongan.
func showResult(t *dialog.Turn, o dialog.Opening) {
	if len(state.Get(t).Butir) == 0 || state.Get(t).Jalan {
		t.Stale()
		return
	}
	t.Do(dialog.Show{To: t.Me(), Slot: slot, Screen: resultScreen(t, int(min(o.ID, most)))})
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
	for _, it := range b.Butir {
		if it.Hasil == flow.Boleh {
			done++
		}
	}
	text := dialog.Spans{}.Plain("✅ ", fmt.Sprintf("%s selesai: %s berhasil", b.Aksi, wording.Thousands(done)))
	if n := len(b.Butir) - done; n > 0 {
		text = text.Plain(", ", wording.Thousands(n), " tidak")
	}
	text = text.Plain(".\n")
	rows, page, pages := paging.Pages(failedFirst(b.Butir), page, perPage)
	for _, it := range rows {
		u, _ := t.Usulan(it.Usulan)
		if it.Hasil == flow.Boleh {
			text = text.Plain("✅ ", line(t, u), "\n")
		} else {
			text = text.Plain("⚠️ ", line(t, u), ": ", flow.Clip(why(t, it.Hasil, b.Aksi, u), 110), "\n")
		}
	}
	button := func(label string, page int) dialog.Choice { return buttons.Door(label, "hasil", uint64(page)) }
	return dialog.Screen{Text: text, Rows: buttons.Rows(buttons.Turner(page, pages, button), buttons.Row(buttons.Door("Daftar", "daftar", 0), buttons.Menu()))}
}

// failedFirst puts what was not done before what was: that is what one has to look at.
func failedFirst(list []item) []item {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b item) int {
		return cmp.Compare(worked(a), worked(b))
	})
	return list
}

func worked(i item) int {
	if i.Hasil == flow.Boleh {
		return 1
	}
	return 0
}
