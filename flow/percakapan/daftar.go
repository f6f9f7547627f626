package percakapan

import (
	"fmt"

	"siip-asn/flow"
)

// perPage is how many rows a list shows at once.
const perPage = 10

// openDaftar opens the list of all OPD at the row on the button, or at its beginning.
func (t *turn) openDaftar(b flow.Button) {
	if !t.may(adminSIIP, "Daftar") {
		return
	}
	t.s.Daftar.Dari = flow.UsulanID(b.ID)
	t.goTo(atDaftar)
}

func daftarPlace() place { return place{screen: (*turn).daftarScreen} }

func (t *turn) daftarScreen() flow.Screen {
	d := t.s.Daftar
	page := t.Daftar(d.Filter, d.Dari, perPage)
	text := flow.Spans{}.Bold("Daftar Usulan Diklat").Plain("\n")
	if page.Total == 0 {
		return flow.Screen{Text: text.Plain("\nBelum ada usulan."), Rows: rows(toMenu())}
	}
	text = text.Plain(fmt.Sprintf("%d–%d dari %d\n\n", page.Mulai, page.Mulai+len(page.Rows)-1, page.Total))
	var all [][]flow.Choice
	for i, u := range page.Rows {
		text = t.listRow(text, page.Mulai+i, u)
		all = append(all, row(t.listButton(page.Mulai+i, u)))
	}
	return flow.Screen{Text: text, Rows: append(all, rows(daftarPager(page), toMenu())...)}
}

func daftarPager(page flow.Page) []flow.Choice {
	var r []flow.Choice
	if page.Prev != 0 {
		r = append(r, door("◀️ Sebelumnya", "daftar", uint64(page.Prev)))
	}
	if page.Next != 0 {
		r = append(r, door("Berikutnya ▶️", "daftar", uint64(page.Next)))
	}
	return r
}

// listRow writes the columns of the list (panduan, bagian III) so short that ten rows fit into a message whatever is in
// them.
func (t *turn) listRow(text flow.Spans, n int, u flow.Usulan) flow.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	opd, _ := t.OPD(u.OPD)
	text = text.Plain(fmt.Sprintf("%d. ", n)).Bold(flow.Clip(p.Nama, 60)).
		Plain("\nNIP ", string(p.NIP), "\n", flow.Clip(p.Jabatan, 60), "\n", flow.Clip(opd.Nama, 60), "\n").
		Plain(flow.Clip(t.title(u), 80))
	if u.Rekomendasi != "" {
		text = text.Plain("\nRekomendasi: ", flow.Clip(u.Rekomendasi, 40))
	}
	return text.Plain("\n", u.TanggalUsul.List(), " · ").Bold(u.Status.String()).Plain("\n\n")
}

func (t *turn) listButton(n int, u flow.Usulan) flow.Choice {
	p, _ := t.Pegawai(u.Pegawai)
	return door(fmt.Sprintf("%d. %s", n, p.Nama), "buka", uint64(u.ID))
}
