// Package kelola is the door to the master data in the chat, for an Admin SIIP-ASN. Its parts are packages of their own.
package kelola

import (
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
)

// Conversation is the list of the parts.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name: "kelola",
		Places: []engine.Place{{
			Name: "kelola", Only: &engine.AdminSIIP, Screen: screen,
			Taps: engine.Taps{
				"panduan": part("kelola/panduan"), "judul": part("kelola/judul"), "pegawai": part("kelola/pegawai"),
				"periode": part("kelola/periode"), "opd": part("kelola/opd"), "jejak": part("kelola/jejak"),
			},
		}},
		Doors:    []engine.Door{engine.Opens("kelola", open)},
		Commands: []engine.BotCommand{{Name: "kelola", About: "Kelola data induk", Rank: 7, For: engine.AdminSIIP, Run: open}},
	}
}

func open(t *engine.Turn) {
	if t.May(engine.AdminSIIP, "Kelola") {
		t.Go("kelola")
	}
}

// part opens a part of the master data, with nothing chosen in it.
func part(door string) func(*engine.Turn, uint64) {
	return func(t *engine.Turn, _ uint64) { t.Open(door, engine.Opening{}) }
}

func screen(t *engine.Turn) ui.Screen {
	return ui.Screen{
		Text: ui.Spans{}.Plain("Kelola Data Induk\n",
			"Silakan pilih bagian yang dikelola. Tabel pegawai (Excel, CSV, ekspor SIASN), panduan, usulan dari aplikasi web, dan riwayat diklat dapat dikirim ke percakapan ini kapan saja."),
		Rows: buttons.Rows(
			buttons.Row(buttons.Here(t, "Panduan", "panduan", 0), buttons.Here(t, "Judul Manual", "judul", 0)),
			buttons.Row(buttons.Here(t, "Pegawai", "pegawai", 0), buttons.Here(t, "Periode", "periode", 0)),
			buttons.Row(buttons.Here(t, "OPD", "opd", 0), buttons.Here(t, "Jejak Audit", "jejak", 0)),
			buttons.ToMenu()),
	}
}
