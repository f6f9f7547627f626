package form

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/judul"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
)

// mungkinMax is how many entries are offered.
const mungkinMax = 3

// nearPanduan lists the entries for the pegawai of the form that a title may mean.
func nearPanduan(t *engine.Turn, title string) []flow.Panduan {
	p, _ := t.Pegawai(draft.Get(t).Pegawai)
	list := slices.DeleteFunc(t.Katalog(), func(e flow.Panduan) bool {
		return !e.For(p.Jenjang) || !judul.Near(title, e.Nama)
	})
	return list[:min(len(list), mungkinMax)]
}

func mungkinPlace() engine.Place {
	return engine.Place{Name: atMungkin,
		Screen: mungkinScreen,
		Taps: engine.Taps{
			"pilih":   pick,
			"tetap":   engine.Does(afterDiklat),
			"kembali": engine.To(atManual),
			"batal":   engine.Does((*engine.Turn).Cancel),
		},
	}
}

func mungkinScreen(t *engine.Turn) ui.Screen {
	list := paging.List[flow.Panduan]{
		Rows: nearPanduan(t, draft.Get(t).Judul), Word: "pilih",
		Line: func(text ui.Spans, p flow.Panduan) ui.Spans { return text.Bold(p.Nama) },
		ID:   func(p flow.Panduan) uint64 { return uint64(p.ID) },
	}.Draw(t)
	list.Head = nil
	return ui.Screen{
		Text: list.Body(formHead(t).Strong("Usulan Diklat", draft.Get(t).Judul).Plain("Apakah yang dimaksud salah satu di bawah ini?\n"),
			"Judul yang sama memudahkan penghitungan. Silakan pilih nomornya, atau tetap memakai judul ini."),
		Rows: buttons.Join(list.Rows, buttons.Rows(buttons.Row(buttons.Here(t, "Tetap memakai judul ini", "tetap", 0)), buttons.BackAndStop(t))),
	}
}
