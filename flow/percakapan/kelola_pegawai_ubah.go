package percakapan

import (
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

func (t *turn) confirmFor(what string) {
	t.s.Kelola.Aksi = what
	t.goTo(atPegawaiYakin)
}

func pegawaiYakinPlace() place {
	return place{
		screen: (*turn).pegawaiYakinScreen,
		taps: map[string]func(*turn, uint64){
			"ya":    does((*turn).doForPegawai),
			"batal": to(atPegawaiSatu),
		},
	}
}

func (t *turn) pegawaiYakinScreen() dialog.Screen {
	p := t.managed()
	question := map[string]string{
		"lepas": "Lepas akun Telegram dari pegawai ini?",
		"opd":   giveOrTake(p.AdminOPD, flow.AdminOPD) + "?",
		"siip":  giveOrTake(p.AdminSIIP, flow.AdminSIIP) + "?",
	}[t.s.Kelola.Aksi]
	return dialog.Screen{
		Text: dialog.Spans{}.Field("Pegawai", p.Nama).Field("NIP", string(p.NIP)).Plain("\n").Bold(strings.TrimLeft(question, "➖➕ ")),
		Rows: rows(row(t.here("✅ Ya, Lanjutkan", "ya", 0), t.stop())),
	}
}

func (t *turn) doForPegawai() {
	switch p := t.managed(); t.s.Kelola.Aksi {
	case "lepas":
		if p.ID == t.saya.ID {
			t.unbind(0)
			return
		}
		t.release(p)
	case "opd":
		t.changePegawai("Peran", func(p *flow.Pegawai) { p.AdminOPD = !p.AdminOPD })
	case "siip":
		if p.AdminSIIP && len(t.AdminSIIP()) == 1 {
			t.s.Place = atPegawaiSatu
			t.again("Ini Admin SIIP-ASN yang terakhir, jadi tidak dapat dicabut. Jadikan dahulu pegawai lain Admin SIIP-ASN.")
			return
		}
		t.changePegawai("Peran", func(p *flow.Pegawai) { p.AdminSIIP = !p.AdminSIIP })
	}
	t.goTo(atPegawaiSatu)
}

// changePegawai saves a change of the pegawai who is looked at, and tells him of a new role.
func (t *turn) changePegawai(kolom string, change func(*flow.Pegawai)) {
	before := t.managed()
	p := before
	change(&p)
	if p == before {
		return
	}
	words := func(p flow.Pegawai) string {
		return map[string]string{"Peran": p.PeranWords(), "Nilai Kompetensi": p.Nilai, "Rekomendasi": p.Rekomendasi}[kolom]
	}
	t.do(dialog.SavePegawai{Pegawai: p})
	t.record(flow.UbahPegawai, p.ID, "", flow.Perubahan{Kolom: kolom, Sebelum: words(before), Sesudah: words(p)})
	t.answer("Tersimpan.")
	if p.ID == t.saya.ID {
		t.saya = p
		t.keepMenu()
	} else if account, ok := t.AccountOf(p.ID); ok && kolom == "Peran" && !account.Hilang {
		t.tellRoles(account, p)
	}
}

func (t *turn) tellRoles(account flow.Account, p flow.Pegawai) {
	account.Menu = p.PeranWords()
	t.do(dialog.SaveAccount{Account: account},
		dialog.SetCommands{To: account.ID, Commands: menuFor(p)},
		dialog.Show{To: account.ID, Lane: dialog.News, Screen: dialog.Screen{
			Text: dialog.Spans{}.Plain("👤 Peran Anda sekarang: ").Bold(p.PeranWords()).Plain("."),
			Rows: rows(waitingDoor(p), toMenu()),
		}})
}

// waitingDoor leads an admin to what has waited for him.
func waitingDoor(p flow.Pegawai) []dialog.Choice {
	if !p.Admin() {
		return nil
	}
	return row(door("📥 Antrian", "antrian", 0))
}

// release unbinds the account of a pegawai, and tells it so.
func (t *turn) release(p flow.Pegawai) {
	account, bound := t.AccountOf(p.ID)
	if !bound {
		return
	}
	t.do(dialog.SaveAccount{Account: flow.Account{ID: account.ID, Hilang: account.Hilang}},
		dialog.SetCommands{To: account.ID, Commands: MenuForAll()})
	t.record(flow.Lepas, p.ID, "")
	t.answer("Akun dilepas.")
	if !account.Hilang {
		t.do(dialog.Show{To: account.ID, Lane: dialog.News, Screen: dialog.Screen{
			Text: dialog.Spans{}.Plain("🔓 Akun Telegram ini dilepas dari data pegawai ").Bold(p.Nama).
				Plain(" oleh Admin SIIP-ASN. Untuk masuk lagi, silakan gunakan kode aktivasi baru."),
			Keyboard: dialog.Keyboard{Drop: true},
		}})
	}
}

func pegawaiNilaiPlace() place {
	return valuePlace("Nilai Kompetensi", 1, flow.NilaiMax, func(p *flow.Pegawai) *string { return &p.Nilai })
}

func pegawaiRekomendasiPlace() place {
	return valuePlace("Rekomendasi", flow.RekomendasiMin, flow.RekomendasiMax, func(p *flow.Pegawai) *string { return &p.Rekomendasi })
}

// valuePlace asks for one value of the pegawai who is looked at.
func valuePlace(kolom string, atLeast, atMost int, field func(*flow.Pegawai) *string) place {
	return place{
		screen: func(t *turn) dialog.Screen {
			p := t.managed()
			return dialog.Screen{
				Text: dialog.Spans{}.Field("Pegawai", p.Nama).Field(kolom+" saat ini", or(*field(&p), "belum ada")).
					Plain("\nSilakan ketik nilai yang baru, atau - untuk mengosongkan."),
				Rows: rows(t.backAndStop()),
			}
		},
		typed: func(t *turn, body string) {
			value := flow.Tidy(body)
			if value == "-" {
				value = ""
			} else if wrong := wrongLength(kolom, value, atLeast, atMost); wrong != "" {
				t.again(wrong)
				return
			}
			t.changePegawai(kolom, func(p *flow.Pegawai) { *field(p) = value })
			t.goTo(atPegawaiSatu)
		},
		taps: map[string]func(*turn, uint64){"kembali": to(atPegawaiSatu), "batal": does((*turn).cancel)},
	}
}
