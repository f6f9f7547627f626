package panduan

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kelola/katalog"
)

func panduanNamaPlace() dialog.Place {
	return dialog.Place{Name: atPanduanNama, Only: &dialog.AdminSIIP,
		Screen: func(t *dialog.Turn) dialog.Screen {
			p, _ := t.Panduan(state.Get(t).Panduan)
			return dialog.Screen{
				Text: dialog.Spans{}.Plain("Ubah Nama\n").Strong("Jenis Diklat", p.Nama).Plain("Silakan ketik nama yang baru."),
				Rows: buttons.Rows(buttons.BackAndStop(t)),
			}
		},
		Typed: func(t *dialog.Turn, body string) {
			if nama, ok := katalog.NewName(t, body, state.Get(t).Panduan); ok {
				t.Move(atPanduanSatu)
				changePanduan(t, "Nama", func(p *flow.Panduan) { p.Nama = nama })
			}
		},
		Taps: dialog.Taps{"kembali": dialog.To(atPanduanSatu), "batal": dialog.Does((*dialog.Turn).Cancel)},
	}
}

func panduanBaruPlace() dialog.Place {
	return dialog.Place{Name: atPanduanBaru, Only: &dialog.AdminSIIP,
		Screen: panduanBaruScreen,
		Typed: func(t *dialog.Turn, body string) {
			if nama, ok := katalog.NewName(t, body, 0); ok {
				state.Edit(t).Judul = nama
				t.ShowPlace()
			}
		},
		Taps: dialog.Taps{
			"kompetensi": addPanduan,
			"kembali": func(t *dialog.Turn, _ uint64) {
				state.Edit(t).Judul = ""
				t.Go(atKelolaPanduan)
			},
			"batal": dialog.Does((*dialog.Turn).Cancel),
		},
	}
}

func panduanBaruScreen(t *dialog.Turn) dialog.Screen {
	text := dialog.Spans{}.Plain("Tambah Panduan\n").Strong("Jenis Diklat", state.Get(t).Judul)
	if state.Get(t).Judul == "" {
		return dialog.Screen{Text: text.Plain("Silakan ketik nama jenis diklat."), Rows: buttons.Rows(buttons.BackAndStop(t))}
	}
	return dialog.Screen{Text: text.Plain("Silakan pilih jenis kompetensinya, atau ketik nama yang lain."), Rows: buttons.Join(buttons.Fit(buttons.KompetensiChoices(t)), buttons.Rows(buttons.BackAndStop(t)))}
}

// addPanduan saves the entry whose name was typed.
func addPanduan(t *dialog.Turn, i uint64) {
	nama, ok := katalog.NewName(t, state.Get(t).Judul, 0)
	if !ok || i >= uint64(len(flow.Kompetensis)) {
		return
	}
	p := katalog.Make(t, nama, flow.Kompetensis[i])
	state.Edit(t).Judul = ""
	t.Answer("Data Berhasil Di Tambah")
	openPanduanSatu(t, p.ID)
}
