// Package kelola is the door to the master data in the chat, for an Admin SIIP-ASN. Its parts are packages of their own.
package kelola

import (
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
)

// Conversation is the list of the parts.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name: "kelola",
		Places: []dialog.Place{{
			Name: "kelola", Only: &dialog.AdminSIIP, Screen: screen,
			Taps: dialog.Taps{
				"panduan": part("kelola/panduan"), "judul": part("kelola/judul"), "pegawai": part("kelola/pegawai"),
				"periode": part("kelola/periode"), "opd": part("kelola/opd"), "jejak": part("kelola/jejak"),
			},
		}},
		Doors:    []dialog.Door{dialog.Opens("kelola", open)},
		Commands: []dialog.BotCommand{{Name: "kelola", About: "Kelola data induk", Rank: 7, For: dialog.AdminSIIP, Run: open}},
	}
}

func open(t *dialog.Turn) {
	if t.May(dialog.AdminSIIP, "Kelola") {
		t.Go("kelola")
	}
}

// part opens a part of the master data, with nothing chosen in it.
func part(door string) func(*dialog.Turn, uint64) {
	return func(t *dialog.Turn, _ uint64) { t.Open(door, dialog.Opening{}) }
}

func screen(t *dialog.Turn) dialog.Screen {
	return dialog.Screen{
		Text: dialog.Spans{}.Plain("Kelola Data Induk\n",
			"Silakan pilih bagian yang dikelola. Tabel pegawai (Excel, CSV, ekspor SIASN), panduan, usulan dari aplikasi web, dan riwayat diklat dapat dikirim ke percakapan ini kapan saja."),
		Rows: buttons.Rows(
			buttons.Row(buttons.Here(t, "Panduan", "panduan", 0), buttons.Here(t, "Judul Manual", "judul", 0)),
			buttons.Row(buttons.Here(t, "Pegawai", "pegawai", 0), buttons.Here(t, "Periode", "periode", 0)),
			buttons.Row(buttons.Here(t, "OPD", "opd", 0), buttons.Here(t, "Jejak Audit", "jejak", 0)),
			buttons.ToMenu()),
	}
}
