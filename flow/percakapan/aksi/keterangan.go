package aksi

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/keterangan"
)

// reason is the reason for a Revisi or Tolak of one usulan in the making. It stands where the card stood.
var reason = engine.State[keterangan.Reason]{Key: "alasan"}

// atList is the place of the list, to which one comes back from a question about one of its rows.
const atList dialog.PlaceName = "daftar"

// from is the list when the question was asked there; else empty, which is the menu.
var from = engine.State[dialog.PlaceName]{Key: "alasan/dari"}

// reasonForm asks for it.
var reasonForm = keterangan.Form{
	Question: "keterangan/tanya", Ask: "keterangan", Sure: "keterangan/yakin", Reason: reason,
	Head: func(t *engine.Turn) ui.Spans {
		u, _ := t.Usulan(reason.Get(t).Usulan)
		return kartu.Brief(t, u)
	},
	Yes: func(t *engine.Turn) (ui.Choice, bool) {
		r := reason.Get(t)
		u, _ := t.Usulan(r.Usulan)
		_, why := flow.Judge(t.Aturan(), u, flow.Relation(t.Who, u), r.Aksi, r.Versi)
		return buttons.On(u, "", "ya-"+kartu.AksiWord(r.Aksi)), why == flow.Boleh
	},
	Save: saveReason,
	Drop: func(t *engine.Turn) {
		t.Answer("Dibatalkan. Tidak ada yang diubah.")
		t.Open("kartu", engine.Opening{Button: ui.Button{ID: uint64(reason.Get(t).Usulan)}})
	},
}

// askAt opens a place of the form about the usulan of the button.
func askAt(t *engine.Turn, p dialog.PlaceName, a flow.Aksi, b ui.Button) {
	u, _, ok := kartu.Judge(t, a, b)
	if !ok {
		return
	}
	if other := reason.Get(t).Usulan; other != u.ID {
		kartu.Update(t, other, dialog.Quietly)
	}
	reason.Set(t, keterangan.Reason{Usulan: u.ID, Versi: u.Versi, Aksi: a})
	if t.Place() == atList {
		from.Set(t, atList)
	}
	t.GoIn(p, kartu.SlotOf(t, u))
}

func saveReason(t *engine.Turn) {
	a := reason.Get(t)
	u, row, ok := kartu.Judge(t, a.Aksi, ui.Button{ID: uint64(a.Usulan), Versi: a.Versi})
	if !ok {
		t.Forget(a.Usulan)
		return
	}
	if a.Keterangan != "" {
		t.Do(dialog.CountKeterangan{Scope: kartu.Scope(t), Aksi: a.Aksi, Keterangan: a.Keterangan})
	}
	decide(t, u, row, a.Keterangan)
}

// forget ends the form for the reason, if it is about this usulan: what is typed now is no keterangan any more. The list
// from which it was asked goes on.
func forget(t *engine.Turn, id flow.UsulanID) {
	if reason.Get(t).Usulan != id {
		return
	}
	reason.Clear(t)
	t.Move(from.Get(t))
	from.Clear(t)
	t.Refresh(atList)
}

// leave puts the card back where a question about it stood, when the person goes elsewhere.
func leave(t *engine.Turn, where engine.Going) {
	if u := reason.Get(t).Usulan; u != 0 && t.Slot() != where.Slot {
		kartu.Update(t, u, dialog.Quietly)
	}
	if reason.Get(t) != (keterangan.Reason{}) {
		reason.Clear(t)
		from.Clear(t)
	}
}

// lost tells whether the usulan of the reason is gone; older versions kept the reason for many here.
func lost(t *engine.Turn) bool {
	u := reason.Get(t).Usulan
	asking := slices.Contains([]dialog.PlaceName{reasonForm.Question, reasonForm.Ask, reasonForm.Sure}, t.Place())
	return u != 0 && kartu.Gone(t, u) || asking && u == 0
}

// cancel takes the question about an usulan away.
func cancel(t *engine.Turn) (busy bool, back dialog.PlaceName) {
	u := kartu.Asked(t)
	if u == 0 {
		return false, ""
	}
	kartu.Update(t, u, dialog.Quietly)
	kartu.Ask(t, 0)
	return true, ""
}
