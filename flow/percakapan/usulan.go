package percakapan

import (
	"fmt"

	"siip-asn/flow"
)

// ownUsulan shows the person his own usulan: the card when there is one, a list when there are more.
func (t *turn) ownUsulan() {
	list := t.UsulanOf(t.saya.ID)
	switch len(list) {
	case 0:
		t.say(flow.Screen{
			Text: flow.Spans{}.Bold("Usulan Saya").Plain("\n\n", t.ownLine(), "\nSilakan tekan Tambah untuk mengusulkan."),
			Rows: rows(row(door("➕ Tambah", "tambah", 0)), toMenu()),
		})
	case 1:
		t.buka(flow.Button{ID: uint64(list[0].ID)})
	default:
		t.say(t.ownScreen(list))
	}
}

func (t *turn) ownScreen(list []flow.Usulan) flow.Screen {
	text := flow.Spans{}.Bold("Usulan Saya").Plain("\n\n")
	var all [][]flow.Choice
	for i, u := range list[:min(len(list), perPage)] {
		text = text.Plain(fmt.Sprintf("%d. %s\n%s · ", i+1, t.title(u), u.TanggalUsul.List())).Bold(u.Status.String()).Plain("\n")
		all = append(all, row(door(fmt.Sprintf("%d. %s", i+1, t.title(u)), "buka", uint64(u.ID))))
	}
	return flow.Screen{Text: text.Plain("\nSilakan pilih:"), Rows: append(all, toMenu())}
}
