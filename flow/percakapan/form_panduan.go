package percakapan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// panduanPerPage keeps the list on one screen of a phone.
const panduanPerPage = 8

func panduanPlace() place {
	return place{
		screen: (*turn).panduanScreen,
		typed:  (*turn).search,
		taps: map[string]func(*turn, uint64){
			"pilih":      (*turn).pick,
			"kompetensi": (*turn).narrow,
			"halaman":    func(t *turn, page uint64) { t.s.Form.Halaman = int(page); t.showPlace() },
			"semua":      func(t *turn, _ uint64) { t.openPanduan("") },
			"manual":     to(atManual),
			"kembali":    to(atCara),
			"batal":      does((*turn).cancel),
		},
	}
}

// openPanduan shows the list, or what of it contains the search.
func (t *turn) openPanduan(search string) {
	t.s.Form.Cari, t.s.Form.Kompetensi, t.s.Form.Halaman = search, "", 0
	t.goTo(atPanduan)
}

// search takes what is typed while a diklat is being chosen as a part of its name.
func (t *turn) search(body string) { t.openPanduan(sought(body)) }

// narrow shows the diklat of one jenis kompetensi.
func (t *turn) narrow(id uint64) {
	if id >= uint64(len(flow.Kompetensis)) {
		t.stale()
		return
	}
	t.s.Form.Kompetensi, t.s.Form.Halaman = flow.Kompetensis[id], 0
	t.showPlace()
}

func (t *turn) pick(id uint64) {
	p, ok := t.Panduan(flow.PanduanID(id))
	if !ok || p.Pensiun {
		t.again("Jenis diklat itu sudah tidak ada di panduan. Silakan pilih yang lain.")
		return
	}
	t.s.Form.Manual, t.s.Form.Panduan, t.s.Form.Judul = false, p.ID, ""
	t.afterDiklat()
}

// offered is the panduan for the pegawai of the form, grouped by jenis kompetensi, without what the person has
// narrowed away.
func (t *turn) offered() []flow.Panduan {
	f := t.s.Form
	pegawai, _ := t.Pegawai(f.Pegawai)
	list := slices.DeleteFunc(t.Katalog(), func(p flow.Panduan) bool {
		return !p.For(pegawai.Jenjang) ||
			f.Kompetensi != "" && p.Kompetensi != f.Kompetensi ||
			!flow.Matches(p.Nama, f.Cari)
	})
	slices.SortStableFunc(list, func(a, b flow.Panduan) int {
		return slices.Index(flow.Kompetensis, a.Kompetensi) - slices.Index(flow.Kompetensis, b.Kompetensi)
	})
	return list
}

func (t *turn) panduanScreen() dialog.Screen {
	list := t.offered()
	pages := pagesOf(len(list), panduanPerPage)
	page := min(t.s.Form.Halaman, pages-1)
	shown := pageOf(list, page, panduanPerPage)
	return dialog.Screen{
		Text: t.panduanText(len(list), page, pages, shown),
		Rows: append(append(t.kompetensiRows(), t.panduanRows(shown)...), rows(
			t.pager(page, pages),
			row(t.here("✍️ Isi Manual", "manual", 0)),
			t.backAndStop())...),
	}
}

func (t *turn) panduanText(found, page, pages int, shown []flow.Panduan) dialog.Spans {
	text := t.formHead().Bold("Pilih Jenis Diklat").Plain("\n").
		Field("Jenis Kompetensi", string(t.s.Form.Kompetensi)).
		Field("Pencarian", t.s.Form.Cari)
	if pages > 1 {
		text = text.Field("Halaman", ofPages(page, pages))
	}
	if found == 0 {
		text = text.Plain("Tidak ada jenis diklat yang cocok.\n")
	}
	for _, p := range shown {
		if len([]rune(p.Nama)) > labelMax {
			text = text.Plain("• ", p.Nama, "\n") // the button has no room for all of it
		}
	}
	return text.Plain("\nSilakan pilih, atau ketik sebagian namanya untuk mencari.\n").
		Italic("Silahkan isi manual jika tidak ada jenis diklat yg dimaksud")
}

// kompetensiRows narrow the list by jenis kompetensi, or show it whole again.
func (t *turn) kompetensiRows() [][]dialog.Choice {
	if t.s.Form.Kompetensi != "" || t.s.Form.Cari != "" {
		return rows(row(t.here("✖️ Tampilkan semua", "semua", 0)))
	}
	return rows(t.kompetensiChoices())
}

func (t *turn) panduanRows(list []flow.Panduan) [][]dialog.Choice {
	var all [][]dialog.Choice
	for _, p := range list {
		label := p.Nama
		if p.ID == t.s.Form.Panduan {
			label = "✅ " + label
		}
		all = append(all, row(t.here(label, "pilih", uint64(p.ID))))
	}
	return all
}
