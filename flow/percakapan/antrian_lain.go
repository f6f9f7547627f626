package percakapan

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// An usulan can stand in the queues of several admins at once. It changes there as it does on the cards, so that nobody
// is offered a decision that another admin has made.

// refreshQueues changes the queues of others that show the usulan, without a ring.
func (t *turn) refreshQueues(u flow.Usulan) {
	for _, p := range append(t.AdminOPD(u.OPD), t.AdminSIIP()...) {
		account, ok := t.AccountOf(p.ID)
		if !ok || account.Hilang || account.ID == t.me() {
			continue
		}
		if s := t.Session(account.ID); s.Place == atAntrian && s.Antrian.Usulan == u.ID {
			t.do(dialog.Show{
				To: account.ID, Slot: dialog.Dialog, Screen: t.as(p, account, s).antrianScreen(),
				Manner: dialog.Quietly, Lane: dialog.News,
			})
		}
	}
}

// as is the turn of somebody else, to draw what he sees when this step is over. Where he is does not change.
func (t *turn) as(p flow.Pegawai, account flow.Account, s dialog.Session) *turn {
	return &turn{Reader: t, e: dialog.Event{At: t.e.At, From: account.ID}, s: s, akun: account, saya: p}
}
