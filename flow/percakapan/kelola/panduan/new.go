package panduan

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kelola/katalog"
)

func panduanNamaPlace() engine.Place {
	return engine.Place{Name: atPanduanNama, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			p, _ := t.Panduan(state.Get(t).Panduan)
			return ui.Screen{
				Text: ui.Spans{}.Plain("Ubah Nama\n").Strong("Jenis Diklat", p.Nama).Plain("Silakan ketik nama yang baru."),
				Rows: buttons.Rows(buttons.BackAndStop(t)),
			}
		},
		Typed: func(t *engine.Turn, body string) {
			if nama, ok := katalog.NewName(t, body, state.Get(t).Panduan); ok {
				t.Move(atPanduanSatu)
				changePanduan(t, "Nama", func(p *flow.Panduan) { p.Nama = nama })
			}
		},
		Taps: engine.Taps{"kembali": engine.Does(back), "batal": engine.Does((*engine.Turn).Cancel)},
	}
}

func panduanBaruPlace() engine.Place {
	return engine.Place{Name: atPanduanBaru, Only: &engine.AdminSIIP,
		Screen: panduanBaruScreen,
		Typed: func(t *engine.Turn, body string) {
			if nama, ok := katalog.NewName(t, body, 0); ok {
				state.Edit(t).Judul = nama
				t.ShowPlace()
			}
		},
		Taps: engine.Taps{
			"kompetensi": addPanduan,
			"kembali": func(t *engine.Turn, _ uint64) {
				state.Edit(t).Judul = ""
				t.Go(atKelolaPanduan)
			},
			"batal": engine.Does((*engine.Turn).Cancel),
		},
	}
}

func panduanBaruScreen(t *engine.Turn) ui.Screen {
	text := ui.Spans{}.Plain("Tambah Panduan\n").Strong("Jenis Diklat", state.Get(t).Judul)
	if state.Get(t).Judul == "" {
		return ui.Screen{Text: text.Plain("Silakan ketik nama jenis diklat."), Rows: buttons.Rows(buttons.BackAndStop(t))}
	}
	return ui.Screen{Text: text.Plain("Silakan pilih jenis kompetensinya, atau ketik nama yang lain."), Rows: buttons.Join(buttons.Fit(buttons.KompetensiChoices(t)), buttons.Rows(buttons.BackAndStop(t)))}
}

// addPanduan saves the entry whose name was typed.
func addPanduan(t *engine.Turn, i uint64) {
	nama, ok := katalog.NewName(t, state.Get(t).Judul, 0)
	if !ok || i >= uint64(len(flow.Kompetensis)) {
		return
	}
	p := katalog.Make(t, nama, flow.Kompetensis[i])
	state.Edit(t).Judul = ""
	t.Answer("Data Berhasil Di Tambah")
	openPanduanSatu(t, p.ID)
}
