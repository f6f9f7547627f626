package percakapan

import (
	"slices"

	"siip-asn/flow"
)

// antrian is what waits for the person as an admin, oldest first. For an Admin OPD: what came in at his OPD. For an
// Admin SIIP-ASN: what was forwarded, and what came in where no Admin OPD could forward it. Never his own usulan.
func (t *turn) antrian() []flow.Waiting {
	var list []flow.Waiting
	if t.saya.AdminOPD {
		list = t.Waiting(t.saya.OPD, flow.Masuk)
	}
	if t.saya.AdminSIIP {
		list = append(list, t.Waiting(0, flow.Diteruskan)...)
		list = append(list, t.orphans()...)
	}
	list = slices.DeleteFunc(list, func(w flow.Waiting) bool {
		return w.Pegawai == t.saya.ID && !t.Aturan().VerifikasiSendiri
	})
	slices.SortStableFunc(list, func(a, b flow.Waiting) int { return a.Sejak.Compare(b.Sejak) })
	return slices.CompactFunc(list, func(a, b flow.Waiting) bool { return a.Usulan == b.Usulan })
}

// orphans came in where nobody of the OPD can forward them. An OPD is looked up once.
func (t *turn) orphans() []flow.Waiting {
	admins := map[flow.OPDID][]flow.Pegawai{}
	return slices.DeleteFunc(t.Waiting(0, flow.Masuk), func(w flow.Waiting) bool {
		if _, known := admins[w.OPD]; !known {
			admins[w.OPD] = t.AdminOPD(w.OPD)
		}
		return slices.ContainsFunc(admins[w.OPD], func(p flow.Pegawai) bool {
			return p.ID != w.Pegawai || t.Aturan().VerifikasiSendiri
		})
	})
}

// openAntrian opens the queue on the page that stands on the button.
func (t *turn) openAntrian(b flow.Button) {
	if !t.may(paraAdmin, "Antrian") {
		return
	}
	t.s.Daftar.Halaman = int(min(b.ID, 1<<20))
	t.goTo(atAntrian)
}

func antrianPlace() place { return place{screen: (*turn).antrianScreen} }

func (t *turn) antrianScreen() flow.Screen {
	list := t.antrian()
	text := flow.Spans{}.Bold("Antrian").Plain("\n", waitingLine(len(list)), "\n")
	if len(list) == 0 {
		return flow.Screen{Text: text, Rows: rows(toMenu())}
	}
	pages := pagesOf(len(list), perPage)
	page := min(t.s.Daftar.Halaman, pages-1)
	if pages > 1 {
		text = text.Plain("Halaman ", ofPages(page, pages), "\n")
	}
	text = text.Plain("\n")
	var all [][]flow.Choice
	for i, w := range pageOf(list, page, perPage) {
		u, _ := t.Usulan(w.Usulan)
		text = t.listRow(text, page*perPage+i+1, u)
		all = append(all, row(t.listButton(page*perPage+i+1, u)))
	}
	button := func(label string, page int) flow.Choice { return door(label, "antrian", uint64(page)) }
	return flow.Screen{
		Text: text.Plain("Yang paling lama menunggu berada di atas. Silakan pilih untuk memeriksa."),
		Rows: append(all, rows(pager(page, pages, button), toMenu())...),
	}
}
