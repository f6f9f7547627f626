// Package judul merges titles typed by hand that mean the same. It is a part of Kelola, for an Admin SIIP-ASN.
package judul

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/judul"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
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
	Isi   uint64 `json:"isi,omitempty"`   // the mark of all its titles, and of the panduan, as they were shown
	paging.Look
}

var state = engine.State[looked]{Key: "kelola/judul", Old: "kelola"}

func lookOf(t *engine.Turn) *paging.Look { return &state.Edit(t).Look }

// Conversation merges titles typed by hand that mean the same.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "kelola/judul",
		Places: []engine.Place{judulPanduanPlace(), judulGabunganPlace(), kelolaJudulPlace(), judulSatuPlace()},
		Doors:  []engine.Door{state.Fresh("kelola/judul", atKelolaJudul)},
	}
}

// offeredMost is how many entries of the panduan are offered at once.
const offeredMost = 3

// judulMax is how many titles are looked at for groups: those used most.
const judulMax = 500

// judulGroups are the titles that count as themselves, in groups.
func judulGroups(t *engine.Turn) []judul.Group {
	list := slices.DeleteFunc(t.JudulManual(), func(j judul.Manual) bool { return t.Padanan(j.Key) != 0 })
	slices.SortStableFunc(list, func(a, b judul.Manual) int { return b.Count - a.Count })
	return judul.Groups(list[:min(len(list), judulMax)])
}

// judulMerged are the titles that count as an entry of the panduan.
func judulMerged(t *engine.Turn) []judul.Manual {
	return slices.DeleteFunc(t.JudulManual(), func(j judul.Manual) bool { return t.Padanan(j.Key) == 0 })
}

func kelolaJudulPlace() engine.Place {
	return paging.InPages(engine.Place{Name: atKelolaJudul, Only: &engine.AdminSIIP,
		Screen: kelolaJudulScreen,
		Taps: engine.Taps{
			"satu":     openJudul,
			"gabungan": func(t *engine.Turn, _ uint64) { state.Edit(t).Page = 0; t.Go(atJudulGabungan) },
			"kembali":  engine.To("kelola"),
		},
	}, lookOf)
}

func kelolaJudulScreen(t *engine.Turn) ui.Screen {
	list := paging.List[judul.Group]{
		Rows: judulGroups(t), Look: state.Get(t).Look, Title: "Judul Manual", Word: "satu",
		Line: func(text ui.Spans, g judul.Group) ui.Spans {
			return text.Bold(spelling.Clip(g.Judul[0].Text, 100)).Plain(fmt.Sprintf("\n%d usulan", g.Count), likeWords(len(g.Judul)))
		},
		ID: func(g judul.Group) uint64 { return wording.TextMark(g.Judul[0].Key) },
	}.Draw(t)
	below := "Judul yang mirip dikelompokkan. Silakan pilih nomornya untuk menggabungkannya ke panduan."
	if len(list.Rows) == 0 {
		below = "Tidak ada judul manual yang perlu digabung."
	}
	merged := buttons.Here(t, fmt.Sprintf("Sudah digabung (%d)", len(judulMerged(t))), "gabungan", 0)
	return ui.Screen{
		Text: list.Body(nil, below),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager, buttons.Row(merged), buttons.Back(t))),
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
func openJudul(t *engine.Turn, mark uint64) {
	for _, g := range judulGroups(t) {
		if wording.TextMark(g.Judul[0].Key) == mark {
			state.Edit(t).Judul, state.Edit(t).Isi = g.Judul[0].Key, contents(t, g)
			t.Go(atJudulSatu)
			return
		}
	}
	t.Again("Kelompok itu sudah berubah. Silakan pilih lagi.")
}

// contents is a hash over all titles of a group and all entries of the panduan. It is kept when the group is shown and compared
// before it is merged (unchanged), so that nothing is merged that was not on the screen.
func contents(t *engine.Turn, g judul.Group) uint64 {
	var keys []string
	for _, j := range g.Judul {
		keys = append(keys, j.Key)
	}
	slices.Sort(keys)
	for _, p := range t.Katalog() {
		keys = append(keys, p.Words())
	}
	return wording.TextMark(strings.Join(keys, "\n"))
}

// unchanged tells whether the group holds what was shown. Where not, it is shown again, and nothing is merged.
func unchanged(t *engine.Turn, g judul.Group) bool {
	s := state.Edit(t)
	now := contents(t, g)
	if s.Isi == now {
		return true
	}
	s.Isi = now
	t.Note = "⚠️ Kelompok ini atau panduannya baru saja berubah, sehingga belum digabung. Silakan periksa lagi."
	t.Go(atJudulSatu)
	return false
}

// judulGroup is the group that is looked at.
func judulGroup(t *engine.Turn) (judul.Group, bool) {
	for _, g := range judulGroups(t) {
		if slices.ContainsFunc(g.Judul, func(j judul.Manual) bool { return j.Key == state.Get(t).Judul }) {
			return g, true
		}
	}
	return judul.Group{}, false
}

func judulSatuPlace() engine.Place {
	return engine.Place{Name: atJudulSatu, Only: &engine.AdminSIIP,
		Screen: judulSatuScreen,
		Taps: engine.Taps{
			"gabung": func(t *engine.Turn, id uint64) { mergeJudul(t, flow.PanduanID(id)) },
			"lain": func(t *engine.Turn, _ uint64) {
				state.Edit(t).Look = paging.Look{}
				t.Go(atJudulPanduan)
			},
			"kompetensi": mergeIntoNew,
			"kembali":    engine.To(atKelolaJudul),
		},
	}
}

// likeMost is how many titles of a group are named.
const likeMost = 5

func judulSatuScreen(t *engine.Turn) ui.Screen {
	g, ok := judulGroup(t)
	if !ok {
		return ui.Screen{Text: ui.Spans{}.Plain("Kelompok ini sudah digabung."), Rows: buttons.Rows(buttons.Back(t))}
	}
	text := ui.Spans{}.Plain("Judul yang mirip\n")
	for _, j := range g.Judul[:min(len(g.Judul), likeMost)] {
		text = text.Plain("• ").Bold(spelling.Clip(j.Text, 120)).Plain(fmt.Sprintf(": %d usulan\n", j.Count))
	}
	if n := len(g.Judul) - likeMost; n > 0 {
		text = text.Plain(fmt.Sprintf("dan %d judul lainnya\n", n))
	}
	near := paging.List[flow.Panduan]{
		Rows: nearEntries(t, g), Word: "gabung",
		Line: func(text ui.Spans, p flow.Panduan) ui.Spans { return text.Plain("Gabung ke ").Bold(p.Nama) },
		ID:   func(p flow.Panduan) uint64 { return uint64(p.ID) },
	}.Draw(t)
	text = append(text.Plain("\n"), near.Text...)
	return ui.Screen{
		Text: text.Plain("Setelah digabung, semuanya dihitung sebagai satu diklat di rekap; yang diketik tetap tersimpan. ",
			"Silakan pilih panduannya, atau jadikan jenis diklat baru menurut jenis kompetensinya."),
		Rows: buttons.Join(near.Rows, buttons.Rows(buttons.Row(buttons.Here(t, "Pilih dari panduan", "lain", 0))),
			buttons.Fit(buttons.KompetensiChoices(t)), buttons.Rows(buttons.Back(t))),
	}
}

// nearEntries are the entries of the panduan that the group may mean.
func nearEntries(t *engine.Turn, g judul.Group) []flow.Panduan {
	list := slices.DeleteFunc(t.Katalog(), func(p flow.Panduan) bool { return p.Pensiun || !judul.Near(g.Judul[0].Text, p.Nama) })
	return list[:min(len(list), offeredMost)]
}
