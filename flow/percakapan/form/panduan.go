package form

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/spelling"
)

// panduanPlace is the first step: the list of the panduan, the guide's default, with Isi Manual on it.
func panduanPlace() engine.Place {
	return paging.InPages(engine.Place{Name: atPanduan,
		Screen: panduanScreen,
		Typed:  searchPanduan, Awaits: engine.Searches,
		Taps: engine.Taps{
			"pilih":      pick,
			"kompetensi": narrow,
			"semua":      func(t *engine.Turn, _ uint64) { openPanduan(t, "") },
			"manual":     engine.To(atManual),
			"judul":      engine.Does(takeTyped),
			"ada":        engine.Does(keepDiklat),
			"kembali":    engine.Does(backFromForm),
			"batal":      engine.Does((*engine.Turn).Cancel),
		},
	}, lookOf)
}

func lookOf(t *engine.Turn) *paging.Look { return &draft.Edit(t).Look }

// openPanduan shows the list, or what of it contains the search.
func openPanduan(t *engine.Turn, typed string) {
	f := draft.Edit(t)
	f.Kompetensi, f.Tawar = "", spelling.Tidy(typed)
	f.Search(typed)
	t.Go(atPanduan)
}

// searchPanduan takes what is typed while a diklat is being chosen as a part of its name.
func searchPanduan(t *engine.Turn, body string) { openPanduan(t, body) }

// takeTyped takes what was searched for in vain as the title of Isi Manual.
func takeTyped(t *engine.Turn) { typeJudul(t, draft.Get(t).Tawar) }

// keepDiklat goes on with the diklat that was chosen before.
func keepDiklat(t *engine.Turn) {
	if draft.Get(t).chosen() {
		afterDiklat(t)
		return
	}
	t.Stale()
}

// narrow shows the diklat of one jenis kompetensi.
func narrow(t *engine.Turn, id uint64) {
	if id >= uint64(len(flow.Kompetensis)) {
		t.Stale()
		return
	}
	draft.Edit(t).Kompetensi, draft.Edit(t).Page = flow.Kompetensis[id], 0
	t.ShowPlace()
}

func pick(t *engine.Turn, id uint64) {
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
func offered(t *engine.Turn) []flow.Panduan {
	f := draft.Get(t)
	pegawai, _ := t.Pegawai(f.Pegawai)
	list := slices.DeleteFunc(t.Katalog(), func(p flow.Panduan) bool {
		return !p.For(pegawai.Jenjang) ||
			f.Kompetensi != "" && p.Kompetensi != f.Kompetensi ||
			!spelling.Matches(p.Nama, f.Query)
	})
	slices.SortStableFunc(list, func(a, b flow.Panduan) int {
		return slices.Index(flow.Kompetensis, a.Kompetensi) - slices.Index(flow.Kompetensis, b.Kompetensi)
	})
	return list
}

func panduanScreen(t *engine.Turn) ui.Screen {
	f := draft.Get(t)
	list := paging.List[flow.Panduan]{
		Rows: offered(t), Look: f.Look, Title: "Pilih Jenis Diklat", Word: "pilih",
		Line: func(text ui.Spans, p flow.Panduan) ui.Spans { return text.Bold(p.Nama) },
		ID:   func(p flow.Panduan) uint64 { return uint64(p.ID) },
	}.Draw(t)
	above := formHead(t).Plain("Dari Panduan Jenis Diklat\n").Field("Jenis Kompetensi", string(f.Kompetensi)).Field("Pencarian", f.Query)
	var keep []ui.Choice
	if f.chosen() {
		above = above.Strong("Usulan Diklat saat ini", chosenTitle(t))
		keep = buttons.Row(buttons.Here(t, "Pakai yang ada", "ada", 0))
	}
	if len(list.Rows) == 0 {
		return ui.Screen{Text: list.Body(above, noHit(f)), Rows: append(noHitRows(t, f), buttons.Rows(keep, buttons.BackAndStop(t))...)}
	}
	return ui.Screen{
		Text: list.Body(above, "Silakan pilih nomornya, atau ketik sebagian namanya untuk mencari.\n").
			Italic("Silahkan isi manual jika tidak ada jenis diklat yg dimaksud"),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager), kindRows(t, f), buttons.Rows(keep, buttons.BackAndStop(t))),
	}
}

func noHit(f Draft) string {
	if f.Tawar == "" {
		return "Belum ada jenis diklat di sini. Silakan gunakan Isi Manual."
	}
	return fmt.Sprintf("Tidak ada jenis diklat yang cocok dengan “%s”. Judul itu dapat dipakai sebagai Isi Manual.", spelling.Clip(f.Tawar, 80))
}

// noHitRows offer what was typed as the title of Isi Manual.
func noHitRows(t *engine.Turn, f Draft) [][]ui.Choice {
	var take []ui.Choice
	if f.Tawar != "" {
		take = buttons.Row(buttons.Here(t, "Pakai judul yang diketik", "judul", 0))
	}
	return buttons.Rows(take, buttons.Row(buttons.Here(t, "Tampilkan semua", "semua", 0), buttons.Here(t, "Isi Manual", "manual", 0)))
}

// kindRows narrow the list by jenis kompetensi or show it whole again, and lead to Isi Manual.
func kindRows(t *engine.Turn, f Draft) [][]ui.Choice {
	manual := buttons.Here(t, "Isi Manual", "manual", 0)
	if f.Kompetensi != "" || f.Query != "" {
		return buttons.Rows(buttons.Row(buttons.Here(t, "Tampilkan semua", "semua", 0), manual))
	}
	return buttons.Fit(append(buttons.KompetensiChoices(t), manual))
}
