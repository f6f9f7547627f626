package form

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
)

func panduanPlace() dialog.Place {
	return dialog.Place{Name: atPanduan,
		Screen: panduanScreen,
		Typed:  searchPanduan,
		Taps: dialog.Taps{
			"pilih":      pick,
			"kompetensi": narrow,
			"halaman":    func(t *dialog.Turn, page uint64) { draft.Edit(t).Halaman = int(page); t.ShowPlace() },
			"semua":      func(t *dialog.Turn, _ uint64) { openPanduan(t, "") },
			"manual":     dialog.To(atManual),
			"kembali":    dialog.To(atCara),
			"batal":      dialog.Does((*dialog.Turn).Cancel),
		},
	}
}

// openPanduan shows the list, or what of it contains the search.
func openPanduan(t *dialog.Turn, search string) {
	draft.Edit(t).Cari, draft.Edit(t).Kompetensi, draft.Edit(t).Halaman = search, "", 0
	t.Go(atPanduan)
}

// searchPanduan takes what is typed while a diklat is being chosen as a part of its name.
func searchPanduan(t *dialog.Turn, body string) { openPanduan(t, wording.Sought(body)) }

// narrow shows the diklat of one jenis kompetensi.
func narrow(t *dialog.Turn, id uint64) {
	if id >= uint64(len(flow.Kompetensis)) {
		t.Stale()
		return
	}
	draft.Edit(t).Kompetensi, draft.Edit(t).Halaman = flow.Kompetensis[id], 0
	t.ShowPlace()
}

func pick(t *dialog.Turn, id uint64) {
	p, ok := t.Panduan(flow.PanduanID(id))
	if !ok || p.Pensiun {
		t.Again("Jenis diklat itu sudah tidak ada di panduan. Silakan pilih yang lain.")
		return
	}
	draft.Edit(t).Manual, draft.Edit(t).Panduan, draft.Edit(t).Judul = false, p.ID, ""
	afterDiklat(t)
}

// offered is the panduan for the pegawai of the form, grouped by jenis kompetensi, without what the person has
// narrowed away.
func offered(t *dialog.Turn) []flow.Panduan {
	f := draft.Get(t)
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

func panduanScreen(t *dialog.Turn) dialog.Screen {
	list := offered(t)
	pages := paging.PagesOf(len(list), paging.Short)
	page := min(draft.Get(t).Halaman, pages-1)
	shown := paging.PageOf(list, page, paging.Short)
	return dialog.Screen{
		Text: panduanText(t, len(list), page, pages, shown),
		Rows: append(append(kompetensiRows(t), panduanRows(t, shown)...), buttons.Rows(
			buttons.Pager(t, page, pages),
			buttons.Row(buttons.Here(t, "✍️ Isi Manual", "manual", 0)),
			buttons.BackAndStop(t))...),
	}
}

func panduanText(t *dialog.Turn, found, page, pages int, shown []flow.Panduan) dialog.Spans {
	text := formHead(t).Bold("Pilih Jenis Diklat").Plain("\n").
		Field("Jenis Kompetensi", string(draft.Get(t).Kompetensi)).
		Field("Pencarian", draft.Get(t).Cari)
	if pages > 1 {
		text = text.Field("Halaman", paging.OfPages(page, pages))
	}
	if found == 0 {
		text = text.Plain("Tidak ada jenis diklat yang cocok.\n")
	}
	for _, p := range shown {
		if len([]rune(p.Nama)) > buttons.LabelMax {
			text = text.Plain("• ", p.Nama, "\n") // the button has no room for all of it
		}
	}
	return text.Plain("\nSilakan pilih, atau ketik sebagian namanya untuk mencari.\n").
		Italic("Silahkan isi manual jika tidak ada jenis diklat yg dimaksud")
}

// kompetensiRows narrow the list by jenis kompetensi, or show it whole again.
func kompetensiRows(t *dialog.Turn) [][]dialog.Choice {
	if draft.Get(t).Kompetensi != "" || draft.Get(t).Cari != "" {
		return buttons.Rows(buttons.Row(buttons.Here(t, "✖️ Tampilkan semua", "semua", 0)))
	}
	return buttons.Rows(buttons.KompetensiChoices(t))
}

func panduanRows(t *dialog.Turn, list []flow.Panduan) [][]dialog.Choice {
	var all [][]dialog.Choice
	for _, p := range list {
		label := p.Nama
		if p.ID == draft.Get(t).Panduan {
			label = "✅ " + label
		}
		all = append(all, buttons.Row(buttons.Here(t, label, "pilih", uint64(p.ID))))
	}
	return all
}
