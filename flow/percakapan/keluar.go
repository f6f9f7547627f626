package percakapan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

func keluarPlace() place {
	return place{
		screen: (*turn).keluarScreen,
		taps: map[string]func(*turn, uint64){
			"ya":    (*turn).unbind,
			"batal": does((*turn).cancel),
		},
	}
}

func (t *turn) keluarScreen() dialog.Screen {
	return dialog.Screen{
		Text: dialog.Spans{}.Bold("Apakah Anda ingin memutuskan akun Telegram ini ?").Plain("\n\n",
			"Usulan Anda tetap tersimpan, tetapi kabar tidak lagi dikirim ke sini. ",
			"Untuk masuk lagi Anda memerlukan kode aktivasi baru atau nomor HP yang tercatat."),
		Rows: rows(row(t.here("Ya, Lanjutkan", "ya", 0), t.stop())),
	}
}

// unbind forgets whose account it is. What this step was about to show him, because he has just come back, is not his any more.
func (t *turn) unbind(uint64) {
	t.effects = slices.DeleteFunc(t.effects, func(e dialog.Effect) bool {
		show, is := e.(dialog.Show)
		return is && show.To == t.me()
	})
	t.do(dialog.AppendHistory{Entry: t.entryOf(flow.Keluar, t.saya)},
		dialog.SaveAccount{Account: flow.Account{ID: t.me()}},
		dialog.SetCommands{To: t.me(), Commands: MenuForAll()})
	t.saya, t.akun, t.s = flow.Pegawai{}, flow.Account{ID: t.me()}, dialog.Session{Versi: t.s.Versi}
	t.note = "Akun Telegram ini sudah diputuskan."
	t.goTo(atLogin)
}
