package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// Login binds a Telegram account to a pegawai, once. Two proofs, either is enough: an activation code, or the number
// that Telegram itself says is the sender's own. Then the person confirms who was found.

func loginPlace() place { return place{screen: (*turn).loginScreen} }

func (t *turn) loginScreen() dialog.Screen {
	return dialog.Screen{
		Text: dialog.Spans{}.
			Bold("Selamat datang di SIIP-ASN ", t.Aturan().Instansi).Plain("\n",
			"Sistem Informasi Individual Planning Aparatur Sipil Negara\n\n",
			"Akun Telegram ini belum terhubung dengan data pegawai. Silakan pilih salah satu cara:\n\n",
			"1. Ketik ").Bold("kode aktivasi").Plain(" yang Anda terima, atau buka tautannya.\n",
			"2. Tekan ").Bold("Kirim Nomor HP").Plain(" di bawah, bila nomor Anda sudah tercatat di data pegawai.\n\n",
			"Bot ini tidak pernah meminta kata sandi."),
		Keyboard: dialog.Keyboard{Contact: "📱 Kirim Nomor HP"},
	}
}

// knock is a command of somebody who is not bound: only a code lets him in.
func (t *turn) knock(in dialog.Command) {
	switch {
	case in.Name == "start" && in.Argument != "":
		t.code(in.Argument)
	case in.Name == "batal":
		t.s.Login = dialog.Login{}
		t.goTo(atLogin)
	default:
		t.goTo(atLogin)
	}
}

// code reads a text, or what a link carries, of somebody who is not bound: a code in whatever holds it. Only what has the
// form of a code counts as an attempt; anything else is answered for what it is.
func (t *turn) code(body string) {
	kodes := flow.FindKode(body)
	found, ok := t.aktivasiAmong(kodes)
	switch {
	case len(kodes) == 0:
		t.notKode(body)
	case t.doorClosed():
	case !ok:
		t.wrongCode()
	case !t.e.At.Before(found.Sampai):
		t.again("Kode aktivasi ini sudah kedaluwarsa. Silakan minta kode baru kepada Admin SIIP-ASN.")
	default:
		t.confirm(dialog.Login{Pegawai: found.Pegawai, Hash: found.Hash})
	}
}

// aktivasiAmong looks the candidates for a code up, and finds the first that was given out.
func (t *turn) aktivasiAmong(kodes []string) (flow.Aktivasi, bool) {
	for _, kode := range kodes {
		if a, ok := t.Aktivasi(flow.HashKode(kode)); ok {
			return a, true
		}
	}
	return flow.Aktivasi{}, false
}

// notKode answers what can be no code.
func (t *turn) notKode(body string) {
	_, err := flow.ParseNIP(body)
	_, phone := flow.ParseHP(body)
	switch {
	case t.s.Place == atYakin:
		t.again("Silakan tekan Ya, ini saya bila datanya benar, atau Batal bila bukan.")
	case err == nil:
		t.again("NIP saja belum cukup. Mohon tekan Kirim Nomor HP, atau ketik kode aktivasi yang Anda terima.")
	case phone:
		t.again("Nomor yang diketik tidak dapat dipakai. Mohon tekan tombol Kirim Nomor HP di bawah.")
	default:
		t.again("Mohon hubungkan akun Anda dahulu.")
	}
}

func (t *turn) wrongCode() {
	t.akun = t.akun.Wrong(t.e.At)
	t.do(dialog.SaveAccount{Account: t.akun})
	if t.doorClosed() {
		return
	}
	t.again(fmt.Sprintf("Kode aktivasi tidak dikenal. Mohon periksa lagi. Sisa percobaan: %d.", flow.SalahMax-t.akun.Salah))
}

// doorClosed tells whether the door is closed, and says until when.
func (t *turn) doorClosed() bool {
	if !t.akun.Closed(t.e.At) {
		return false
	}
	until := t.akun.Tutup.In(t.Aturan().Zona).Format("15.04 MST")
	t.again("Terlalu banyak kode yang salah. Silakan coba lagi setelah pukul " + until + ".")
	return true
}

// contact looks for the pegawai of a phone number.
func (t *turn) contact(in dialog.Contact) {
	if t.bound() {
		t.again("Akun ini sudah terhubung. Nomor tadi tidak disimpan.")
		return
	}
	if t.doorClosed() {
		return
	}
	if !in.Own {
		t.again("Itu bukan nomor akun Telegram Anda sendiri. Mohon tekan tombol Kirim Nomor HP di bawah.")
		return
	}
	t.findByPhone(in.Phone)
}

func (t *turn) findByPhone(phone string) {
	hp, _ := flow.ParseHP(phone)
	switch found := t.PegawaiByHP(hp); len(found) {
	case 0:
		t.again("Nomor HP Anda belum tercatat di data pegawai. Silakan gunakan kode aktivasi, atau hubungi Admin OPD Anda.")
	case 1:
		t.confirm(dialog.Login{Pegawai: found[0].ID, HP: hp})
	default:
		t.again("Nomor HP Anda tercatat untuk lebih dari satu pegawai. Silakan gunakan kode aktivasi.")
	}
}
