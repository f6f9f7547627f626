package percakapan

import (
	"slices"

	"siip-asn/flow"
)

// mengapa explains each aksi of the usulan that the person's roles have but that is not offered now, and what to do.
func (t *turn) mengapa(b flow.Button) {
	u, _, ok := t.judge(flow.History, flow.Button{ID: b.ID})
	if !ok {
		return
	}
	text := flow.Spans{}.Bold("Mengapa tidak bisa?").Plain("\n", t.cardTitle(u), " · ", t.title(u), "\n\n")
	for _, a := range t.closedAksi(u) {
		_, reason := flow.Judge(t.Aturan(), u, flow.Relation(t.saya, u), a, 0)
		text = text.Plain("• ").Bold(a.String()).Plain(": ", t.why(reason, a, u), "\n")
	}
	t.do(flow.Show{To: t.me(), Slot: t.slotOf(u), Screen: flow.Screen{
		Text: text.Plain("\n", t.holderLine(u), "."),
		Rows: rows(row(door("⬅️ Kembali", "kartu", uint64(u.ID)))),
	}})
}

// closedAksi are the aksi of the person's roles that are closed now.
func (t *turn) closedAksi(u flow.Usulan) []flow.Aksi {
	return slices.DeleteFunc(slices.Clone(flow.Aksis), func(aksi flow.Aksi) bool {
		_, reason := flow.Judge(t.Aturan(), u, flow.Relation(t.saya, u), aksi, 0)
		return aksi == flow.Simpan || reason != flow.StatusTutup && reason != flow.UsulanSendiri
	})
}

// wonders tells whether somebody may look in vain for a button: the usulan cannot be changed by him now, or it is his
// own.
func wonders(a flow.Aturan, u flow.Usulan, roles []flow.Peran, may []flow.Aksi) bool {
	_, reason := flow.Judge(a, u, roles, flow.Teruskan, 0)
	return !slices.Contains(may, flow.Edit) || reason == flow.UsulanSendiri
}
