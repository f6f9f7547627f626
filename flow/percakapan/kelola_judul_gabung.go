package percakapan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

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
		t.do(dialog.SavePadanan{Judul: j.Kunci, Panduan: p.ID})
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
		t.again(fmt.Sprintf("%s sudah ada di panduan (%s). Silakan gabungkan ke entri itu.", old.Nama, old.StatusWords()))
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
		typed:  (*turn).searchKelola,
		taps: map[string]func(*turn, uint64){
			"halaman": (*turn).turnKelola,
			"gabung":  func(t *turn, id uint64) { t.mergeJudul(flow.PanduanID(id)) },
			"kembali": to(atJudulSatu),
		},
	}
}

func (t *turn) judulPanduanScreen() dialog.Screen {
	k := t.s.Kelola
	list := slices.DeleteFunc(t.Katalog(), func(p flow.Panduan) bool { return p.Pensiun || !flow.Matches(p.Nama, k.Cari) })
	pages := pagesOf(len(list), panduanPerPage)
	page := min(k.Halaman, pages-1)
	var all [][]dialog.Choice
	for _, p := range pageOf(list, page, panduanPerPage) {
		all = append(all, row(t.here(p.Nama, "gabung", uint64(p.ID))))
	}
	return dialog.Screen{
		Text: dialog.Spans{}.Bold("Gabung ke panduan").Plain("\n").Field("Pencarian", k.Cari).
			Plain("Silakan pilih, atau ketik sebagian namanya untuk mencari."),
		Rows: append(all, rows(t.pager(page, pages), t.back())...),
	}
}

func judulGabunganPlace() place {
	return place{
		screen: (*turn).judulGabunganScreen,
		taps: map[string]func(*turn, uint64){
			"halaman": (*turn).turnKelola,
			"pisah":   (*turn).splitJudul,
			"kembali": to(atKelolaJudul),
		},
	}
}

func (t *turn) judulGabunganScreen() dialog.Screen {
	list := t.judulMerged()
	pages := pagesOf(len(list), perPage)
	page := min(t.s.Kelola.Halaman, pages-1)
	text := dialog.Spans{}.Bold("Sudah digabung").Plain("\n\n")
	var all [][]dialog.Choice
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
	return dialog.Screen{Text: text, Rows: append(all, rows(t.pager(page, pages), t.back())...)}
}

// splitJudul lets a title count as itself again.
func (t *turn) splitJudul(mark uint64) {
	for _, j := range t.judulMerged() {
		if textMark(j.Kunci) == mark {
			p, _ := t.Panduan(t.Padanan(j.Kunci))
			t.do(dialog.SavePadanan{Judul: j.Kunci})
			t.record(flow.GabungJudul, 0, "", flow.Perubahan{Kolom: "Judul Manual", Sebelum: p.Nama, Sesudah: j.Teks})
			t.answer("Dipisahkan.")
		}
	}
	t.showPlace()
}
