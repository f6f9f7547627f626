package percakapan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// Titles typed by hand that are near each other are shown together, to be counted as one entry of the panduan. What was
// typed stays as it was typed, and the merging can be undone.

// judulMax is how many titles are looked at for groups: those used most.
const judulMax = 500

// judulGroups are the titles that count as themselves, in groups.
func (t *turn) judulGroups() []flow.JudulGroup {
	list := slices.DeleteFunc(t.JudulManual(), func(j flow.JudulManual) bool { return t.Padanan(j.Kunci) != 0 })
	slices.SortStableFunc(list, func(a, b flow.JudulManual) int { return b.Jumlah - a.Jumlah })
	return flow.GroupJudul(list[:min(len(list), judulMax)])
}

// judulMerged are the titles that count as an entry of the panduan.
func (t *turn) judulMerged() []flow.JudulManual {
	return slices.DeleteFunc(t.JudulManual(), func(j flow.JudulManual) bool { return t.Padanan(j.Kunci) == 0 })
}

func kelolaJudulPlace() place {
	return place{
		screen: (*turn).kelolaJudulScreen,
		taps: map[string]func(*turn, uint64){
			"halaman":  (*turn).turnKelola,
			"satu":     (*turn).openJudul,
			"gabungan": func(t *turn, _ uint64) { t.s.Kelola.Halaman = 0; t.goTo(atJudulGabungan) },
			"kembali":  to(atKelola),
		},
	}
}

func (t *turn) kelolaJudulScreen() dialog.Screen {
	groups := t.judulGroups()
	pages := pagesOf(len(groups), perPage)
	page := min(t.s.Kelola.Halaman, pages-1)
	text := dialog.Spans{}.Bold("Judul Manual").Plain("\n")
	if len(groups) == 0 {
		text = text.Plain("Tidak ada judul manual yang perlu digabung.\n")
	} else {
		text = text.Field("Halaman", ofPages(page, pages)).Plain("\n")
	}
	var all [][]dialog.Choice
	for i, g := range pageOf(groups, page, perPage) {
		n := page*perPage + i + 1
		first := g.Judul[0]
		text = text.Plain(fmt.Sprintf("%d. %s: ", n, flow.Clip(first.Teks, 100))).Bold(fmt.Sprintf("%d usulan", g.Jumlah)).
			Plain(likeWords(len(g.Judul)), "\n")
		all = append(all, row(t.here(fmt.Sprintf("%d. %s", n, first.Teks), "satu", textMark(first.Kunci))))
	}
	if len(groups) > 0 {
		text = text.Plain("\nJudul yang mirip dikelompokkan. Silakan pilih untuk menggabungkannya ke panduan.")
	}
	merged := t.here(fmt.Sprintf("🔗 Sudah digabung (%d)", len(t.judulMerged())), "gabungan", 0)
	return dialog.Screen{
		Text: text,
		Rows: append(all, rows(t.pager(page, pages), row(merged), t.back())...),
	}
}

// likeWords says how many titles a group has, where that is more than one.
func likeWords(n int) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf(", %d judul yang mirip", n)
}

// openJudul opens the group whose first title has this mark.
func (t *turn) openJudul(mark uint64) {
	for _, g := range t.judulGroups() {
		if textMark(g.Judul[0].Kunci) == mark {
			t.s.Kelola.Judul = g.Judul[0].Kunci
			t.goTo(atJudulSatu)
			return
		}
	}
	t.again("Kelompok itu sudah berubah. Silakan pilih lagi.")
}

// judulGroup is the group that is looked at.
func (t *turn) judulGroup() (flow.JudulGroup, bool) {
	for _, g := range t.judulGroups() {
		if slices.ContainsFunc(g.Judul, func(j flow.JudulManual) bool { return j.Kunci == t.s.Kelola.Judul }) {
			return g, true
		}
	}
	return flow.JudulGroup{}, false
}

func judulSatuPlace() place {
	return place{
		screen: (*turn).judulSatuScreen,
		taps: map[string]func(*turn, uint64){
			"gabung":     func(t *turn, id uint64) { t.mergeJudul(flow.PanduanID(id)) },
			"lain":       func(t *turn, _ uint64) { t.s.Kelola.Cari, t.s.Kelola.Halaman = "", 0; t.goTo(atJudulPanduan) },
			"kompetensi": (*turn).mergeIntoNew,
			"kembali":    to(atKelolaJudul),
		},
	}
}

func (t *turn) judulSatuScreen() dialog.Screen {
	g, ok := t.judulGroup()
	if !ok {
		return dialog.Screen{Text: dialog.Spans{}.Plain("Kelompok ini sudah digabung."), Rows: rows(t.back())}
	}
	text := dialog.Spans{}.Bold("Judul yang mirip").Plain("\n\n")
	for _, j := range g.Judul[:min(len(g.Judul), 15)] {
		text = text.Plain("• ", flow.Clip(j.Teks, 120), ": ").Bold(fmt.Sprintf("%d usulan", j.Jumlah)).Plain("\n")
	}
	var all [][]dialog.Choice
	for _, p := range t.Katalog() {
		if !p.Pensiun && len(all) < mungkinMax && flow.Near(g.Judul[0].Teks, p.Nama) {
			all = append(all, row(t.here("🔗 Gabung ke: "+p.Nama, "gabung", uint64(p.ID))))
		}
	}
	text = text.Plain("\nSetelah digabung, semuanya dihitung sebagai satu diklat di rekap; yang diketik tetap tersimpan. ",
		"Silakan pilih panduannya, atau jadikan entri baru menurut jenis kompetensinya.")
	all = append(all, row(t.here("📚 Pilih dari panduan", "lain", 0)))
	for i, k := range flow.Kompetensis {
		all = append(all, row(t.here("➕ Entri baru: "+string(k), "kompetensi", uint64(i))))
	}
	return dialog.Screen{Text: text, Rows: append(all, t.back())}
}
