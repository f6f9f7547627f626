package antrian

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/kabar"
	"siip-asn/flow/percakapan/queue"
)

// all opens the aksi over everything of the queue that stands in the status, by the rules of many usulan.
func all(aksi flow.Aksi, status flow.Status) func(*engine.Turn, engine.Opening) {
	return func(t *engine.Turn, _ engine.Opening) {
		if !t.May(engine.Admins, "Antrean") {
			return
		}
		var ids []flow.UsulanID
		for _, w := range queue.Waiting(t) {
			u, _ := t.Usulan(w.Usulan)
			if _, reason := flow.Judge(t.Aturan(), u, flow.Relation(t.Who, u), aksi, 0); u.Status == status && reason == flow.Boleh {
				ids = append(ids, u.ID)
			}
		}
		if len(ids) == 0 {
			t.Refuse("Tidak ada usulan " + status.String() + " yang menunggu Anda.")
			return
		}
		t.Open("borongan/mulai", engine.Opening{Button: ui.Button{ID: uint64(aksi)}, Usulan: ids})
	}
}

// handed brings the queue message up to date when other usulan wait for the person than before.
func handed(t *engine.Turn) {
	if t.Shown(t.Me(), kabar.SlotQueue) {
		t.Do(dialog.Show{To: t.Me(), Slot: kabar.SlotQueue, Screen: kabar.QueueScreen(t), Manner: dialog.Quietly, Lane: dialog.News})
	}
}
