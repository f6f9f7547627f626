package percakapan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// A title typed by hand that is near an entry of the panduan is asked about once: the rekap counts the better, the more
// usulan name the same entry.

// mungkinMax is how many entries are offered.
const mungkinMax = 3

// nearPanduan lists the entries for the pegawai of the form that a title may mean.
func (t *turn) nearPanduan(judul string) []flow.Panduan {
	p, _ := t.Pegawai(t.s.Form.Pegawai)
	list := slices.DeleteFunc(t.Katalog(), func(e flow.Panduan) bool {
		return !e.For(p.Jenjang) || !flow.Near(judul, e.Nama)
	})
	return list[:min(len(list), mungkinMax)]
}

func mungkinPlace() place {
	return place{
		screen: (*turn).mungkinScreen,
		taps: map[string]func(*turn, uint64){
			"pilih":   (*turn).pick,
			"tetap":   does((*turn).afterDiklat),
			"kembali": to(atManual),
			"batal":   does((*turn).cancel),
		},
	}
}

func (t *turn) mungkinScreen() dialog.Screen {
	var all [][]dialog.Choice
	for _, e := range t.nearPanduan(t.s.Form.Judul) {
		all = append(all, row(t.here("📚 "+e.Nama, "pilih", uint64(e.ID))))
	}
	return dialog.Screen{
		Text: t.formHead().Field("Usulan Diklat", t.s.Form.Judul).Plain("\n").
			Bold("Mungkin maksud Anda …?").Plain("\nJudul yang sama memudahkan penghitungan. Silakan pilih dari panduan, atau tetap memakai judul Anda."),
		Rows: append(all, rows(row(t.here("✍️ Tetap judul saya", "tetap", 0)), t.backAndStop())...),
	}
}
