package form

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
)

// mungkinMax is how many entries are offered.
const mungkinMax = 3

// nearPanduan lists the entries for the pegawai of the form that a title may mean.
func nearPanduan(t *dialog.Turn, title string) []flow.Panduan {
	p, _ := t.Pegawai(draft.Get(t).Pegawai)
	list := slices.DeleteFunc(t.Katalog(), func(e flow.Panduan) bool {
		return !e.For(p.Jenjang) || !flow.Near(title, e.Nama)
	})
	return list[:min(len(list), mungkinMax)]
}

func mungkinPlace() dialog.Place {
	return dialog.Place{Name: atMungkin,
		Screen: mungkinScreen,
		Taps: dialog.Taps{
			"pilih":   pick,
			"tetap":   dialog.Does(afterDiklat),
			"kembali": dialog.To(atManual),
			"batal":   dialog.Does((*dialog.Turn).Cancel),
		},
	}
}

func mungkinScreen(t *dialog.Turn) dialog.Screen {
	list := paging.List[flow.Panduan]{
		Rows: nearPanduan(t, draft.Get(t).Judul), Word: "pilih",
		Line: func(text dialog.Spans, p flow.Panduan) dialog.Spans { return text.Bold(p.Nama) },
		ID:   func(p flow.Panduan) uint64 { return uint64(p.ID) },
	}.Draw(t)
	list.Head = nil
	return dialog.Screen{
		Text: list.Body(formHead(t).Strong("Usulan Diklat", draft.Get(t).Judul).Plain("Apakah yang dimaksud salah satu di bawah ini?\n"),
			"Judul yang sama memudahkan penghitungan. Silakan pilih nomornya, atau tetap memakai judul ini."),
		Rows: buttons.Join(list.Rows, buttons.Rows(buttons.Row(buttons.Here(t, "Tetap memakai judul ini", "tetap", 0)), buttons.BackAndStop(t))),
	}
}
