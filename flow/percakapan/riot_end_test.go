package percakapan_test

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/identitas"
	"siip-asn/flow/percakapan/kabar"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// What must be true when everything that goes on by itself has come to its end, whoever was moved, released, blocked or
// sent away meanwhile, and however.

// settleDown lets all work that is not through come to its end, and everybody see what comes of it.
func (m *mob) settleDown() {
	for range 2000 {
		m.takeIn()
		chats, err := m.store.Unfinished()
		if err != nil {
			m.t.Fatal(err)
		}
		if len(chats) == 0 {
			return
		}
		for _, chat := range chats {
			m.gather(post.Incoming{Event: dialog.Event{From: chat, Input: dialog.Continue{}}})
		}
	}
	m.t.Error("the work never ends")
}

// judgeOffice looks at the office and at every chat.
func (m *mob) judgeOffice() {
	err := m.store.Read(func(r *store.Reader) error {
		if list := r.Peralihan(1); len(list) > 0 {
			m.t.Errorf("a handover was never told: %+v", list)
		}
		for id := range m.chats {
			m.judgeChat(r, id)
		}
		for _, status := range []flow.Status{flow.Masuk, flow.Diteruskan} {
			for _, w := range r.Waiting(0, status) {
				m.judgeWaiting(r, w)
			}
		}
		return nil
	})
	if err != nil {
		m.t.Error(err)
	}
}

// judgeWaiting: whoever has to act on an usulan was shown it, by its card or in his queue; his own queue screen and menu
// count too, which every other step redraws.
func (m *mob) judgeWaiting(r *store.Reader, w giliran.Waiting) {
	u, _ := r.Usulan(w.Usulan)
	for _, p := range giliran.WaitsFor(r, u).Orang {
		account, _ := r.AccountOf(p.ID)
		card := slices.Contains(r.Viewers(u.ID), account.ID)
		if !card && !r.Shown(account.ID, kabar.SlotQueue) && !r.Shown(account.ID, ui.Dialog) {
			m.t.Errorf("usulan %d waits with %s, who was never told", u.ID, p.Nama)
		}
	}
}

// judgeChat: nobody has before him what he may not see now, nor a menu of commands that is not his. Who has blocked the bot
// keeps what he had.
func (m *mob) judgeChat(r *store.Reader, id flow.AccountID) {
	account := r.Account(id)
	viewer, _ := r.Pegawai(account.Pegawai)
	if account.Unreachable || id < 0 {
		return
	}
	if viewer.ID != 0 && account.Menu != viewer.PeranWords() {
		m.t.Errorf("%s has the menu of %q, is %q", viewer.Nama, account.Menu, viewer.PeranWords())
	}
	if viewer.ID != 0 && !viewer.Aktif() {
		m.t.Errorf("%s has left and is bound", viewer.Nama)
	}
	c := &court{law: m.law, Reader: r, actor: viewer}
	for _, msg := range m.chats[id].messages {
		text := msg.screen.Text.String()
		for _, nip := range nipPattern.FindAllString(text, -1) {
			if p, known := r.PegawaiByNIP(identitas.NIP(nip)); known && !c.mayKnow(viewer, p) {
				m.t.Errorf("%s (%d) still has the NIP of %s before him:\n%s", or(viewer.Nama, "nobody"), id, p.Nama, drawing(msg.screen))
			}
		}
	}
}
