package percakapan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// activeFilter is a filter that is set: its name and value, and how to take it away.
type activeFilter struct {
	id          uint64
	name, value string
	drop        func(*flow.Filter)
}

// FilterWords says what a list was chosen by: its filters, or that its rows were ticked.
func FilterWords(r dialog.Reader, f flow.Filter, ticked int) []string {
	var words []string
	for _, a := range activeFilters(r, f) {
		words = append(words, a.name+": "+a.value)
	}
	if ticked > 0 {
		words = append(words, fmt.Sprintf("%s usulan dicentang", thousands(ticked)))
	}
	return words
}

// activeFilters are those that the person has set: that an Admin OPD sees his own OPD only is no choice of his.
func (t *turn) activeFilters() []activeFilter {
	f := t.filter()
	if !t.saya.AdminSIIP {
		f.OPD = 0
	}
	return activeFilters(t.Reader, f)
}

// activeFilters lists what is set, in the order in which it is shown.
func activeFilters(r dialog.Reader, f flow.Filter) []activeFilter {
	opd, _ := r.OPD(f.OPD)
	status, periode := "", ""
	if f.Status != flow.Belum {
		status = f.Status.String()
	}
	if f.Periode != flow.Semua {
		periode = f.Periode.String()
	}
	all := []activeFilter{
		{1, "OPD", opd.Nama, func(f *flow.Filter) { f.OPD = 0 }},
		{2, "Rekomendasi", f.Rekomendasi, func(f *flow.Filter) { f.Rekomendasi = "" }},
		{3, "Status", status, func(f *flow.Filter) { f.Status = flow.Belum }},
		{4, "Periode", periode, func(f *flow.Filter) { f.Periode = flow.Semua }},
		{5, "Pencarian", f.Teks, func(f *flow.Filter) { f.Teks = "" }},
	}
	return slices.DeleteFunc(all, func(a activeFilter) bool { return a.value == "" })
}

// dropFilter takes one filter away.
func (t *turn) dropFilter(id uint64) {
	f := t.s.Daftar.Filter
	for _, a := range t.activeFilters() {
		if a.id == id {
			a.drop(&f)
		}
	}
	t.refilter(f)
}

// filterRows offer the filters in the words of the guide, and take away those that are set.
func (t *turn) filterRows() [][]dialog.Choice {
	var drop, set []dialog.Choice
	for _, a := range t.activeFilters() {
		drop = append(drop, t.here("✖️ "+a.name, "buang", a.id))
	}
	if t.saya.AdminSIIP {
		set = row(t.here("Pilih OPD", "opd", 0), t.here("Pilih Rekomendasi", "rekomendasi", 0))
	}
	order := "🔽 Terbaru dahulu"
	if t.s.Daftar.Filter.Terlama {
		order = "🔼 Terlama dahulu"
	}
	return rows(drop, set,
		row(t.here("Semua Status", "status", 0), t.here("Pilih Periode", "periode", 0)),
		row(t.here(order, "urutan", 0)))
}

// choose opens a list of what a filter can be set to.
func (t *turn) choose(p dialog.Place) {
	if t.may(*placeOf(p).only, "Saringan ini") {
		t.s.Daftar.Halaman, t.s.Daftar.Cari = 0, ""
		t.goTo(p)
	}
}

// option is one thing that a filter can be set to.
type option struct {
	label string
	set   func(*flow.Filter)
}

// choicePlace is the list of options of a filter.
func choicePlace(title string, only *audience, options func(*turn) []option) place {
	return place{
		only:   only,
		screen: func(t *turn) dialog.Screen { return t.choiceScreen(title, t.narrowed(options(t))) },
		typed: func(t *turn, body string) {
			t.s.Daftar.Cari, t.s.Daftar.Halaman = sought(body), 0
			t.showPlace()
		},
		taps: map[string]func(*turn, uint64){
			"halaman": (*turn).turnPage,
			"kembali": to(atDaftar),
			"pilih": func(t *turn, n uint64) {
				list := t.narrowed(options(t))
				if n >= uint64(len(list)) {
					t.again("Pilihan itu sudah berubah. Silakan pilih lagi.")
					return
				}
				f := t.s.Daftar.Filter
				list[n].set(&f)
				t.refilter(f)
			},
		},
	}
}

// narrowed are the options that contain what was typed.
func (t *turn) narrowed(list []option) []option {
	return slices.DeleteFunc(list, func(o option) bool { return !flow.Matches(o.label, t.s.Daftar.Cari) })
}

func (t *turn) choiceScreen(title string, list []option) dialog.Screen {
	pages := pagesOf(len(list), perPage)
	page := min(t.s.Daftar.Halaman, pages-1)
	text := dialog.Spans{}.Bold(title).Plain("\n").Field("Pencarian", t.s.Daftar.Cari)
	if pages > 1 {
		text = text.Field("Halaman", ofPages(page, pages))
	}
	var all [][]dialog.Choice
	for i, o := range pageOf(list, page, perPage) {
		all = append(all, row(t.here(o.label, "pilih", uint64(page*perPage+i))))
	}
	return dialog.Screen{
		Text: text.Plain("Silakan pilih, atau ketik sebagian namanya untuk mencari."),
		Rows: append(all, rows(t.pager(page, pages), row(t.here("⬅️ Kembali", "kembali", 0)))...),
	}
}

func opdOptions(t *turn) []option {
	list := []option{{"Semua OPD", func(f *flow.Filter) { f.OPD = 0 }}}
	for _, o := range t.OPDs() {
		list = append(list, option{o.Nama, func(f *flow.Filter) { f.OPD = o.ID }})
	}
	return list
}

func rekomendasiOptions(t *turn) []option {
	list := []option{{"Semua Rekomendasi", func(f *flow.Filter) { f.Rekomendasi = "" }}}
	for _, r := range t.Rekomendasis() {
		list = append(list, option{r, func(f *flow.Filter) { f.Rekomendasi = r }})
	}
	return list
}

func statusOptions(*turn) []option {
	list := []option{{"Semua Status", func(f *flow.Filter) { f.Status = flow.Belum }}}
	for _, s := range flow.Statuses {
		list = append(list, option{s.String(), func(f *flow.Filter) { f.Status = s }})
	}
	return list
}

func periodeOptions(t *turn) []option {
	list := []option{{"Semua Periode", func(f *flow.Filter) { f.Periode = flow.Semua }}}
	for _, p := range t.Periodes() {
		list = append(list, option{p.String(), func(f *flow.Filter) { f.Periode = p }})
	}
	return list
}
