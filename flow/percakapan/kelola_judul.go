package percakapan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
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
			"halaman":  (*turn).turnPeople,
			"satu":     (*turn).openJudul,
			"gabungan": func(t *turn, _ uint64) { t.s.Kelola.Halaman = 0; t.goTo(atJudulGabungan) },
			"kembali":  backTo(atKelola),
		},
	}
}

func (t *turn) kelolaJudulScreen() flow.Screen {
	groups := t.judulGroups()
	pages := pagesOf(len(groups), perPage)
	page := min(t.s.Kelola.Halaman, pages-1)
	text := flow.Spans{}.Bold("Judul Manual").Plain("\n")
	if len(groups) == 0 {
		text = text.Plain("Tidak ada judul manual yang perlu digabung.\n")
	} else {
		text = text.Field("Halaman", ofPages(page, pages)).Plain("\n")
	}
	var all [][]flow.Choice
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
	return flow.Screen{
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
			"kembali":    backTo(atKelolaJudul),
		},
	}
}

func (t *turn) judulSatuScreen() flow.Screen {
	g, ok := t.judulGroup()
	if !ok {
		return flow.Screen{Text: flow.Spans{}.Plain("Kelompok ini sudah digabung."), Rows: rows(t.back())}
	}
	text := flow.Spans{}.Bold("Judul yang mirip").Plain("\n\n")
	for _, j := range g.Judul[:min(len(g.Judul), 15)] {
		text = text.Plain("• ", flow.Clip(j.Teks, 120), ": ").Bold(fmt.Sprintf("%d usulan", j.Jumlah)).Plain("\n")
	}
	var all [][]flow.Choice
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
	return flow.Screen{Text: text, Rows: append(all, t.back())}
}

// mergeJudul counts the group as an entry of the panduan.
func (t *turn) mergeJudul(id flow.PanduanID) {
	g, ok := t.judulGroup()
	p, exists := t.Panduan(id)
	if !ok || !exists {
		t.note = "⚠️ Kelompok itu sudah berubah. Silakan pilih lagi."
		t.goTo(atKelolaJudul)
		return
	}
	t.merge(g, p)
	t.goTo(atKelolaJudul)
}

// merge counts every title of a group as the entry, and says so above the next screen.
func (t *turn) merge(g flow.JudulGroup, p flow.Panduan) {
	for _, j := range g.Judul {
		t.do(flow.SavePadanan{Judul: j.Kunci, Panduan: p.ID})
		t.record(flow.GabungJudul, 0, "", flow.Perubahan{Kolom: "Judul Manual", Sebelum: j.Teks, Sesudah: p.Nama})
	}
	t.note = fmt.Sprintf("✅ %s usulan kini dihitung sebagai %s.", thousands(g.Jumlah), p.Nama)
}

// mergeIntoNew makes an entry of the title used most, counts the group as it, and shows the entry: how people type a title
// is seldom how it should stand in the panduan.
func (t *turn) mergeIntoNew(i uint64) {
	g, ok := t.judulGroup()
	if !ok || i >= uint64(len(flow.Kompetensis)) {
		t.goTo(atKelolaJudul)
		return
	}
	nama := g.Judul[0].Teks
	if old, taken := t.panduanNamed(nama, 0); taken {
		t.again(fmt.Sprintf("%s sudah ada di panduan (%s). Silakan gabungkan ke entri itu.", old.Nama, panduanStatus(old)))
		return
	}
	p := t.makePanduan(nama, flow.Kompetensis[i])
	t.merge(g, p)
	t.note += " Namanya dapat diperbaiki dengan Ubah Nama."
	t.openPanduanSatu(p.ID)
}

func judulPanduanPlace() place {
	return place{
		screen: (*turn).judulPanduanScreen,
		typed: func(t *turn, body string) {
			t.s.Kelola.Cari, t.s.Kelola.Halaman = flow.Clip(flow.Tidy(body), 60), 0
			t.showPlace()
		},
		taps: map[string]func(*turn, uint64){
			"halaman": (*turn).turnPeople,
			"gabung":  func(t *turn, id uint64) { t.mergeJudul(flow.PanduanID(id)) },
			"kembali": backTo(atJudulSatu),
		},
	}
}

func (t *turn) judulPanduanScreen() flow.Screen {
	k := t.s.Kelola
	list := slices.DeleteFunc(t.Katalog(), func(p flow.Panduan) bool { return p.Pensiun || !flow.Matches(p.Nama, k.Cari) })
	pages := pagesOf(len(list), panduanPerPage)
	page := min(k.Halaman, pages-1)
	var all [][]flow.Choice
	for _, p := range pageOf(list, page, panduanPerPage) {
		all = append(all, row(t.here(p.Nama, "gabung", uint64(p.ID))))
	}
	return flow.Screen{
		Text: flow.Spans{}.Bold("Gabung ke panduan").Plain("\n").Field("Pencarian", k.Cari).
			Plain("Silakan pilih, atau ketik sebagian namanya untuk mencari."),
		Rows: append(all, rows(t.pager(page, pages), t.back())...),
	}
}

func judulGabunganPlace() place {
	return place{
		screen: (*turn).judulGabunganScreen,
		taps: map[string]func(*turn, uint64){
			"halaman": (*turn).turnPeople,
			"pisah":   (*turn).splitJudul,
			"kembali": backTo(atKelolaJudul),
		},
	}
}

func (t *turn) judulGabunganScreen() flow.Screen {
	list := t.judulMerged()
	pages := pagesOf(len(list), perPage)
	page := min(t.s.Kelola.Halaman, pages-1)
	text := flow.Spans{}.Bold("Sudah digabung").Plain("\n\n")
	var all [][]flow.Choice
	for i, j := range pageOf(list, page, perPage) {
		p, _ := t.Panduan(t.Padanan(j.Kunci))
		n := page*perPage + i + 1
		text = text.Plain(fmt.Sprintf("%d. %s (%d usulan) → ", n, flow.Clip(j.Teks, 100), j.Jumlah)).Bold(flow.Clip(p.Nama, 100)).Plain("\n")
		all = append(all, row(t.here(fmt.Sprintf("✂️ Pisahkan: %d. %s", n, j.Teks), "pisah", textMark(j.Kunci))))
	}
	if len(list) == 0 {
		text = text.Plain("Belum ada judul yang digabung.\n")
	}
	if len(list) > 0 {
		text = text.Plain("\nJudul yang dipisahkan dihitung sendiri lagi.")
	}
	return flow.Screen{Text: text, Rows: append(all, rows(t.pager(page, pages), t.back())...)}
}

// splitJudul lets a title count as itself again.
func (t *turn) splitJudul(mark uint64) {
	for _, j := range t.judulMerged() {
		if textMark(j.Kunci) == mark {
			p, _ := t.Panduan(t.Padanan(j.Kunci))
			t.do(flow.SavePadanan{Judul: j.Kunci})
			t.record(flow.GabungJudul, 0, "", flow.Perubahan{Kolom: "Judul Manual", Sebelum: p.Nama, Sesudah: j.Teks})
			t.answer("Dipisahkan.")
		}
	}
	t.showPlace()
}
