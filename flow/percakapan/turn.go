package percakapan

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// turn is one step in the making: the event, the session as it changes, and the effects as they gather.
type turn struct {
	dialog.Reader
	e       dialog.Event
	s       dialog.Session
	akun    flow.Account
	saya    flow.Pegawai  // who has done it; the zero Pegawai for somebody not bound
	note    string        // stands above the next screen of a place
	manner  dialog.Manner // how that screen comes
	effects []dialog.Effect
}

// Step takes what somebody did and where they were, and says where they are now and what must happen.
func Step(r dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	t := &turn{Reader: r, e: e, s: s}
	switch {
	case e.Group != 0:
		t.group()
	case e.From == 0:
		t.clockwork()
	default:
		t.meet()
		t.route()
	}
	return t.s, t.effects, nil
}

// meet finds out who is there. Somebody who writes can be reached again.
func (t *turn) meet() {
	t.akun = t.Account(t.e.From)
	t.akun.ID = t.e.From
	if t.akun.Pegawai != 0 {
		t.saya, _ = t.Pegawai(t.akun.Pegawai)
	}
	switch t.e.Input.(type) {
	case dialog.Blocked, dialog.Continue, dialog.Examined: // the person has not written
		return
	}
	if t.akun.Hilang {
		t.welcomeBack()
	}
	t.keepMenu()
	t.letGo()
}

// letGo drops what somebody had in hand in a role that he has no longer, or about an usulan that is gone, and says so.
func (t *turn) letGo() {
	f, a := t.s.Form, t.s.Alasan.Usulan
	q := t.s.Antrian.Usulan
	others := f.Begun() && f.Pegawai != t.saya.ID && !t.saya.AdminSIIP && t.gone(f.Usulan)
	if others || a != 0 && t.gone(a) || q != 0 && !t.sees(q) {
		t.leave(dialog.Dialog)
		t.s.Form, t.s.Antrian = dialog.Form{}, dialog.Antrian{}
		t.s.Place, t.s.Slot = atMenu, ""
		t.note = "⚠️ Isian tadi ditutup karena usulannya tidak lagi dapat Anda proses."
	}
}

// gone tells whether there is nothing for the person to do with the usulan any more.
func (t *turn) gone(id flow.UsulanID) bool {
	u, _ := t.Usulan(id)
	return !t.sees(id) || u.Status == flow.Dihapus
}

// keepMenu sets the menu of commands anew when the roles of the person have changed since it was set.
func (t *turn) keepMenu() {
	roles := t.saya.PeranWords()
	if !t.bound() || t.akun.Menu == roles {
		return
	}
	t.akun.Menu = roles
	t.do(dialog.SaveAccount{Account: t.akun}, dialog.SetCommands{To: t.me(), Commands: menuFor(t.saya)})
}

func (t *turn) route() {
	switch in := t.e.Input.(type) {
	case dialog.Blocked:
		t.blocked(in)
	case dialog.Command:
		t.command(in)
	case dialog.Tap:
		t.tap(in)
	case dialog.Text:
		t.typed(in.Body)
	case dialog.Contact:
		t.contact(in)
	case dialog.File:
		t.file(in)
	case dialog.Examined:
		t.examined(in)
	case dialog.Continue:
		t.goOn()
	case dialog.Edited:
		t.again("Pesan yang diubah tidak dibaca ulang. Silakan kirim pesan baru bila perlu.")
	default:
		t.again("Mohon maaf, bot ini hanya membaca teks. Silakan gunakan tombol di bawah.")
	}
}

// bound tells whether the account belongs to a pegawai.
func (t *turn) bound() bool { return t.saya.ID != 0 }

func (t *turn) do(effects ...dialog.Effect) { t.effects = append(t.effects, effects...) }

func (t *turn) tapped() bool {
	_, is := t.e.Input.(dialog.Tap)
	return is
}

// answer is what the tapped button says, for a moment.
func (t *turn) answer(text string) {
	if t.tapped() {
		t.do(dialog.Answer{Text: text})
	}
}

// refuse says why not: over the screen where something was tapped, else as a message.
func (t *turn) refuse(why string) {
	if t.tapped() {
		t.do(dialog.Answer{Text: flow.Clip(why, dialog.ToastMax), Alert: true})
		return
	}
	t.again(why)
}

// now is the time of the event, in the zone of the office.
func (t *turn) now() time.Time { return t.e.At.In(t.Aturan().Zona) }

func (t *turn) today() flow.Tanggal { return flow.TanggalOf(t.now()) }

// me is the account that did it.
func (t *turn) me() flow.AccountID { return t.e.From }
