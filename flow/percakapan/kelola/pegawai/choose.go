package pegawai

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// choicePlace offers the few values of a jenjang, or the reasons to leave. A button carries the value by its mark, not its
// place in the list.
func choicePlace() engine.Place {
	return engine.Place{
		Name: atChoice, Only: &engine.AdminSIIP, Screen: choiceScreen,
		Taps: engine.Taps{
			"pilih":   choose,
			"kembali": engine.Does(choiceBack),
			"batal":   engine.Does((*engine.Turn).Cancel),
		},
	}
}

// sebabWord is what is chosen for somebody who leaves.
const sebabWord = "sebab"

// choices are the values that can be chosen now.
func choices(t *engine.Turn) []string {
	var list []string
	if state.Get(t).Kolom == sebabWord {
		for _, s := range flow.Sebabs {
			list = append(list, string(s))
		}
		return list
	}
	for _, j := range flow.Jenjangs {
		list = append(list, string(j))
	}
	return list
}

func choiceScreen(t *engine.Turn) ui.Screen {
	s := state.Get(t)
	text := ui.Spans{}.Plain("Pegawai Baru", "\n\nSilakan pilih Jenjang.")
	switch {
	case s.Kolom == sebabWord:
		text = ui.Spans{}.Field("Pegawai", s.Dulu.Nama).Plain("\nMengapa pegawai ini dinonaktifkan? Silakan pilih.")
	case !s.Baru:
		text = ui.Spans{}.Field("Pegawai", s.Dulu.Nama).Field("Jenjang saat ini", string(s.Dulu.Jenjang)).Plain("\nSilakan pilih Jenjang yang baru.")
	}
	var all [][]ui.Choice
	for _, c := range choices(t) {
		all = append(all, buttons.Row(buttons.Here(t, c, "pilih", wording.TextMark(c))))
	}
	return ui.Screen{Text: text, Rows: append(all, buttons.BackAndStop(t))}
}

func choose(t *engine.Turn, mark uint64) {
	list := choices(t)
	i := slices.IndexFunc(list, func(c string) bool { return wording.TextMark(c) == mark })
	if i < 0 {
		t.Stale()
		return
	}
	if state.Get(t).Kolom == sebabWord {
		state.Edit(t).Nanti.Nonaktif.Sebab = flow.Sebab(list[i])
		t.Go(atDate)
		return
	}
	wanted := state.Get(t).Nanti
	wanted.Jenjang = flow.Jenjang(list[i])
	want(t, wanted)
}

func choiceBack(t *engine.Turn) {
	if state.Get(t).Kolom == sebabWord {
		t.Go(atOne)
		return
	}
	stepBack(t)
}

// opdPlace offers all OPD, narrowed by what is typed.
func opdPlace() engine.Place {
	return paging.Searched(engine.Place{
		Name: atOPD, Only: &engine.AdminSIIP, Screen: opdScreen,
		Taps: engine.Taps{
			"satu": func(t *engine.Turn, id uint64) {
				if _, there := t.OPD(flow.OPDID(id)); !there {
					t.Stale()
					return
				}
				want(t, state.Get(t).Nanti.PindahKe(flow.OPDID(id)))
			},
			"kembali": engine.Does(stepBack),
			"batal":   engine.Does((*engine.Turn).Cancel),
		},
	}, opdLook)
}

func opdScreen(t *engine.Turn) ui.Screen {
	look := state.Get(t).Mencari
	list := paging.List[flow.OPD]{
		Rows: slices.DeleteFunc(t.OPDs(), func(o flow.OPD) bool { return !spelling.Matches(o.Nama, look.Query) }),
		Look: look, Title: "Pilih OPD", Word: "satu",
		Line: func(text ui.Spans, o flow.OPD) ui.Spans { return text.Plain(spelling.Clip(o.Nama, 100)) },
		ID:   func(o flow.OPD) uint64 { return uint64(o.ID) },
	}.Draw(t)
	below := "Silakan pilih nomornya, atau ketik sebagian namanya untuk mencari."
	if len(list.Rows) == 0 {
		below = "Tidak ada OPD yang cocok. Silakan ketik sebagian nama yang lain."
	}
	return ui.Screen{
		Text: list.Body(ui.Spans{}.Field("Pencarian", look.Query), below),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager, buttons.BackAndStop(t))),
	}
}

// datePlace asks since which day somebody has left.
func datePlace() engine.Place {
	take := func(t *engine.Turn, day kalender.Tanggal) {
		if day > t.Today() {
			t.Again("Tanggal itu belum tiba. Pegawai dinonaktifkan seketika, sehingga tanggalnya paling akhir hari ini. Mohon ketik lagi.")
			return
		}
		s := state.Edit(t)
		s.Nanti = s.Dulu.Keluarkan(s.Nanti.Nonaktif.Sebab, day)
		t.Go(atSure)
	}
	return engine.Place{
		Name: atDate, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			s := state.Get(t)
			return ui.Screen{
				Text: ui.Spans{}.Field("Pegawai", s.Dulu.Nama).Field("Sebab", string(s.Nanti.Nonaktif.Sebab)).
					Plain("\nSejak kapan? Silakan ketik tanggalnya, misalnya ", t.Today().Card(), "."),
				Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Sejak hari ini", "hari", 0)), buttons.BackAndStop(t)),
			}
		},
		Awaits: engine.Values,
		Typed: func(t *engine.Turn, body string) {
			if day, ok := kalender.ParseTanggal(body); ok {
				take(t, day)
				return
			}
			t.Again("Tanggal tidak dikenali. Mohon ketik seperti " + t.Today().Card() + ".")
		},
		Taps: engine.Taps{
			"hari":    func(t *engine.Turn, _ uint64) { take(t, t.Today()) },
			"kembali": engine.To(atChoice),
			"batal":   engine.Does((*engine.Turn).Cancel),
		},
	}
}
