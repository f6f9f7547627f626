package peralihan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/wording"
)

// tellPerson tells him what he is now, and brings what he sees up to date. The other Admin SIIP-ASN hear of a new one.
func tellPerson(t *engine.Turn, h handover) {
	if h.Akun != 0 && h.Akun != h.account.ID {
		leave(t, h)
	}
	if h.account.ID != 0 && !h.account.Unreachable {
		setMenu(t, h)
		if screen, news := person(t, h); news {
			t.Do(dialog.Show{To: h.account.ID, Lane: dialog.News, Screen: screen, Right: dialog.Right{Who: dialog.Bound}})
		}
		t.As(h.now, h.account).Reveal()
	}
	if h.now.AdminSIIP && !h.Dulu.AdminSIIP {
		tellAdminsSIIP(t, h)
	}
}

// leave redraws what the old account of the person still shows, when that account is bound to nobody now.
func leave(t *engine.Turn, h handover) {
	account := t.Account(h.Akun)
	if account.Pegawai != 0 || account.Unreachable {
		return
	}
	if h.Dulu.Aktif() && !h.now.Aktif() {
		t.Do(dialog.SetCommands{To: account.ID, Commands: t.Menu(flow.Pegawai{})},
			dialog.Show{To: account.ID, Lane: dialog.News, Screen: ui.Screen{
				Text: ui.Spans{}.Plain("Data pegawai ").Bold(h.now.Nama).Plain(" kini ", h.now.StatusWords(),
					", sehingga akun Telegram ini diputuskan. Bila ini keliru, ", wording.Sentence("silakan hubungi "+wording.Contact(t, flow.AdminSIIP.String()))),
				Keyboard: ui.Keyboard{Drop: true},
			}})
	}
	t.As(flow.Pegawai{}, account).Reveal()
}

// setMenu sets the menu of commands for the roles that he has now.
func setMenu(t *engine.Turn, h handover) {
	if roles := h.now.PeranWords(); h.account.Menu != roles {
		h.account.Menu = roles
		t.Do(dialog.SaveAccount{Account: h.account}, dialog.SetCommands{To: h.account.ID, Commands: t.Menu(h.now)})
	}
}

// person says what is different for him; false when nothing is, as when only his account was lost or is back.
func person(t *engine.Turn, h handover) (ui.Screen, bool) {
	roles, moved := h.Dulu.PeranWords() != h.now.PeranWords(), h.Dulu.OPD != h.now.OPD
	text := ui.Spans{}
	if moved {
		opd, _ := t.OPD(h.now.OPD)
		text = text.Plain("Anda sekarang tercatat di ", opd.Nama, ".\n")
		if slices.ContainsFunc(t.UsulanOf(h.Pegawai), func(u flow.Usulan) bool { return u.OPD == h.now.OPD && h.earlier(u) != u }) {
			text = text.Plain("Usulan Anda yang belum selesai ikut diperiksa di sana.\n")
		}
	}
	if roles {
		text = text.Plain("Peran Anda sekarang: ", h.now.PeranWords(), ".")
	}
	rows := buttons.Rows(buttons.ToMenu())
	if h.now.Admin() {
		rows = buttons.Rows(buttons.Row(buttons.Door("📥 Antrean", "antrian", 0)), buttons.ToMenu())
	}
	return ui.Screen{Text: text, Rows: rows}, roles || moved
}

// tellAdminsSIIP tells the other Admin SIIP-ASN of a new one, and who has made him one.
func tellAdminsSIIP(t *engine.Turn, h handover) {
	by, name := giver(t, h.Pegawai)
	opd, _ := t.OPD(h.now.OPD)
	for _, p := range t.AdminSIIP() {
		if account, ok := giliran.Reachable(t, p); ok && p.ID != h.Pegawai && p.ID != by {
			t.Do(dialog.Show{To: account.ID, Lane: dialog.News, Screen: ui.Screen{
				Text: ui.Spans{}.Bold(h.now.Nama).Plain(" (", opd.Nama, ") sekarang ", flow.AdminSIIP.String()).
					Plain(wording.Sentence(name), "\nBila ini tidak Anda kenali, mohon periksa di Kelola."),
				Rows: buttons.Rows(buttons.ToMenu()),
			}})
		}
	}
}

// trailBack is how far back the trail of a pegawai is looked at for who gave him his role.
const trailBack = 10

// giver finds who gave the role, as the rest of a sentence.
func giver(t *engine.Turn, id flow.PegawaiID) (flow.PegawaiID, string) {
	for _, e := range t.Jejak(jejak.Bagian{Pegawai: id}, 0, trailBack) {
		for _, c := range e.Ubah {
			if c.Kolom == "Peran" && e.Pegawai == id {
				return e.Oleh, ", ditetapkan oleh " + e.OlehNama
			}
		}
	}
	return 0, ""
}
