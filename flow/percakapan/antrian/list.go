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
	show(t, list[i])
}

func listScreen(t *dialog.Turn) dialog.Screen {
	list := paging.List[flow.Waiting]{
		Rows: queue.Waiting(t), Look: look.Get(t), Title: "Daftar Antrean", Word: "mulai",
		Line: func(text dialog.Spans, w flow.Waiting) dialog.Spans {
			u, _ := t.Usulan(w.Usulan)
			return kartu.Row(t, text, u, t.Who.AdminSIIP)
		},
		ID: func(w flow.Waiting) uint64 { return uint64(w.Usulan) },
	}.Draw(t)
	return dialog.Screen{
		Text: list.Body(nil, "Yang paling lama menunggu berada di atas. Silakan pilih nomor untuk mulai dari sana."),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager, buttons.Back(t))),
	}
}
