package judul

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kelola/katalog"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
)

// mergeJudul counts the group as an entry of the panduan.
func mergeJudul(t *dialog.Turn, id flow.PanduanID) {
	g, ok := judulGroup(t)
	p, exists := t.Panduan(id)
	if !ok || !exists {
		t.Note = "⚠️ Kelompok itu sudah berubah. Silakan pilih lagi."
		t.Go(atKelolaJudul)
		return
	}
	merge(t, g, p)
	t.Go(atKelolaJudul)
}

// merge counts every title of a group as the entry, and says so above the next screen.
func merge(t *dialog.Turn, g flow.JudulGroup, p flow.Panduan) {
	for _, j := range g.Judul {
		t.Do(dialog.SavePadanan{Judul: j.Kunci, Panduan: p.ID})
		trail.Record(t, flow.GabungJudul, 0, "", flow.Perubahan{Kolom: "Judul Manual", Sebelum: j.Teks, Sesudah: p.Nama})
	}
	t.Note = fmt.Sprintf("✅ %s usulan kini dihitung sebagai %s.", wording.Thousands(g.Jumlah), p.Nama)
}

// mergeIntoNew makes an entry of the title used most, counts the group as it, and shows the entry: how people type a title
// is seldom how it should stand in the panduan.
func mergeIntoNew(t *dialog.Turn, i uint64) {
	g, ok := judulGroup(t)
	if !ok || i >= uint64(len(flow.Kompetensis)) {
		t.Go(atKelolaJudul)
		return
	}
	nama := g.Judul[0].Teks
	if old, taken := katalog.Named(t, nama, 0); taken {
		t.Again(fmt.Sprintf("%s sudah ada di panduan (%s). Silakan gabungkan ke entri itu.", old.Nama, old.StatusWords()))
		return
	}
	p := katalog.Make(t, nama, flow.Kompetensis[i])
	merge(t, g, p)
	t.Note += " Namanya dapat diperbaiki dengan Ubah Nama."
	t.Open("kelola/panduan/satu", dialog.Opening{Button: dialog.Button{ID: uint64(p.ID)}})
}

func judulPanduanPlace() dialog.Place {
	return dialog.Place{Name: atJudulPanduan, Only: &dialog.AdminSIIP,
		Screen: judulPanduanScreen,
		Typed:  paging.Searches(lookOf),
		Taps: dialog.Taps{
			"halaman": paging.Turns(lookOf),
			"gabung":  func(t *dialog.Turn, id uint64) { mergeJudul(t, flow.PanduanID(id)) },
			"kembali": dialog.To(atJudulSatu),
		},
	}
}

func judulPanduanScreen(t *dialog.Turn) dialog.Screen {
	k := state.Get(t)
	list := slices.DeleteFunc(t.Katalog(), func(p flow.Panduan) bool { return p.Pensiun || !flow.Matches(p.Nama, k.Cari) })
	pages := paging.PagesOf(len(list), paging.Short)
	page := min(k.Halaman, pages-1)
	var all [][]dialog.Choice
	for _, p := range paging.PageOf(list, page, paging.Short) {
		all = append(all, buttons.Row(buttons.Here(t, p.Nama, "gabung", uint64(p.ID))))
	}
	return dialog.Screen{
		Text: dialog.Spans{}.Bold("Gabung ke panduan").Plain("\n").Field("Pencarian", k.Cari).
			Plain("Silakan pilih, atau ketik sebagian namanya untuk mencari."),
		Rows: append(all, buttons.Rows(buttons.Pager(t, page, pages), buttons.Back(t))...),
	}
}

func judulGabunganPlace() dialog.Place {
	return dialog.Place{Name: atJudulGabungan, Only: &dialog.AdminSIIP,
		Screen: judulGabunganScreen,
		Taps: dialog.Taps{
			"halaman": paging.Turns(lookOf),
			"pisah":   splitJudul,
			"kembali": dialog.To(atKelolaJudul),
		},
	}
}

func judulGabunganScreen(t *dialog.Turn) dialog.Screen {
	list := judulMerged(t)
	pages := paging.PagesOf(len(list), paging.PerPage)
	page := min(state.Get(t).Halaman, pages-1)
	text := dialog.Spans{}.Bold("Sudah digabung").Plain("\n\n")
	var all [][]dialog.Choice
	for i, j := range paging.PageOf(list, page, paging.PerPage) {
		p, _ := t.Panduan(t.Padanan(j.Kunci))
		n := page*paging.PerPage + i + 1
		text = text.Plain(fmt.Sprintf("%d. %s (%d usulan) → ", n, flow.Clip(j.Teks, 100), j.Jumlah)).Bold(flow.Clip(p.Nama, 100)).Plain("\n")
		all = append(all, buttons.Row(buttons.Here(t, fmt.Sprintf("✂️ Pisahkan: %d. %s", n, j.Teks), "pisah", wording.TextMark(j.Kunci))))
	}
	if len(list) == 0 {
		text = text.Plain("Belum ada judul yang digabung.\n")
	}
	if len(list) > 0 {
		text = text.Plain("\nJudul yang dipisahkan dihitung sendiri lagi.")
	}
	return dialog.Screen{Text: text, Rows: append(all, buttons.Rows(buttons.Pager(t, page, pages), buttons.Back(t))...)}
}

// splitJudul lets a title count as itself again.
func splitJudul(t *dialog.Turn, mark uint64) {
	for _, j := range judulMerged(t) {
		if wording.TextMark(j.Kunci) == mark {
			p, _ := t.Panduan(t.Padanan(j.Kunci))
			t.Do(dialog.SavePadanan{Judul: j.Kunci})
			trail.Record(t, flow.GabungJudul, 0, "", flow.Perubahan{Kolom: "Judul Manual", Sebelum: p.Nama, Sesudah: j.Teks})
			t.Answer("Dipisahkan.")
		}
	}
	t.ShowPlace()
}
