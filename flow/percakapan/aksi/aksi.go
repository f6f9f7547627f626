// Package aksi is the conversation about one aksi on one usulan: the question before it, the form for its reason, and the doing.
// Whether somebody may do it is asked of flow.Siklus at every tap. For many usulan at once there is borongan. A newcomer reads
// Conversation, then decide.
package aksi

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kabar"
	"siip-asn/flow/percakapan/kartu"
)

// Conversation is the aksi of an usulan that ask first. An aksi goes the same way for everybody: the button asks, "Ya, …"
// does it. What is asked stands on the button, and flow.Siklus judges both taps.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name: "aksi", Places: reasonForm.Places(), Doors: doors(),
		Leave: leave, Cancel: cancel, Lost: lost, Forget: forget,
	}
}

// doors are the button of each aksi that asks, and the "Ya, …" of its question.
func doors() []engine.Door {
	var list []engine.Door
	for _, a := range flow.Aksis {
		if _, asks := kartu.Questions[a]; !asks {
			continue
		}
		list = append(list,
			engine.Door{Word: kartu.AksiWord(a), Open: func(t *engine.Turn, o engine.Opening) { ask(t, a, o.Button) }},
			engine.Door{Word: "ya-" + kartu.AksiWord(a), Open: func(t *engine.Turn, o engine.Opening) { yes(t, a, o.Button) }})
	}
	return list
}

// yes does the aksi, or asks for its reason where one is needed.
func yes(t *engine.Turn, a flow.Aksi, b ui.Button) {
	if a == flow.Revisi || a == flow.Tolak {
		askAt(t, reasonForm.Ask, a, b)
		return
	}
	if u, row, ok := kartu.Judge(t, a, b); ok {
		decide(t, u, row, "")
	}
}

// ask puts the question in the place of the card.
func ask(t *engine.Turn, a flow.Aksi, b ui.Button) {
	if kartu.Questions[a].Reason {
		askAt(t, reasonForm.Question, a, b)
		return
	}
	u, _, ok := kartu.Judge(t, a, b)
	if !ok {
		return
	}
	t.Forget(u.ID)
	q := kartu.Questions[a]
	text := kartu.Brief(t, u).Plain(q.Text)
	if q.Hint != "" {
		text = text.Plain("\n", q.Hint)
	}
	kartu.Ask(t, u.ID)
	t.Do(dialog.Show{To: t.Me(), Slot: kartu.SlotOf(t, u), Screen: ui.Screen{
		Text: text,
		Rows: buttons.Rows(buttons.Row(q.Button(a, buttons.On(u, "", "ya-"+kartu.AksiWord(a))), buttons.Door("Batal", "kartu", uint64(u.ID)))),
	}})
}

// decide brings the usulan where the row leads, and shows what came of it.
func decide(t *engine.Turn, old flow.Usulan, row flow.Baris, keterangan string) {
	u := kabar.Change(t, old, row, keterangan, kabar.OneByOne)
	t.Answer(u.Status.Record().Toast)
	t.Forget(u.ID)
	if kartu.SlotOf(t, u) == ui.Dialog {
		t.Open("antrian/putus", engine.Opening{Button: ui.Button{ID: uint64(u.ID)}})
		kartu.Show(t, t.Me(), u, dialog.Quietly, dialog.Reply) // behind what he waits for
		return
	}
	kartu.Show(t, t.Me(), u, dialog.Here, dialog.Reply)
}
