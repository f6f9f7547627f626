package percakapan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// antrianDaftarPlace is the queue as a list, to begin somewhere else than at its head.
func antrianDaftarPlace() place {
	return place{
		only:   &paraAdmin,
		screen: (*turn).antrianDaftarScreen,
		taps: map[string]func(*turn, uint64){
			"halaman": (*turn).turnPage,
			"mulai":   (*turn).beginAt,
			"kembali": does((*turn).openAntrian),
		},
	}
}

// turnPage shows another page of what is being looked at.
func (t *turn) turnPage(page uint64) {
	t.s.Daftar.Halaman = int(min(page, pageMax))
	t.showPlace()
}

// beginAt goes through the queue from this usulan on.
func (t *turn) beginAt(id uint64) {
	list := t.antrian()
	i := slices.IndexFunc(list, func(w flow.Waiting) bool { return w.Usulan == flow.UsulanID(id) })
	if i < 0 {
		t.again("Usulan itu sudah tidak menunggu Anda lagi.")
		return
	}
	t.s.Antrian = dialog.Antrian{}
	t.showInAntrian(list[i])
}

func (t *turn) antrianDaftarScreen() dialog.Screen {
	list := t.antrian()
	pages := pagesOf(len(list), perPage)
	page := min(t.s.Daftar.Halaman, pages-1)
	text := dialog.Spans{}.Bold("Daftar Antrian").Plain("\n", waitingLine(len(list)), "\n")
	if pages > 1 {
		text = text.Plain("Halaman ", ofPages(page, pages), "\n")
	}
	text = text.Plain("\n")
	var all [][]dialog.Choice
	for i, w := range pageOf(list, page, perPage) {
		u, _ := t.Usulan(w.Usulan)
		n := page*perPage + i + 1
		text = t.listRow(text, n, u)
		all = append(all, row(t.here(t.rowLabel(n, u), "mulai", uint64(u.ID))))
	}
	return dialog.Screen{
		Text: text.Plain("Yang paling lama menunggu berada di atas. Silakan pilih untuk mulai dari sana."),
		Rows: append(all, rows(t.pager(page, pages), row(t.here("⬅️ Kembali", "kembali", 0)), toMenu())...),
	}
}
