package antrian

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/queue"
)

// look is how the queue is looked at as a list.
var look = engine.State[paging.Look]{Key: "antrian/daftar"}

// listPlace is the queue as a list, to begin somewhere else than at its head.
func listPlace() engine.Place {
	return paging.InPages(engine.Place{Name: atList,
		Only:   &engine.Admins,
		Screen: listScreen,
		Taps: engine.Taps{
			"mulai":   beginAt,
			"kembali": engine.Does(open),
		},
	}, look.Edit)
}

// beginAt goes through the queue from this usulan on.
func beginAt(t *engine.Turn, id uint64) {
	list := queue.Waiting(t)
	i := slices.IndexFunc(list, func(w giliran.Waiting) bool { return w.Usulan == flow.UsulanID(id) })
	if i < 0 {
		t.Again("Usulan itu sudah tidak menunggu Anda lagi.")
		return
	}
	show(t, list[i])
}

func listScreen(t *engine.Turn) ui.Screen {
	list := paging.List[giliran.Waiting]{
		Rows: queue.Waiting(t), Look: look.Get(t), Title: "Daftar Antrean", Word: "mulai",
		Line: func(text ui.Spans, w giliran.Waiting) ui.Spans {
			u, _ := t.Usulan(w.Usulan)
			return kartu.Row(t, text, u, t.Who.AdminSIIP)
		},
		ID: func(w giliran.Waiting) uint64 { return uint64(w.Usulan) },
	}.Draw(t)
	return ui.Screen{
		Text: list.Body(nil, "Yang paling lama menunggu berada di atas. Silakan pilih nomor untuk mulai dari sana."),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager, buttons.Back(t))),
	}
}
