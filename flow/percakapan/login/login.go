// Package login binds a Telegram account to a pegawai, once. Two proofs, either is enough: an activation code, or the number
// that Telegram itself says is the sender's own. Then the person confirms who was found.
package login

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/identitas"
	"siip-asn/flow/percakapan/wording"
)

// The places.
const (
	atLogin  dialog.PlaceName = "login"
	atSure   dialog.PlaceName = "login/yakin"
	atKeluar dialog.PlaceName = "keluar"
)

// claim is what is known before the account is bound: whom a code or a number has found.
type claim struct {
	Pegawai flow.PegawaiID `json:"pegawai,omitempty"`
	Hash    string         `json:"hash,omitempty"` // of the code that found him; empty when it was the number
	HP      identitas.HP   `json:"hp,omitempty"`   // the number that found him
}

var proof = engine.State[claim]{Key: "login"}

// Conversation binds a Telegram account to a pegawai, and parts them again.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "login",
		Places: []engine.Place{loginPlace(), surePlace(), keluarPlace()},
		Doors: []engine.Door{
			engine.Leads("keluar", atKeluar),
			{Word: "keluar/putus", Inner: true, Open: func(t *engine.Turn, _ engine.Opening) { unbind(t, 0) }},
		},
		Commands: []engine.BotCommand{
			{Name: "keluar", About: "Putuskan akun Telegram ini", Rank: 10, For: engine.Everybody, Run: func(t *engine.Turn) { t.Go(atKeluar) }},
		},
		Gate: &engine.Gate{Home: atLogin, Command: knock, Text: code, Again: alreadyBound},
		Cancel: func(t *engine.Turn) (bool, dialog.PlaceName) {
			proof.Clear(t)
			return false, ""
		},
		Take: func(t *engine.Turn, in dialog.Input) bool {
			c, is := in.(dialog.Contact)
			if is {
				contact(t, c)
			}
			return is
		},
	}
}

func loginPlace() engine.Place {
	return engine.Place{Name: atLogin, Stranger: true, Screen: loginScreen}
}

func loginScreen(t *engine.Turn) ui.Screen {
	return ui.Screen{
		Text: ui.Spans{}.
			Plain("Selamat datang di SIIP-ASN ", t.Aturan().Instansi, "\n",
				"Sistem Informasi Individual Planning Aparatur Sipil Negara\n\n",
				"Akun Telegram ini belum terhubung dengan data pegawai. Silakan pilih salah satu cara:\n\n",
				"1. Tekan ").Plain("Kirim Nomor HP", " di bawah, bila nomor Anda sudah tercatat di data pegawai.\n",
			"2. Ketik ").Plain("kode aktivasi", " yang Anda terima, atau buka tautannya.\n\n",
			help(t)+"Bot ini tidak pernah meminta kata sandi."),
		Keyboard: ui.Keyboard{Contact: "Kirim Nomor HP"},
	}
}

// help names whom to ask, where the config says so.
func help(t *engine.Turn) string {
	kontak := wording.Contact(t, "")
	if kontak == "" {
		return ""
	}
	return "Perlu bantuan? " + wording.Sentence("Silakan hubungi "+kontak) + "\n"
}

// knock is a command of somebody who is not bound: only a code lets him in.
func knock(t *engine.Turn, in dialog.Command) {
	switch {
	case in.Name == "start" && isPrint(in.Argument):
		ofPrint(t)
	case in.Name == "start" && in.Argument != "":
		code(t, in.Argument)
	case in.Name == "batal":
		proof.Clear(t)
		t.Go(atLogin)
	default:
		t.Go(atLogin)
	}
}

// isPrint tells whether a link is that on something printed: it is no attempt at a code of activation.
func isPrint(payload string) bool {
	_, is := cetakan.ParseKode(payload)
	return is
}

// ofPrint answers a code on something printed, which is none of activation and no attempt at one.
func ofPrint(t *engine.Turn) {
	t.Again("Kode itu ada pada sebuah berkas dan dapat diperiksa setelah akun Anda terhubung.")
}

// code reads a text, or what a link carries, of somebody who is not bound: a code in whatever holds it. Only what has the
// form of a code counts as an attempt; anything else is answered for what it is.
func code(t *engine.Turn, body string) {
	if _, _, print := cetakan.FindKode(body); print {
		ofPrint(t)
		return
	}
	kodes := aktivasi.FindKode(body)
	kodes = kodes[:min(len(kodes), aktivasi.KodesMax)]
	found, ok := aktivasiAmong(t, kodes)
	switch {
	case len(kodes) == 0:
		notKode(t, body)
	case doorClosed(t):
	case !ok:
		wrongCode(t)
	case !t.Event.At.Before(found.Sampai):
		t.Again(wording.Sentence("Kode aktivasi ini sudah kedaluwarsa. Silakan minta kode baru melalui " + askedCenter(t)))
	default:
		confirm(t, claim{Pegawai: found.Pegawai, Hash: found.Hash})
	}
}

// aktivasiAmong looks the candidates for a code up, and finds the first that was given out.
func aktivasiAmong(t *engine.Turn, kodes []string) (aktivasi.Aktivasi, bool) {
	for _, kode := range kodes {
		if a, ok := t.Aktivasi(aktivasi.HashKode(kode)); ok {
			return a, true
		}
	}
	return aktivasi.Aktivasi{}, false
}

// notKode answers what can be no code.
func notKode(t *engine.Turn, body string) {
	_, err := identitas.ParseNIP(body)
	_, phone := identitas.ParseHP(body)
	switch {
	case t.Place() == atSure:
		t.Again("Silakan tekan Ya, ini saya bila datanya benar, atau Batal bila bukan.")
	case err == nil:
		t.Again("NIP saja belum cukup. Mohon tekan Kirim Nomor HP, atau ketik kode aktivasi yang Anda terima.")
	case phone:
		t.Again("Nomor yang diketik tidak dapat dipakai. Mohon tekan tombol Kirim Nomor HP di bawah.")
	default:
		t.Again("Mohon hubungkan akun Anda dahulu.")
	}
}

func wrongCode(t *engine.Turn) {
	t.Self = t.Self.Wrong(t.Event.At)
	t.Do(dialog.SaveAccount{Account: t.Self})
	if doorClosed(t) {
		return
	}
	t.Again(fmt.Sprintf("Kode aktivasi tidak dikenal. Mohon periksa lagi. Sisa percobaan: %d.", flow.WrongCodesMax-t.Self.WrongCodes))
}

// doorClosed tells whether the door is closed, and says until when.
func doorClosed(t *engine.Turn) bool {
	if !t.Self.Closed(t.Event.At) {
		return false
	}
	until := t.Self.ClosedUntil.In(t.Aturan().Zona).Format("15.04 MST")
	t.Again("Terlalu banyak percobaan yang salah. Silakan coba lagi setelah pukul " + until + orAsk(t))
	return true
}

// Contact looks for the pegawai of a phone number.
func contact(t *engine.Turn, in dialog.Contact) {
	if t.Bound() {
		t.Again("Akun ini sudah terhubung. Nomor tersebut tidak disimpan.")
		return
	}
	if doorClosed(t) {
		return
	}
	if !in.Own {
		t.Again("Itu bukan nomor akun Telegram Anda sendiri. Mohon tekan tombol Kirim Nomor HP di bawah.")
		return
	}
	findByPhone(t, in.Phone)
}

func findByPhone(t *engine.Turn, phone string) {
	hp, _ := identitas.ParseHP(phone)
	switch found := t.PegawaiByHP(hp); {
	case len(found) == 0:
		t.Again("Nomor HP Anda belum tercatat di data pegawai. Silakan gunakan kode aktivasi" + orAsk(t))
	case len(found) > 1:
		t.Again("Nomor HP Anda tercatat untuk lebih dari satu pegawai, sehingga tidak dapat dipakai. Silakan gunakan kode aktivasi, dan mohon perbaiki nomor itu" + through(t))
	case found[0].HanyaKode:
		t.Again("Akun Anda pernah diputuskan oleh Admin SIIP-ASN. Untuk terhubung lagi diperlukan kode aktivasi baru. Silakan minta" + through(t))
	default:
		confirm(t, claim{Pegawai: found[0].ID, HP: hp})
	}
}

// orAsk and through name whom to ask.
func orAsk(t *engine.Turn) string { return ", atau hubungi " + asked(t) + "." }

func through(t *engine.Turn) string { return " melalui " + asked(t) + "." }

// asked is who helps: the contact of the config, or the admin of the own OPD.
func asked(t *engine.Turn) string { return wording.Contact(t, "Admin OPD Anda") }

// askedCenter is who can give a code or part an account: the contact of the config, or the office itself.
func askedCenter(t *engine.Turn) string { return wording.Contact(t, flow.AdminSIIP.String()) }
