package daftar

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// filter is one filter of the list in the conversation: what flow knows of it, and what a person is told and offered.
type filter struct {
	daftar.FilterField
	word    string // of its button, and the end of the name of its place
	only    *engine.Audience
	value   func(dialog.Reader, daftar.Filter) string
	options func(*engine.Turn) []option // nil: it is typed
}

// option is one thing that a filter can be set to.
type option struct {
	label string
	set   func(*daftar.Filter)
}

// filters lists them in the order of daftar.Filters.
var filters = []filter{
	{daftar.FilterOPD, "opd", &engine.AdminSIIP, func(r dialog.Reader, f daftar.Filter) string {
		opd, _ := r.OPD(f.OPD)
		return opd.Nama
	}, opdOptions},
	{daftar.FilterRekomendasi, "rekomendasi", &engine.AdminSIIP, func(_ dialog.Reader, f daftar.Filter) string { return f.Rekomendasi }, rekomendasiOptions},
	{daftar.FilterStatus, "status", &engine.Admins, func(_ dialog.Reader, f daftar.Filter) string { return f.Status.String() }, statusOptions},
	{daftar.FilterPeriode, "periode", &engine.Admins, func(_ dialog.Reader, f daftar.Filter) string { return f.Periode.String() }, periodeOptions},
	{daftar.FilterText, "pencarian", &engine.Admins, func(_ dialog.Reader, f daftar.Filter) string { return f.Text }, nil},
}

func (f filter) place() dialog.PlaceName { return dialog.PlaceName("daftar/" + f.word) }

// FilterWords says what a list was chosen by: its filters, or that its rows were ticked.
func FilterWords(r dialog.Reader, f daftar.Filter, ticked int) []string {
	var words []string
	for _, field := range filters {
		if field.IsSet(f) {
			words = append(words, field.Nama+": "+field.value(r, f))
		}
	}
	if ticked > 0 {
		words = append(words, fmt.Sprintf("%s usulan dicentang", hitung.Number(ticked)))
	}
	return words
}

// chosen is what the person has set: that an Admin OPD sees his own OPD only is no choice of his.
func chosen(t *engine.Turn) daftar.Filter {
	f := shown(t)
	if !t.Who.AdminSIIP {
		f.OPD = 0
	}
	return f
}

// offered lists the filters that are for the person, and those of them that have options.
func offered(t *engine.Turn) (all, withOptions []filter) {
	for _, f := range filters {
		if f.only.Has(t.Who) {
			all = append(all, f)
			if f.options != nil {
				withOptions = append(withOptions, f)
			}
		}
	}
	return all, withOptions
}

// filterPlace shows every filter with its value, and leads to its options.
func filterPlace() engine.Place {
	taps := engine.Taps{
		"kembali": engine.To(atList),
		"buang":   dropFilter,
	}
	for _, f := range filters {
		if f.options != nil {
			taps[f.word] = func(t *engine.Turn, _ uint64) { choose(t, f) }
		}
	}
	return engine.Place{Name: atFilter, Only: &engine.Admins, Screen: filterScreen, Taps: today(taps)}
}

func filterScreen(t *engine.Turn) ui.Screen {
	now := chosen(t)
	all, withOptions := offered(t)
	text := ui.Spans{}.Plain("Filter\n")
	var set, drop []ui.Choice
	for i, f := range all {
		value := "semua"
		if f.IsSet(now) {
			value = f.value(t, now)
			drop = append(drop, buttons.Here(t, "Hapus filter "+f.Nama, "buang", uint64(i)))
		} else if f.options == nil {
			value = "tidak ada"
		}
		text = text.Field(f.Nama, spelling.Clip(value, 80))
	}
	for _, f := range withOptions {
		set = append(set, buttons.Here(t, f.Nama, f.word, 0))
	}
	dropRows := buttons.Fit(drop)
	return ui.Screen{
		Text: text.Plain("Silakan pilih yang diatur, atau ketik nama, NIP, atau diklat untuk mencari."),
		Rows: buttons.Join(buttons.Fit(set), dropRows[:min(len(dropRows), 5)], buttons.Rows(buttons.Back(t))),
	}
}

// dropFilter takes one filter away.
func dropFilter(t *engine.Turn, i uint64) {
	all, _ := offered(t)
	if i >= uint64(len(all)) {
		t.Stale()
		return
	}
	f := view.Get(t).Filter
	all[i].Clear(&f)
	refilter(t, f)
}

// choose opens the list of what a filter can be set to.
func choose(t *engine.Turn, f filter) {
	if t.May(*f.only, "Filter ini") {
		view.Edit(t).Look = paging.Look{}
		t.Go(f.place())
	}
}

// optionPlaces are the lists of options, one for each filter that has them.
func optionPlaces() []engine.Place {
	var list []engine.Place
	for _, f := range filters {
		if f.options != nil {
			list = append(list, optionPlace(f))
		}
	}
	return list
}

// optionPlace is the list of options of a filter. A button holds what it was drawn for, not its place in the list.
func optionPlace(f filter) engine.Place {
	return paging.Searched(engine.Place{Name: f.place(),
		Only:   f.only,
		Screen: func(t *engine.Turn) ui.Screen { return optionScreen(t, f) },
		Taps: today(engine.Taps{
			"kembali": engine.To(atFilter),
			"pilih": func(t *engine.Turn, mark uint64) {
				list := f.options(t)
				i := slices.IndexFunc(list, func(o option) bool { return wording.TextMark(o.label) == mark })
				if i < 0 {
					t.Again("Pilihan itu sudah berubah. Silakan pilih lagi.")
					return
				}
				now := view.Get(t).Filter
				list[i].set(&now)
				refilter(t, now)
			},
		}),
	}, lookOf)
}

func optionScreen(t *engine.Turn, f filter) ui.Screen {
	k := view.Get(t).Look
	list := paging.List[option]{
		Rows: slices.DeleteFunc(f.options(t), func(o option) bool { return !spelling.Matches(o.label, k.Query) }),
		Look: k, Title: "Filter " + f.Nama, Word: "pilih",
		Line: func(text ui.Spans, o option) ui.Spans { return text.Plain(spelling.Clip(o.label, 100)) },
		ID:   func(o option) uint64 { return wording.TextMark(o.label) },
	}.Draw(t)
	return ui.Screen{
		Text: list.Body(ui.Spans{}.Field("Pencarian", k.Query), "Silakan pilih nomornya, atau ketik sebagian namanya untuk mencari."),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager, buttons.Back(t))),
	}
}

func opdOptions(t *engine.Turn) []option {
	list := []option{{"Semua OPD", func(f *daftar.Filter) { f.OPD = 0 }}}
	for _, o := range t.OPDs() {
		list = append(list, option{o.Nama, func(f *daftar.Filter) { f.OPD = o.ID }})
	}
	return list
}

func rekomendasiOptions(t *engine.Turn) []option {
	list := []option{{"Semua Rekomendasi", func(f *daftar.Filter) { f.Rekomendasi = "" }}}
	for _, r := range t.Rekomendasis() {
		list = append(list, option{r, func(f *daftar.Filter) { f.Rekomendasi = r }})
	}
	return list
}

func statusOptions(*engine.Turn) []option {
	list := []option{{"Semua Status", func(f *daftar.Filter) { f.Status = flow.Belum }}}
	for _, s := range flow.Statuses {
		list = append(list, option{s.String(), func(f *daftar.Filter) { f.Status = s }})
	}
	return list
}

func periodeOptions(t *engine.Turn) []option {
	list := []option{{"Semua Periode", func(f *daftar.Filter) { f.Periode = kalender.Semua }}}
	for _, p := range t.Periodes() {
		list = append(list, option{p.String(), func(f *daftar.Filter) { f.Periode = p }})
	}
	return list
}

func lookOf(t *engine.Turn) *paging.Look { return &view.Edit(t).Look }
