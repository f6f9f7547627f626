package pegawai

import (
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
)

func confirmFor(t *dialog.Turn, what string) {
	state.Edit(t).Aksi = what
	t.Go(atPegawaiYakin)
}

func pegawaiYakinPlace() dialog.Place {
	return dialog.Place{Name: atPegawaiYakin, Only: &dialog.AdminSIIP,
		Screen: pegawaiYakinScreen,
		Taps: dialog.Taps{
			"ya":    dialog.Does(doForPegawai),
			"batal": dialog.To(atPegawaiSatu),
		},
	}
}

func pegawaiYakinScreen(t *dialog.Turn) dialog.Screen {
	p := managed(t)
	question := map[string]string{
		"lepas": "Lepas akun Telegram dari pegawai ini?",
		"opd":   giveOrTake(p.AdminOPD, flow.AdminOPD) + "?",
		"siip":  giveOrTake(p.AdminSIIP, flow.AdminSIIP) + "?",
	}[state.Get(t).Aksi]
	return dialog.Screen{
		Text: dialog.Spans{}.Field("Pegawai", p.Nama).Field("NIP", string(p.NIP)).Plain("\n").Bold(strings.TrimLeft(question, "➖➕ ")),
		Rows: buttons.Rows(buttons.Row(buttons.Here(t, "✅ Ya, Lanjutkan", "ya", 0), buttons.Stop(t))),
	}
}

func doForPegawai(t *dialog.Turn) {
	switch p := managed(t); state.Get(t).Aksi {
	case "lepas":
		if p.ID == t.Who.ID {
			t.Open("keluar/putus", dialog.Opening{})
			return
		}
		release(t, p)
	case "opd":
		changePegawai(t, "Peran", func(p *flow.Pegawai) { p.AdminOPD = !p.AdminOPD })
	case "siip":
		if p.AdminSIIP && len(t.AdminSIIP()) == 1 {
			t.Move(atPegawaiSatu)
			t.Again("Ini Admin SIIP-ASN yang terakhir, jadi tidak dapat dicabut. Jadikan dahulu pegawai lain Admin SIIP-ASN.")
			return
		}
		changePegawai(t, "Peran", func(p *flow.Pegawai) { p.AdminSIIP = !p.AdminSIIP })
	}
	t.Go(atPegawaiSatu)
}

// changePegawai saves a change of the pegawai who is looked at. He hears of it by the handover (peralihan).
func changePegawai(t *dialog.Turn, kolom string, change func(*flow.Pegawai)) {
	before := managed(t)
	p := before
	change(&p)
	if p == before {
		return
	}
	words := func(p flow.Pegawai) string {
		return map[string]string{"Peran": p.PeranWords(), "Nilai Kompetensi": p.Nilai, "Rekomendasi": p.Rekomendasi}[kolom]
	}
	t.Do(dialog.SavePegawai{Pegawai: p})
	trail.Record(t, flow.UbahPegawai, p.ID, "", flow.Perubahan{Kolom: kolom, Sebelum: words(before), Sesudah: words(p)})
	t.Answer("Tersimpan.")
	if p.ID == t.Who.ID {
		t.Who = p
		t.KeepMenu()
	}
}

// release unbinds the account of a pegawai, and tells it so.
func release(t *dialog.Turn, p flow.Pegawai) {
	account, bound := t.AccountOf(p.ID)
	if !bound {
		return
	}
	t.Do(dialog.SaveAccount{Account: flow.Account{ID: account.ID, Hilang: account.Hilang}},
		dialog.SetCommands{To: account.ID, Commands: t.Menu(flow.Pegawai{})})
	trail.Record(t, flow.Lepas, p.ID, "")
	t.Answer("Akun dilepas.")
	if !account.Hilang {
		t.Do(dialog.Show{To: account.ID, Lane: dialog.News, Screen: dialog.Screen{
			Text: dialog.Spans{}.Plain("🔓 Akun Telegram ini dilepas dari data pegawai ").Bold(p.Nama).
				Plain(" oleh Admin SIIP-ASN. Untuk masuk lagi, silakan gunakan kode aktivasi baru."),
			Keyboard: dialog.Keyboard{Drop: true},
		}})
	}
}

func pegawaiNilaiPlace() dialog.Place {
	return valuePlace(atPegawaiNilai, "Nilai Kompetensi", 1, flow.NilaiMax, func(p *flow.Pegawai) *string { return &p.Nilai })
}

func pegawaiRekomendasiPlace() dialog.Place {
	return valuePlace(atPegawaiRekomendasi, "Rekomendasi", flow.RekomendasiMin, flow.RekomendasiMax, func(p *flow.Pegawai) *string { return &p.Rekomendasi })
}

// valuePlace asks for one value of the pegawai who is looked at.
func valuePlace(name dialog.PlaceName, kolom string, atLeast, atMost int, field func(*flow.Pegawai) *string) dialog.Place {
	return dialog.Place{
		Name: name, Only: &dialog.AdminSIIP,
		Screen: func(t *dialog.Turn) dialog.Screen {
			p := managed(t)
			return dialog.Screen{
				Text: dialog.Spans{}.Field("Pegawai", p.Nama).Field(kolom+" saat ini", wording.Or(*field(&p), "belum ada")).
					Plain("\nSilakan ketik nilai yang baru, atau - untuk mengosongkan."),
				Rows: buttons.Rows(buttons.BackAndStop(t)),
			}
		},
		Typed: func(t *dialog.Turn, body string) {
			value := flow.Tidy(body)
			if value == "-" {
				value = ""
			} else if wrong := wording.WrongLength(kolom, value, atLeast, atMost); wrong != "" {
				t.Again(wrong)
				return
			}
			changePegawai(t, kolom, func(p *flow.Pegawai) { *field(p) = value })
			t.Go(atPegawaiSatu)
		},
		Taps: dialog.Taps{"kembali": dialog.To(atPegawaiSatu), "batal": dialog.Does((*dialog.Turn).Cancel)},
	}
}
