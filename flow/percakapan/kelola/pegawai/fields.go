package pegawai

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// field is one column of the master data as it is filled in by hand.
type field struct {
	word     string // of its button
	nama     string
	optional bool                                       // it can be emptied
	show     func(*engine.Turn, flow.Pegawai) string    // its value as it is read
	set      func(*flow.Pegawai, string) (wrong string) // of a typed one; nil: it is chosen
	choose   func(*engine.Turn)                         // of a chosen one
}

var fields = []field{
	{word: "nip", nama: "NIP", show: func(_ *engine.Turn, p flow.Pegawai) string { return string(p.NIP) }, set: setNIP},
	text("nama", "Nama", false, 3, imports.NamaMax, func(p *flow.Pegawai) *string { return &p.Nama }),
	text("jabatan", "Jabatan", false, 3, imports.JabatanMax, func(p *flow.Pegawai) *string { return &p.Jabatan }),
	{word: "jenjang", nama: "Jenjang", show: func(_ *engine.Turn, p flow.Pegawai) string { return string(p.Jenjang) }, choose: dialogTo(atChoice)},
	{word: "opd", nama: "OPD", show: opdName, choose: dialogTo(atOPD)},
	{word: "hp", nama: "Nomor HP", optional: true, show: func(_ *engine.Turn, p flow.Pegawai) string { return string(p.HP) }, set: setHP},
	text("nilai", "Nilai Kompetensi", true, 1, imports.NilaiMax, func(p *flow.Pegawai) *string { return &p.Nilai }),
	text("rekomendasi", "Rekomendasi", true, flow.RekomendasiMin, flow.RekomendasiMax, func(p *flow.Pegawai) *string { return &p.Rekomendasi }),
}

// mandatory are the fields that a new pegawai is asked for, one after the other.
var mandatory = []string{"nip", "nama", "jabatan", "jenjang", "opd"}

func dialogTo(p dialog.PlaceName) func(*engine.Turn) { return func(t *engine.Turn) { t.Go(p) } }

func opdName(t *engine.Turn, p flow.Pegawai) string {
	opd, _ := t.OPD(p.OPD)
	return opd.Nama
}

// text is a field that holds what was typed.
func text(word, nama string, optional bool, atLeast, atMost int, at func(*flow.Pegawai) *string) field {
	return field{
		word: word, nama: nama, optional: optional,
		show: func(_ *engine.Turn, p flow.Pegawai) string { return *at(&p) },
		set: func(p *flow.Pegawai, typed string) string {
			value := spelling.Tidy(typed)
			if wrong := wording.WrongLength(nama, value, atLeast, atMost); wrong != "" && !(optional && value == "") {
				return wrong
			}
			*at(p) = value
			return ""
		},
	}
}

func setNIP(p *flow.Pegawai, typed string) string {
	nip, err := identitas.ParseNIP(typed)
	if err != nil {
		return wording.Sentence(err.Error()) + " Mohon ketik lagi."
	}
	p.NIP = nip
	return ""
}

func setHP(p *flow.Pegawai, typed string) string {
	hp, ok := identitas.ParseHPSel(typed)
	if !ok && typed != "" {
		return "Nomor HP tidak dikenali. Mohon ketik nomor HP Indonesia, misalnya 0812-3456-7890."
	}
	p.HP = hp
	return ""
}

// asked is the field that is filled in now.
func asked(t *engine.Turn) field {
	i := slices.IndexFunc(fields, func(f field) bool { return f.word == state.Get(t).Kolom })
	return fields[max(i, 0)]
}

// fieldsPlace offers the fields of a pegawai who is there.
func fieldsPlace() engine.Place {
	taps := engine.Taps{"kembali": engine.To(atOne)}
	for _, f := range fields {
		taps[f.word] = func(t *engine.Turn, _ uint64) {
			p := managed(t)
			state.Set(t, looked{Pegawai: p.ID, Dulu: p, Nanti: p, Look: state.Get(t).Look})
			ask(t, f)
		}
	}
	return engine.Place{
		Name: atFields, Only: &engine.AdminSIIP, Taps: taps,
		Screen: func(t *engine.Turn) ui.Screen {
			var all []ui.Choice
			for _, f := range fields {
				all = append(all, buttons.Here(t, f.nama, f.word, 0))
			}
			return ui.Screen{
				Text: describe(t, ui.Spans{}.Plain("Ubah Data Pegawai", "\n"), managed(t)).Plain("\nSilakan pilih yang akan diubah."),
				Rows: append(buttons.Fit(all), buttons.Back(t)),
			}
		},
	}
}

// ask asks for the value of a field.
func ask(t *engine.Turn, f field) {
	state.Edit(t).Kolom, state.Edit(t).Mencari = f.word, paging.Look{}
	if f.choose != nil {
		f.choose(t)
		return
	}
	t.Go(atField)
}

// fieldPlace takes what is typed for a field.
func fieldPlace() engine.Place {
	return engine.Place{
		Name: atField, Only: &engine.AdminSIIP, Screen: fieldScreen,
		Typed: func(t *engine.Turn, body string) { fill(t, asked(t), spelling.Tidy(body)) },
		Awaits: func(t *engine.Turn) engine.Awaited {
			if word := asked(t).word; word == "nip" || word == "hp" {
				return engine.Value
			}
			return engine.Prose
		},
		Taps: engine.Taps{
			"kosong": func(t *engine.Turn, _ uint64) {
				if f := asked(t); f.optional {
					fill(t, f, "")
				}
			},
			"kembali": engine.Does(stepBack),
			"batal":   engine.Does((*engine.Turn).Cancel),
		},
	}
}

func fieldScreen(t *engine.Turn) ui.Screen {
	s, f := state.Get(t), asked(t)
	head := ui.Spans{}.Plain("Pegawai Baru", "\n")
	if !s.Baru {
		head = ui.Spans{}.Field("Pegawai", s.Dulu.Nama).Field(f.nama+" saat ini", wording.Or(f.show(t, s.Dulu), "belum ada"))
	}
	var empty []ui.Choice
	if f.optional && f.show(t, s.Dulu) != "" {
		empty = buttons.Row(buttons.Here(t, "Kosongkan", "kosong", 0))
	}
	hint := f.nama + " yang baru"
	if s.Baru {
		hint = f.nama + " pegawai itu"
	}
	return ui.Screen{
		Text: head.Plain("\nSilakan ketik ", hint, "."),
		Rows: buttons.Rows(empty, buttons.BackAndStop(t)),
	}
}

// fill puts a typed value into what is wanted, and goes on.
func fill(t *engine.Turn, f field, typed string) {
	if f.set == nil {
		t.Stale()
		return
	}
	wanted := state.Get(t).Nanti
	if wrong := f.set(&wanted, typed); wrong != "" {
		t.Again(wrong)
		return
	}
	if wrong := taken(t, wanted); wrong != "" {
		t.Again(wrong)
		return
	}
	want(t, wanted)
}

// taken says whose NIP it is, when it is another one's.
func taken(t *engine.Turn, wanted flow.Pegawai) string {
	other, is := t.PegawaiByNIP(wanted.NIP)
	if !is || other.ID == wanted.ID {
		return ""
	}
	return wording.Sentence("NIP itu sudah dipakai oleh "+other.Nama) + " Mohon ketik NIP yang lain."
}

// want goes on with what is wanted now: a new pegawai is asked for the next field, anything else is confirmed.
func want(t *engine.Turn, wanted flow.Pegawai) {
	s := state.Edit(t)
	s.Nanti = wanted
	if i := slices.Index(mandatory, s.Kolom); s.Baru && i >= 0 && i+1 < len(mandatory) {
		ask(t, fieldOf(mandatory[i+1]))
		return
	}
	t.Go(atSure)
}

// stepBack goes to the field before, of a new pegawai, or to the list of fields.
func stepBack(t *engine.Turn) {
	s := state.Get(t)
	i := slices.Index(mandatory, s.Kolom)
	switch {
	case s.Baru && i > 0:
		ask(t, fieldOf(mandatory[i-1]))
	case s.Baru:
		state.Clear(t)
		t.Go(atList)
	default:
		t.Go(atFields)
	}
}

func fieldOf(word string) field {
	return fields[slices.IndexFunc(fields, func(f field) bool { return f.word == word })]
}

// addNew begins with a pegawai who is not there yet.
func addNew(t *engine.Turn) {
	state.Set(t, looked{Baru: true})
	ask(t, fieldOf(mandatory[0]))
}
