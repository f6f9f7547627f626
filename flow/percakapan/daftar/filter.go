package daftar

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
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
		words = append(words, fmt.Sprintf("%s usulan dicentang", wording.Thousands(ticked)))
	}
	return words
}

// chosen are those that the person has set: that an Admin OPD sees his own OPD only is no choice of his.
func chosen(t *dialog.Turn) []activeFilter {
	f := filter(t)
	if !t.Who.AdminSIIP {
		f.OPD = 0
	}
	return activeFilters(t, f)
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
func dropFilter(t *dialog.Turn, id uint64) {
	f := view.Get(t).Filter
	for _, a := range chosen(t) {
		if a.id == id {
			a.drop(&f)
		}
	}
	refilter(t, f)
}

// filterRows offer the filters in the words of the guide, and take away those that are set.
func filterRows(t *dialog.Turn) [][]dialog.Choice {
	var drop, set []dialog.Choice
	for _, a := range chosen(t) {
		drop = append(drop, buttons.Here(t, "✖️ "+a.name, "buang", a.id))
	}
	if t.Who.AdminSIIP {
		set = buttons.Row(buttons.Here(t, "Pilih OPD", "opd", 0), buttons.Here(t, "Pilih Rekomendasi", "rekomendasi", 0))
	}
	order := "🔽 Terbaru dahulu"
	if view.Get(t).Filter.Terlama {
		order = "🔼 Terlama dahulu"
	}
	return buttons.Rows(drop, set,
		buttons.Row(buttons.Here(t, "Semua Status", "status", 0), buttons.Here(t, "Pilih Periode", "periode", 0)),
		buttons.Row(buttons.Here(t, order, "urutan", 0)))
}

// choose opens a list of what a filter can be set to.
func choose(t *dialog.Turn, p dialog.PlaceName, only dialog.Audience) {
	if t.May(only, "Saringan ini") {
		view.Edit(t).Look = paging.Look{}
		t.Go(p)
	}
}

// option is one thing that a filter can be set to.
type option struct {
	label string
	set   func(*flow.Filter)
}

// choicePlace is the list of options of a filter.
func choicePlace(name dialog.PlaceName, title string, only *dialog.Audience, options func(*dialog.Turn) []option) dialog.Place {
	return dialog.Place{Name: name,
		Only:   only,
		Screen: func(t *dialog.Turn) dialog.Screen { return choiceScreen(t, title, narrowed(t, options(t))) },
		Typed:  paging.Searches(lookOf),
		Taps: dialog.Taps{
			"halaman": paging.Turns(lookOf),
			"kembali": dialog.To(atList),
			"pilih": func(t *dialog.Turn, n uint64) {
				list := narrowed(t, options(t))
				if n >= uint64(len(list)) {
					t.Again("Pilihan itu sudah berubah. Silakan pilih lagi.")
					return
				}
				f := view.Get(t).Filter
				list[n].set(&f)
				refilter(t, f)
			},
		},
	}
}

// narrowed are the options that contain what was typed.
func narrowed(t *dialog.Turn, list []option) []option {
	return slices.DeleteFunc(list, func(o option) bool { return !flow.Matches(o.label, view.Get(t).Cari) })
}

func choiceScreen(t *dialog.Turn, title string, list []option) dialog.Screen {
	pages := paging.PagesOf(len(list), paging.PerPage)
	page := min(view.Get(t).Halaman, pages-1)
	text := dialog.Spans{}.Bold(title).Plain("\n").Field("Pencarian", view.Get(t).Cari)
	if pages > 1 {
		text = text.Field("Halaman", paging.OfPages(page, pages))
	}
	var all [][]dialog.Choice
	for i, o := range paging.PageOf(list, page, paging.PerPage) {
		all = append(all, buttons.Row(buttons.Here(t, o.label, "pilih", uint64(page*paging.PerPage+i))))
	}
	return dialog.Screen{
		Text: text.Plain("Silakan pilih, atau ketik sebagian namanya untuk mencari."),
		Rows: append(all, buttons.Rows(buttons.Pager(t, page, pages), buttons.Row(buttons.Here(t, "⬅️ Kembali", "kembali", 0)))...),
	}
}

func opdOptions(t *dialog.Turn) []option {
	list := []option{{"Semua OPD", func(f *flow.Filter) { f.OPD = 0 }}}
	for _, o := range t.OPDs() {
		list = append(list, option{o.Nama, func(f *flow.Filter) { f.OPD = o.ID }})
	}
	return list
}

func rekomendasiOptions(t *dialog.Turn) []option {
	list := []option{{"Semua Rekomendasi", func(f *flow.Filter) { f.Rekomendasi = "" }}}
	for _, r := range t.Rekomendasis() {
		list = append(list, option{r, func(f *flow.Filter) { f.Rekomendasi = r }})
	}
	return list
}

func statusOptions(*dialog.Turn) []option {
	list := []option{{"Semua Status", func(f *flow.Filter) { f.Status = flow.Belum }}}
	for _, s := range flow.Statuses {
		list = append(list, option{s.String(), func(f *flow.Filter) { f.Status = s }})
	}
	return list
}

func periodeOptions(t *dialog.Turn) []option {
	list := []option{{"Semua Periode", func(f *flow.Filter) { f.Periode = flow.Semua }}}
	for _, p := range t.Periodes() {
		list = append(list, option{p.String(), func(f *flow.Filter) { f.Periode = p }})
	}
	return list
}

func lookOf(t *dialog.Turn) *paging.Look { return &view.Edit(t).Look }
