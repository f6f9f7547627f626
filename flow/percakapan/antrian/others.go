package antrian

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
)

// An usulan can stand in the queues of several admins at once. It changes there as it does on the cards, so that nobody
// is offered a decision that another admin has made.

// refreshOthers changes the queues of others that show the usulan, without a ring.
func refreshOthers(t *engine.Turn, u flow.Usulan) {
	for _, p := range append(t.AdminOPD(u.OPD), t.AdminSIIP()...) {
		account, ok := t.AccountOf(p.ID)
		if !ok || account.Unreachable || account.ID == t.Me() {
			continue
		}
		if s := t.Session(account.ID); s.Place == atQueue && state.In(s).Usulan == u.ID {
			t.Do(dialog.Show{
				To: account.ID, Slot: ui.Dialog, Screen: screen(t.As(p, account)),
				Manner: dialog.Quietly, Lane: dialog.News,
			})
		}
	}
}
