package login

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/trail"
)

func keluarPlace() engine.Place {
	return engine.Place{Name: atKeluar,
		Screen: keluarScreen,
		Taps: engine.Taps{
			"ya":    unbind,
			"batal": engine.Does((*engine.Turn).Cancel),
		},
	}
}

func keluarScreen(t *engine.Turn) ui.Screen {
	back := "kode aktivasi baru atau nomor HP yang tercatat."
	if t.Who.HanyaKode || t.Who.HP == "" {
		back = "kode aktivasi baru."
	}
	return ui.Screen{
		Text: ui.Spans{}.Plain("Apakah Anda ingin memutuskan akun Telegram ini?\n\n",
			"Usulan Anda tetap tersimpan, tetapi pemberitahuan tidak lagi dikirim ke sini. ",
			"Untuk menghubungkannya lagi Anda memerlukan ", back),
		Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Ya, Lanjutkan", "ya", 0), buttons.Stop(t))),
	}
}

// unbind forgets whose account it is. What this step was about to show him, because he has just come back, is not his any more.
func unbind(t *engine.Turn, _ uint64) {
	t.Unshow()
	t.Do(dialog.AppendHistory{Entry: trail.EntryOf(t, flow.Keluar, t.Who)},
		dialog.SaveAccount{Account: flow.Account{ID: t.Me()}},
		dialog.SetCommands{To: t.Me(), Commands: t.Menu(flow.Pegawai{})})
	t.Become(flow.Pegawai{}, flow.Account{ID: t.Me()})
	t.Note = "Akun Telegram ini sudah diputuskan."
	t.Go(atLogin)
}
