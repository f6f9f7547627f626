package form

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
)

// mungkinMax is how many entries are offered.
const mungkinMax = 3

// nearPanduan lists the entries for the pegawai of the form that a title may mean.
func nearPanduan(t *dialog.Turn, judul string) []flow.Panduan {
	p, _ := t.Pegawai(draft.Get(t).Pegawai)
	list := slices.DeleteFunc(t.Katalog(), func(e flow.Panduan) bool {
		return !e.For(p.Jenjang) || !flow.Near(judul, e.Nama)
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
	var all [][]dialog.Choice
	for _, e := range nearPanduan(t, draft.Get(t).Judul) {
		all = append(all, buttons.Row(buttons.Here(t, "📚 "+e.Nama, "pilih", uint64(e.ID))))
	}
	return dialog.Screen{
		Text: formHead(t).Field("Usulan Diklat", draft.Get(t).Judul).Plain("\n").
			Bold("Mungkin maksud Anda …?").Plain("\nJudul yang sama memudahkan penghitungan. Silakan pilih dari panduan, atau tetap memakai judul Anda."),
		Rows: append(all, buttons.Rows(buttons.Row(buttons.Here(t, "✍️ Tetap judul saya", "tetap", 0)), buttons.BackAndStop(t))...),
	}
}
