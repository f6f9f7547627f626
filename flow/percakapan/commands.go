package percakapan

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// perintah is a command of the bot: what the menu says of it, who has it, and what it does.
type perintah struct {
	name, about string
	audience    audience // in whose menu it stands
	run         func(*turn)
}

// audience is the group of people for whom something is.
type audience struct {
	name string
	has  func(flow.Pegawai) bool
}

var (
	semua     = audience{"semua pegawai", func(flow.Pegawai) bool { return true }}
	paraAdmin = audience{"Admin OPD dan Admin SIIP-ASN", flow.Pegawai.Admin}
	adminOPD  = audience{"Admin OPD", func(p flow.Pegawai) bool { return p.AdminOPD }}
	adminSIIP = audience{"Admin SIIP-ASN", func(p flow.Pegawai) bool { return p.AdminSIIP }}
)

// perintahs lists the commands in the order of the menu.
func perintahs() []perintah {
	return []perintah{
		{"start", "Menu utama", semua, func(t *turn) { t.goTo(atMenu) }},
		{"usulan", "Usulan diklat saya", semua, (*turn).ownUsulan},
		{"antrian", "Usulan yang menunggu saya", paraAdmin, (*turn).openAntrian},
		{"daftar", "Daftar usulan semua OPD", adminSIIP, (*turn).openDaftar},
		{"rekap", "Rekap diklat yang diminati", adminSIIP, (*turn).rekap},
		{"tambah", "Tambah usulan untuk pegawai", adminSIIP, (*turn).openTambah},
		{"kelola", "Kelola data induk", adminSIIP, (*turn).openKelola},
		{"bantuan", "Petunjuk singkat", semua, (*turn).openBantuan},
		{"batal", "Batalkan isian", semua, (*turn).cancel},
		{"keluar", "Putuskan akun Telegram ini", semua, func(t *turn) { t.goTo(atKeluar) }},
	}
}

// command runs a command, for those who have it: the menu shows only these, but everybody can type it.
func (t *turn) command(in dialog.Command) {
	switch {
	case !t.bound():
		t.knock(in)
		return
	case in.Name == "start" && in.Argument != "":
		t.alreadyBound()
		return
	}
	for _, p := range perintahs() {
		if p.name == in.Name {
			if p.name == "daftar" || t.may(p.audience, "Perintah /"+p.name) { // an Admin OPD has the list of his OPD
				p.run(t)
			}
			return
		}
	}
	t.again("Perintah /" + flow.Clip(in.Name, 32) + " tidak dikenal. Silakan gunakan tombol di bawah.")
}

// may tells whether something is for the person, and says for whom it is when it is not.
func (t *turn) may(a audience, what string) bool {
	if a.has(t.saya) {
		return true
	}
	t.refuse(onlyFor(what, a))
	return false
}

func onlyFor(what string, a audience) string { return what + " hanya untuk " + a.name + "." }

// menuFor is the menu of commands in the chat of p; nobody bound has the one of everybody.
func menuFor(p flow.Pegawai) []dialog.Perintah {
	var list []dialog.Perintah
	for _, c := range perintahs() {
		if c.audience.has(p) {
			list = append(list, dialog.Perintah{Name: c.name, About: c.about})
		}
	}
	return list
}

// MenuForAll is the menu of commands before the bot knows who is there.
func MenuForAll() []dialog.Perintah { return menuFor(flow.Pegawai{}) }

// cancel is /batal: whatever was being filled in, or asked, is dropped.
func (t *turn) cancel() {
	busy := placeOf(t.s.Place).asks() || t.s.Form.Begun() || t.s.Tanya != 0
	queued := t.editsQueued()
	t.showCardIn(t.s.Tanya, dialog.Quietly)
	t.s.Form, t.s.Login, t.s.Tanya = dialog.Form{}, dialog.Login{}, 0
	t.note = "Tidak ada isian yang perlu dibatalkan."
	if busy {
		t.note = "Dibatalkan. Tidak ada yang diubah."
	}
	t.answer("Dibatalkan.")
	if queued {
		t.goTo(atAntrian)
		return
	}
	t.goTo(atMenu)
}
