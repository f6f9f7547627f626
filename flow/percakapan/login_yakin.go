package percakapan

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// confirm asks whether the pegawai who was found is the one who writes. Nobody is taken over; who is bound learns that
// somebody has tried.
func (t *turn) confirm(found dialog.Login) {
	if account, taken := t.AccountOf(found.Pegawai); taken {
		t.again("NIP ini sudah terhubung dengan akun Telegram lain. Silakan hubungi Admin SIIP-ASN untuk melepasnya.")
		t.warn(account)
		return
	}
	t.s.Login = found
	t.goTo(atYakin)
}

// slotPeringatan keeps many attempts from becoming many messages.
const slotPeringatan dialog.Slot = "peringatan"

// warn tells a bound account that another one has a proof for its pegawai.
func (t *turn) warn(account flow.Account) {
	if account.Hilang {
		return
	}
	t.do(dialog.Show{To: account.ID, Slot: slotPeringatan, Manner: dialog.Anew, Lane: dialog.News, Screen: dialog.Screen{
		Text: dialog.Spans{}.Plain("🔐 Akun Telegram lain mencoba terhubung dengan data pegawai Anda pada ", t.clock(t.e.At), " dan ditolak. ",
			"Bila itu Anda sendiri, silakan tekan Keluar di sini dahulu. Bila bukan, mohon beri tahu Admin SIIP-ASN."),
		Rows: rows(row(door("🚪 Keluar", "keluar", 0)), toMenu()),
	}})
}

func yakinPlace() place {
	return place{
		screen: (*turn).yakinScreen,
		taps: map[string]func(*turn, uint64){
			"ya": (*turn).bind,
			"batal": func(t *turn, _ uint64) {
				t.s.Login = dialog.Login{}
				t.goTo(atLogin)
			},
		},
	}
}

func (t *turn) yakinScreen() dialog.Screen {
	p, _ := t.Pegawai(t.s.Login.Pegawai)
	opd, _ := t.OPD(p.OPD)
	return dialog.Screen{
		Text: dialog.Spans{}.Plain("Kami menemukan data ini:\n\n").
			Field("Nama", p.Nama).Field("NIP", p.NIP.Masked()).Field("OPD", opd.Nama).
			Plain("\nApakah ini Anda?"),
		Rows: rows(row(t.here("✅ Ya, ini saya", "ya", 0), t.stop())),
	}
}

// bind makes the account the pegawai's own, if the proof still holds.
func (t *turn) bind(uint64) {
	found := t.s.Login
	p, ok := t.Pegawai(found.Pegawai)
	if _, taken := t.AccountOf(found.Pegawai); !ok || taken || !t.proofHolds(found) {
		t.s.Login = dialog.Login{}
		t.note = "Bukti ini tidak berlaku lagi. Silakan ulangi dengan kode baru atau nomor HP."
		t.goTo(atLogin)
		return
	}
	t.saya, t.s = p, dialog.Session{Versi: t.s.Versi}
	t.akun = flow.Account{ID: t.me(), Pegawai: p.ID, Sejak: t.e.At}
	t.do(dialog.SaveAccount{Account: t.akun},
		dialog.UseAktivasi{Pegawai: p.ID},
		dialog.AppendHistory{Entry: t.entryOf(flow.Hubungkan, p)})
	t.keepMenu()
	t.welcome()
}

// proofHolds looks again: meanwhile the code may have been replaced, or the number put right.
func (t *turn) proofHolds(found dialog.Login) bool {
	if found.Hash == "" {
		list := t.PegawaiByHP(found.HP)
		return len(list) == 1 && list[0].ID == found.Pegawai
	}
	a, ok := t.Aktivasi(found.Hash)
	return ok && a.Pegawai == found.Pegawai && t.e.At.Before(a.Sampai)
}

// welcome shows at once what has waited for the person.
func (t *turn) welcome() {
	t.do(dialog.Show{To: t.me(), Screen: dialog.Screen{
		Text: dialog.Spans{}.Plain("✅ Akun Telegram ini sekarang terhubung dengan data pegawai:\n").Bold(t.saya.Nama).
			Plain("\n\nKabar tentang usulan akan dikirim ke sini."),
		Keyboard: dialog.Keyboard{Drop: true},
	}})
	if u, ok := t.running(t.saya.ID); ok {
		t.showCard(t.me(), u, dialog.Anew, dialog.Reply)
	}
	t.manner = dialog.Anew // behind the welcome, where the person looks
	if len(t.antrian()) > 0 {
		t.openAntrian()
		return
	}
	t.goTo(atMenu)
}

// alreadyBound answers a deep link that comes to a bound account.
func (t *turn) alreadyBound() {
	t.note = sentence("ℹ️ Akun ini sudah terhubung sebagai "+t.saya.Nama) + " Untuk berganti, silakan tekan Keluar dahulu."
	t.goTo(atMenu)
}
