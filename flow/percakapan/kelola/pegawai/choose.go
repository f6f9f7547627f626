package pegawai

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
)

// choicePlace offers the few values of a jenjang, or the reasons to leave. A button carries the value by its mark, not its
// place in the list.
func choicePlace() dialog.Place {
	return dialog.Place{
		Name: atChoice, Only: &dialog.AdminSIIP, Screen: choiceScreen,
		Taps: dialog.Taps{
			"pilih":   choose,
			"kembali": dialog.Does(choiceBack),
			"batal":   dialog.Does((*dialog.Turn).Cancel),
		},
	}
}

// sebabWord is what is chosen for somebody who leaves.
const sebabWord = "sebab"

// choices are the values that can be chosen now.
func choices(t *dialog.Turn) []string {
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

func choiceScreen(t *dialog.Turn) dialog.Screen {
	s := state.Get(t)
	text := dialog.Spans{}.Plain("Pegawai Baru", "\n\nSilakan pilih Jenjang.")
	switch {
	case s.Kolom == sebabWord:
		text = dialog.Spans{}.Field("Pegawai", s.Dulu.Nama).Plain("\nMengapa pegawai ini dinonaktifkan? Silakan pilih.")
	case !s.Baru:
		text = dialog.Spans{}.Field("Pegawai", s.Dulu.Nama).Field("Jenjang saat ini", string(s.Dulu.Jenjang)).Plain("\nSilakan pilih Jenjang yang baru.")
	}
	var all [][]dialog.Choice
	for _, c := range choices(t) {
		all = append(all, buttons.Row(buttons.Here(t, c, "pilih", wording.TextMark(c))))
	}
	return dialog.Screen{Text: text, Rows: append(all, buttons.BackAndStop(t))}
}

func choose(t *dialog.Turn, mark uint64) {
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

func choiceBack(t *dialog.Turn) {
	if state.Get(t).Kolom == sebabWord {
		t.Go(atOne)
		return
	}
	stepBack(t)
}

// opdPlace offers all OPD, narrowed by what is typed.
func opdPlace() dialog.Place {
	return dialog.Place{
		Name: atOPD, Only: &dialog.AdminSIIP, Screen: opdScreen, Typed: paging.Searches(opdLook),
		Taps: dialog.Taps{
			"halaman": paging.Turns(opdLook),
			"satu": func(t *dialog.Turn, id uint64) {
				if _, there := t.OPD(flow.OPDID(id)); !there {
					t.Stale()
					return
				}
				want(t, state.Get(t).Nanti.PindahKe(flow.OPDID(id)))
			},
			"kembali": dialog.Does(stepBack),
			"batal":   dialog.Does((*dialog.Turn).Cancel),
		},
	}
}

func opdScreen(t *dialog.Turn) dialog.Screen {
	look := state.Get(t).Mencari
	list := paging.List[flow.OPD]{
		Rows: slices.DeleteFunc(t.OPDs(), func(o flow.OPD) bool { return !flow.Matches(o.Nama, look.Cari) }),
		Look: look, Title: "Pilih OPD", Word: "satu",
		Line: func(text dialog.Spans, o flow.OPD) dialog.Spans { return text.Plain(flow.Clip(o.Nama, 100)) },
		ID:   func(o flow.OPD) uint64 { return uint64(o.ID) },
	}.Draw(t)
	below := "Silakan pilih nomornya, atau ketik sebagian namanya untuk mencari."
	if len(list.Rows) == 0 {
		below = "Tidak ada OPD yang cocok. Silakan ketik sebagian nama yang lain."
	}
	return dialog.Screen{
		Text: list.Body(dialog.Spans{}.Field("Pencarian", look.Cari), below),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager, buttons.BackAndStop(t))),
	}
}

// datePlace asks since which day somebody has left.
func datePlace() dialog.Place {
	take := func(t *dialog.Turn, day flow.Tanggal) {
		if day > t.Today() {
			t.Again("Tanggal itu belum tiba. Pegawai dinonaktifkan seketika, jadi mohon ketik tanggal hari ini atau sebelumnya.")
			return
		}
		s := state.Edit(t)
		s.Nanti = s.Dulu.Keluarkan(s.Nanti.Nonaktif.Sebab, day)
		t.Go(atSure)
	}
	return dialog.Place{
		Name: atDate, Only: &dialog.AdminSIIP,
		Screen: func(t *dialog.Turn) dialog.Screen {
			s := state.Get(t)
			return dialog.Screen{
				Text: dialog.Spans{}.Field("Pegawai", s.Dulu.Nama).Field("Sebab", string(s.Nanti.Nonaktif.Sebab)).
					Plain("\nSejak kapan? Silakan ketik tanggalnya, misalnya ", t.Today().Card(), "."),
				Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Sejak hari ini", "hari", 0)), buttons.BackAndStop(t)),
			}
		},
		Typed: func(t *dialog.Turn, body string) {
			if day, ok := flow.ParseTanggal(body); ok {
				take(t, day)
				return
			}
			t.Again("Tanggal tidak dikenali. Mohon ketik seperti " + t.Today().Card() + ".")
		},
		Taps: dialog.Taps{
			"hari":    func(t *dialog.Turn, _ uint64) { take(t, t.Today()) },
			"kembali": dialog.To(atChoice),
			"batal":   dialog.Does((*dialog.Turn).Cancel),
		},
	}
}
