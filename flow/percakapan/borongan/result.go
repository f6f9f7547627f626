package borongan

import (
	"cmp"
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/spelling"
)

// perPage is how many results stand on one page.
const perPage = 10

// results is how many results stay in the chat, each in a message of its own: the next one takes the place of the oldest.
const results = 5

// slotOf holds the progress of a work, and then its result.
func slotOf(nomor int) ui.Slot {
	if nomor%results == 0 {
		return "borongan" // as older versions had it
	}
	return ui.Slot(fmt.Sprintf("borongan/%d", nomor%results))
}

// showResult shows another page of the results of the last Borongan. The version on the button is its number.
func showResult(t *engine.Turn, o engine.Opening) {
	b := state.Get(t)
	switch {
	case len(b.Butir) == 0 || b.Jalan:
		t.Stale()
	case o.Versi != uint64(b.Nomor):
		t.Refuse("Halaman lain hanya tersedia untuk hasil yang terakhir. Silakan periksa di Daftar.")
	default:
		t.Do(dialog.Show{To: t.Me(), Slot: slotOf(b.Nomor), Screen: resultScreen(t, int(min(o.ID, most)))})
	}
}

// handed takes the results away from somebody who is no admin any more, and what he may not see out of the last one. Of
// the earlier ones nobody knows what is in them.
func handed(t *engine.Turn) {
	b := state.Get(t)
	for n := range results {
		slot := slotOf(n)
		last := slot == slotOf(b.Nomor) && t.Who.Admin()
		if !t.Shown(t.Me(), slot) || last && b.Jalan {
			continue
		}
		screen := ui.Screen{Text: ui.Spans{}.Plain("Hasil ini ditutup karena peran Anda berubah.")}
		if last && len(b.Butir) > 0 {
			screen = resultScreen(t, 0)
		}
		t.Do(dialog.Show{To: t.Me(), Slot: slot, Screen: screen, Manner: dialog.Quietly, Lane: dialog.News})
	}
}

func resultScreen(t *engine.Turn, page int) ui.Screen {
	b := state.Get(t)
	text := summary(b).Plain(b.leftWords())
	rows, page, pages := paging.Pages(failedFirst(b.Butir), page, perPage)
	for _, it := range rows {
		u, _ := t.Usulan(it.Usulan)
		if it.Result == flow.Boleh {
			text = text.Plain("✅ ", line(t, u), "\n")
		} else {
			text = text.Plain("⚠️ ", line(t, u), ": ", spelling.Clip(why(t, it.Result, b.Aksi, u), 110), "\n")
		}
	}
	button := func(label string, page int) ui.Choice {
		c := buttons.Door(label, "hasil", uint64(page))
		c.Button.Versi = uint64(b.Nomor)
		return c
	}
	return ui.Screen{Text: text, Rows: buttons.Rows(buttons.Turner(page, pages, button), buttons.Row(buttons.Door("Daftar", "daftar", 0), buttons.Menu()))}
}

// summary says in a line how many were done, and warns where some were not.
func summary(b work) ui.Spans {
	done := 0
	for _, it := range b.Butir {
		done += worked(it)
	}
	switch failed := len(b.Butir) - done; {
	case failed == 0:
		return ui.Spans{}.Plain(fmt.Sprintf("✅ %s selesai: %s berhasil.\n", b.Aksi, hitung.Number(done)))
	case done == 0:
		return ui.Spans{}.Plain(fmt.Sprintf("⚠️ %s tidak dapat dilakukan untuk %s usulan.\n", b.Aksi, hitung.Number(failed)))
	default:
		return ui.Spans{}.Plain(fmt.Sprintf("⚠️ %s selesai: %s berhasil, %s tidak.\n", b.Aksi, hitung.Number(done), hitung.Number(failed)))
	}
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
	if i.Result == flow.Boleh {
		return 1
	}
	return 0
}
