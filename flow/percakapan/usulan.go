package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// ownUsulan shows the person his own usulan: the card when there is only that of this periode, else a list.
func (t *turn) ownUsulan() {
	list := t.UsulanOf(t.saya.ID)
	_, proposed := t.running(t.saya.ID)
	if proposed && len(list) == 1 {
		t.buka(dialog.Button{ID: uint64(list[0].ID)})
		return
	}
	t.say(t.ownScreen(list[:min(len(list), perPage)], proposed))
}

// ownScreen lists the usulan of every periode, and leads to a new one where that of this periode is missing.
func (t *turn) ownScreen(list []flow.Usulan, proposed bool) dialog.Screen {
	text := dialog.Spans{}.Bold("Usulan Saya").Plain("\n\n")
	var all [][]dialog.Choice
	for i, u := range list {
		text = text.Plain(fmt.Sprintf("%d. %s\n%s · ", i+1, t.title(u), u.TanggalUsul.List())).Bold(u.Status.String()).Plain("\n\n")
		all = append(all, row(door(fmt.Sprintf("%d. %s", i+1, t.title(u)), "buka", uint64(u.ID))))
	}
	if proposed {
		return dialog.Screen{Text: text.Plain("Silakan pilih:"), Rows: append(all, toMenu())}
	}
	return dialog.Screen{
		Text: text.Plain(t.ownLine(), "\nSilakan tekan Tambah untuk mengusulkan."),
		Rows: append(all, row(door("➕ Tambah", "tambah", 0)), toMenu()),
	}
}
