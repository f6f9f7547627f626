package antrian

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/queue"
)

// look is how the queue is looked at as a list.
var look = dialog.State[paging.Look]{Key: "antrian/daftar"}

// listPlace is the queue as a list, to begin somewhere else than at its head.
func listPlace() dialog.Place {
	return dialog.Place{Name: atList,
		Only:   &dialog.Admins,
		Screen: listScreen,
		Taps: dialog.Taps{
			"halaman": paging.Turns(look.Edit),
			"mulai":   beginAt,
			"kembali": dialog.Does(open),
		},
	}
}

// beginAt goes through the queue from this usulan on.
func beginAt(t *dialog.Turn, id uint64) {
	list := queue.Waiting(t)
	i := slices.IndexFunc(list, func(w flow.Waiting) bool { return w.Usulan == flow.UsulanID(id) })
	if i < 0 {
		t.Again("Usulan itu sudah tidak menunggu Anda lagi.")
		return
	}
	state.Clear(t)
	show(t, list[i])
}

func listScreen(t *dialog.Turn) dialog.Screen {
	list := queue.Waiting(t)
	pages := paging.PagesOf(len(list), paging.PerPage)
	page := min(look.Get(t).Halaman, pages-1)
	text := dialog.Spans{}.Bold("Daftar Antrian").Plain("\n", queue.WaitingLine(len(list)), "\n")
	if pages > 1 {
		text = text.Plain("Halaman ", paging.OfPages(page, pages), "\n")
	}
	text = text.Plain("\n")
	var all [][]dialog.Choice
	for i, w := range paging.PageOf(list, page, paging.PerPage) {
		u, _ := t.Usulan(w.Usulan)
		n := page*paging.PerPage + i + 1
		text = kartu.ListRow(t, text, n, u)
		all = append(all, buttons.Row(buttons.Here(t, kartu.RowLabel(t, n, u), "mulai", uint64(u.ID))))
	}
	return dialog.Screen{
		Text: text.Plain("Yang paling lama menunggu berada di atas. Silakan pilih untuk mulai dari sana."),
		Rows: append(all, buttons.Rows(buttons.Pager(t, page, pages), buttons.Row(buttons.Here(t, "⬅️ Kembali", "kembali", 0)), buttons.ToMenu())...),
	}
}
