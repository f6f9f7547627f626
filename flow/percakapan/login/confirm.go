package login

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/queue"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
)

// confirm asks whether the pegawai who was found is the one who writes. Nobody is taken over; who is bound learns that
// somebody has tried.
func confirm(t *engine.Turn, found claim) {
	if account, taken := t.AccountOf(found.Pegawai); taken {
		t.Again("NIP ini sudah terhubung dengan akun Telegram lain. Untuk memutuskannya, " + wording.Sentence("silakan hubungi "+askedCenter(t)))
		warn(t, account)
		return
	}
	proof.Set(t, found)
	t.Go(atSure)
}

// slotPeringatan holds the warning: one slot, so that many attempts change one message and do not become many.
const slotPeringatan ui.Slot = "peringatan"

// warn tells a bound account that another one has a proof for its pegawai.
func warn(t *engine.Turn, account flow.Account) {
	if account.Unreachable {
		return
	}
	t.Do(dialog.Show{To: account.ID, Slot: slotPeringatan, Manner: dialog.Anew, Lane: dialog.News, Right: dialog.Right{Who: dialog.Bound}, Screen: ui.Screen{
		Text: ui.Spans{}.Plain("⚠️ Akun Telegram lain mencoba terhubung dengan data pegawai Anda pada ", wording.Clock(t, t.Event.At), " dan ditolak. ",
			"Bila itu Anda sendiri, silakan putuskan dahulu akun yang ini. Bila bukan, ", wording.Sentence("mohon beri tahu "+askedCenter(t))),
		Rows: buttons.Rows(buttons.Row(buttons.Door("Putuskan akun Telegram ini", "keluar", 0)), buttons.ToMenu()),
	}})
}

func surePlace() engine.Place {
	return engine.Place{Name: atSure, Stranger: true,
		Screen: sureScreen,
		Taps: engine.Taps{
			"ya": bind,
			"batal": func(t *engine.Turn, _ uint64) {
				proof.Clear(t)
				t.Go(atLogin)
			},
		},
	}
}

func sureScreen(t *engine.Turn) ui.Screen {
	p, _ := t.Pegawai(proof.Get(t).Pegawai)
	opd, _ := t.OPD(p.OPD)
	return ui.Screen{
		Text: ui.Spans{}.Plain("Kami menemukan data ini:\n\n").
			Field("Nama", p.Nama).Field("NIP", p.NIP.Masked()).Field("OPD", opd.Nama).
			Plain("\nApakah ini Anda?"),
		Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Ya, ini saya", "ya", 0), buttons.Stop(t))),
	}
}

// bind makes the account the pegawai's own, if the proof still holds.
func bind(t *engine.Turn, _ uint64) {
	found := proof.Get(t)
	p, ok := t.Pegawai(found.Pegawai)
	if _, taken := t.AccountOf(found.Pegawai); !ok || !p.Aktif() || taken || !proofHolds(t, found) {
		proof.Clear(t)
		t.Note = "Kode atau nomor HP itu tidak berlaku lagi. Silakan ulangi dengan kode baru atau nomor HP."
		t.Go(atLogin)
		return
	}
	if p.HanyaKode { // the new code that was asked for
		p.HanyaKode = false
		t.Do(dialog.SavePegawai{Pegawai: p})
	}
	t.Become(p, flow.Account{ID: t.Me(), Pegawai: p.ID, Sejak: t.Event.At})
	t.Do(dialog.SaveAccount{Account: t.Self},
		dialog.UseAktivasi{Pegawai: p.ID},
		dialog.AppendHistory{Entry: trail.EntryOf(t, flow.Hubungkan, p)})
	t.KeepMenu()
	welcome(t)
}

// proofHolds looks again: meanwhile the code may have been replaced, or the number put right.
func proofHolds(t *engine.Turn, found claim) bool {
	if found.Hash == "" {
		list := t.PegawaiByHP(found.HP)
		return len(list) == 1 && list[0].ID == found.Pegawai && !list[0].HanyaKode
	}
	a, ok := t.Aktivasi(found.Hash)
	return ok && a.Pegawai == found.Pegawai && t.Event.At.Before(a.Sampai)
}

// welcome shows at once what has waited for the person.
func welcome(t *engine.Turn) {
	t.Do(dialog.Show{To: t.Me(), Screen: ui.Screen{
		Text: ui.Spans{}.Plain("✅ Akun Telegram ini sekarang terhubung dengan data pegawai:\n").Bold(t.Who.Nama).
			Plain("\n\nPemberitahuan mengenai usulan akan dikirim ke sini."),
		Keyboard: ui.Keyboard{Drop: true},
	}})
	if u, ok := kartu.Running(t, t.Who.ID); ok {
		kartu.Show(t, t.Me(), u, dialog.Anew, dialog.Reply)
	}
	t.Manner = dialog.Anew // behind the welcome, where the person looks
	if len(queue.Waiting(t)) > 0 {
		t.Open("antrian", engine.Opening{})
		return
	}
	t.Go(dialog.Home)
}

// alreadyBound answers a deep link that comes to a bound account.
func alreadyBound(t *engine.Turn) {
	t.Note = wording.Sentence("Akun ini sudah terhubung sebagai "+t.Who.Nama) + " Untuk berganti, silakan putuskan dahulu akun ini dengan /keluar."
	t.Go(dialog.Home)
}
