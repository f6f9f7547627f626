// Package judul merges titles typed by hand that mean the same. It is a part of Kelola, for an Admin SIIP-ASN.
package judul

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
)

// The places.
const (
	atKelolaJudul   dialog.PlaceName = "kelola/judul"
	atJudulSatu     dialog.PlaceName = "kelola/judul/satu"
	atJudulPanduan  dialog.PlaceName = "kelola/judul/panduan"
	atJudulGabungan dialog.PlaceName = "kelola/judul/gabungan"
)

// looked is what an Admin SIIP-ASN is looking at.
type looked struct {
	Judul string `json:"judul,omitempty"` // the key of a title of the group that is looked at
	paging.Look
}

var state = dialog.State[looked]{Key: "kelola/judul", Old: "kelola"}

func lookOf(t *dialog.Turn) *paging.Look { return &state.Edit(t).Look }

// Conversation merges titles typed by hand that mean the same.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name:   "kelola/judul",
		Places: []dialog.Place{judulPanduanPlace(), judulGabunganPlace(), kelolaJudulPlace(), judulSatuPlace()},
		Doors: []dialog.Door{
			{Word: "kelola/judul", Inner: true, Open: func(t *dialog.Turn, _ dialog.Opening) {
				state.Clear(t)
				t.Go(atKelolaJudul)
			}},
		},
	}
}

// offeredMost is how many entries of the panduan are offered at once.
const offeredMost = 3

// judulMax is how many titles are looked at for groups: those used most.
const judulMax = 500

// judulGroups are the titles that count as themselves, in groups.
func judulGroups(t *dialog.Turn) []flow.JudulGroup {
	list := slices.DeleteFunc(t.JudulManual(), func(j flow.JudulManual) bool { return t.Padanan(j.Kunci) != 0 })
	slices.SortStableFunc(list, func(a, b flow.JudulManual) int { return b.Jumlah - a.Jumlah })
	return flow.GroupJudul(list[:min(len(list), judulMax)])
}

// judulMerged are the titles that count as an entry of the panduan.
func judulMerged(t *dialog.Turn) []flow.JudulManual {
	return slices.DeleteFunc(t.JudulManual(), func(j flow.JudulManual) bool { return t.Padanan(j.Kunci) == 0 })
}

func kelolaJudulPlace() dialog.Place {
	return dialog.Place{Name: atKelolaJudul, Only: &dialog.AdminSIIP,
		Screen: kelolaJudulScreen,
		Taps: dialog.Taps{
			"halaman":  paging.Turns(lookOf),
			"satu":     openJudul,
			"gabungan": func(t *dialog.Turn, _ uint64) { state.Edit(t).Halaman = 0; t.Go(atJudulGabungan) },
			"kembali":  dialog.To("kelola"),
		},
	}
}

func kelolaJudulScreen(t *dialog.Turn) dialog.Screen {
	groups := judulGroups(t)
	pages := paging.PagesOf(len(groups), paging.PerPage)
	page := min(state.Get(t).Halaman, pages-1)
	text := dialog.Spans{}.Bold("Judul Manual").Plain("\n")
	if len(groups) == 0 {
		text = text.Plain("Tidak ada judul manual yang perlu digabung.\n")
	} else {
		text = text.Field("Halaman", paging.OfPages(page, pages)).Plain("\n")
	}
	var all [][]dialog.Choice
	for i, g := range paging.PageOf(groups, page, paging.PerPage) {
		n := page*paging.PerPage + i + 1
		first := g.Judul[0]
		text = text.Plain(fmt.Sprintf("%d. %s: ", n, flow.Clip(first.Teks, 100))).Bold(fmt.Sprintf("%d usulan", g.Jumlah)).
			Plain(likeWords(len(g.Judul)), "\n")
		all = append(all, buttons.Row(buttons.Here(t, fmt.Sprintf("%d. %s", n, first.Teks), "satu", wording.TextMark(first.Kunci))))
	}
	if len(groups) > 0 {
		text = text.Plain("\nJudul yang mirip dikelompokkan. Silakan pilih untuk menggabungkannya ke panduan.")
	}
	merged := buttons.Here(t, fmt.Sprintf("🔗 Sudah digabung (%d)", len(judulMerged(t))), "gabungan", 0)
	return dialog.Screen{
		Text: text,
		Rows: append(all, buttons.Rows(buttons.Pager(t, page, pages), buttons.Row(merged), buttons.Back(t))...),
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
func openJudul(t *dialog.Turn, mark uint64) {
	for _, g := range judulGroups(t) {
		if wording.TextMark(g.Judul[0].Kunci) == mark {
			state.Edit(t).Judul = g.Judul[0].Kunci
			t.Go(atJudulSatu)
			return
		}
	}
	t.Again("Kelompok itu sudah berubah. Silakan pilih lagi.")
}

// judulGroup is the group that is looked at.
func judulGroup(t *dialog.Turn) (flow.JudulGroup, bool) {
	for _, g := range judulGroups(t) {
		if slices.ContainsFunc(g.Judul, func(j flow.JudulManual) bool { return j.Kunci == state.Get(t).Judul }) {
			return g, true
		}
	}
	return flow.JudulGroup{}, false
}

func judulSatuPlace() dialog.Place {
	return dialog.Place{Name: atJudulSatu, Only: &dialog.AdminSIIP,
		Screen: judulSatuScreen,
		Taps: dialog.Taps{
			"gabung": func(t *dialog.Turn, id uint64) { mergeJudul(t, flow.PanduanID(id)) },
			"lain": func(t *dialog.Turn, _ uint64) {
				state.Edit(t).Look = paging.Look{}
				t.Go(atJudulPanduan)
			},
			"kompetensi": mergeIntoNew,
			"kembali":    dialog.To(atKelolaJudul),
		},
	}
}

func judulSatuScreen(t *dialog.Turn) dialog.Screen {
	g, ok := judulGroup(t)
	if !ok {
		return dialog.Screen{Text: dialog.Spans{}.Plain("Kelompok ini sudah digabung."), Rows: buttons.Rows(buttons.Back(t))}
	}
	text := dialog.Spans{}.Bold("Judul yang mirip").Plain("\n\n")
	for _, j := range g.Judul[:min(len(g.Judul), 15)] {
		text = text.Plain("• ", flow.Clip(j.Teks, 120), ": ").Bold(fmt.Sprintf("%d usulan", j.Jumlah)).Plain("\n")
	}
	var all [][]dialog.Choice
	for _, p := range t.Katalog() {
		if !p.Pensiun && len(all) < offeredMost && flow.Near(g.Judul[0].Teks, p.Nama) {
			all = append(all, buttons.Row(buttons.Here(t, "🔗 Gabung ke: "+p.Nama, "gabung", uint64(p.ID))))
		}
	}
	text = text.Plain("\nSetelah digabung, semuanya dihitung sebagai satu diklat di rekap; yang diketik tetap tersimpan. ",
		"Silakan pilih panduannya, atau jadikan entri baru menurut jenis kompetensinya.")
	all = append(all, buttons.Row(buttons.Here(t, "📚 Pilih dari panduan", "lain", 0)))
	for i, k := range flow.Kompetensis {
		all = append(all, buttons.Row(buttons.Here(t, "➕ Entri baru: "+string(k), "kompetensi", uint64(i))))
	}
	return dialog.Screen{Text: text, Rows: append(all, buttons.Back(t))}
}
