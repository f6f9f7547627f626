package percakapan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// The queue shows what waits for an admin, one usulan at a time, oldest first. Its buttons are those of the card;
// whatever decides on the usulan that it shows brings the next one in its place.

// antrian is what waits for the person as an admin, oldest first. For an Admin OPD: what came in at his OPD. For an
// Admin SIIP-ASN: what was forwarded, and what came in where no Admin OPD could forward it. Never his own usulan.
func (t *turn) antrian() []flow.Waiting {
	var list []flow.Waiting
	if t.saya.AdminOPD {
		list = t.Waiting(t.saya.OPD, flow.Masuk)
	}
	if t.saya.AdminSIIP {
		list = append(list, t.Waiting(0, flow.Diteruskan)...)
		list = append(list, t.orphans()...)
	}
	list = slices.DeleteFunc(list, func(w flow.Waiting) bool {
		return w.Pegawai == t.saya.ID && !t.Aturan().VerifikasiSendiri
	})
	slices.SortFunc(list, inQueue)
	return slices.CompactFunc(list, func(a, b flow.Waiting) bool { return a.Usulan == b.Usulan })
}

// inQueue orders a queue: who has waited longest comes first.
func inQueue(a, b flow.Waiting) int {
	return cmp.Or(a.Sejak.Compare(b.Sejak), cmp.Compare(a.Usulan, b.Usulan))
}

// orphans came in where nobody of the OPD can forward them.
func (t *turn) orphans() []flow.Waiting {
	deputised := flow.Deputised(t)
	return slices.DeleteFunc(t.Waiting(0, flow.Masuk), func(w flow.Waiting) bool { return !deputised(w) })
}

// openAntrian begins the queue at its oldest usulan.
func (t *turn) openAntrian() {
	if t.may(paraAdmin, "Antrian") {
		t.s.Antrian = dialog.Antrian{}
		t.nextInAntrian()
	}
}

// behind lists what stands behind the usulan that the queue shows. That one is not among them, although it may wait anew
// since it was first shown.
func (t *turn) behind() []flow.Waiting {
	now := flow.Waiting{Usulan: t.s.Antrian.Usulan, Sejak: t.s.Antrian.Sejak}
	return slices.DeleteFunc(t.antrian(), func(w flow.Waiting) bool {
		return w.Usulan == now.Usulan || inQueue(w, now) <= 0
	})
}

// nextInAntrian shows what waits behind the usulan that was shown, or what has been done when nothing does.
func (t *turn) nextInAntrian() {
	list := t.behind()
	if len(list) == 0 {
		t.say(t.antrianEnd())
		return
	}
	t.showInAntrian(list[0])
}

func (t *turn) showInAntrian(w flow.Waiting) {
	u, _ := t.Usulan(w.Usulan)
	t.s.Antrian.Usulan, t.s.Antrian.Versi, t.s.Antrian.Sejak = u.ID, u.Versi, w.Sejak
	t.goTo(atAntrian)
}

// decidedInAntrian counts a decision on the usulan that the queue shows, and goes on.
func (t *turn) decidedInAntrian(u flow.Usulan) {
	t.s.Antrian = t.s.Antrian.Decided(u.Status)
	t.nextInAntrian()
}

// editsQueued tells whether the form is about the usulan that the queue shows: the queue waits for it.
func (t *turn) editsQueued() bool {
	return t.s.Form.Usulan != 0 && t.s.Form.Usulan == t.s.Antrian.Usulan
}

// backToAntrian shows the usulan that was edited, to be decided on now.
func (t *turn) backToAntrian(u flow.Usulan, note string) {
	t.s.Antrian.Versi, t.note = u.Versi, note
	t.goTo(atAntrian)
}

func antrianPlace() place {
	return place{
		only:   &paraAdmin,
		screen: (*turn).antrianScreen,
		taps: map[string]func(*turn, uint64){
			"lewati": func(t *turn, _ uint64) {
				t.s.Antrian.Lewat++
				t.nextInAntrian()
			},
			"semua": func(t *turn, _ uint64) {
				t.s.Daftar.Halaman = 0
				t.goTo(atAntrianDaftar)
			},
		},
	}
}

func (t *turn) antrianScreen() dialog.Screen {
	u, _ := t.Usulan(t.s.Antrian.Usulan)
	n := t.s.Antrian.Done() + 1
	head := dialog.Spans{}.Plain("📥 ").Bold(fmt.Sprintf("Antrian: %d dari %d", n, n+len(t.behind()))).Plain("\n\n")
	card := t.cardScreen(t.saya, u) // it may be gone, or out of sight, since it was shown
	return dialog.Screen{
		Text: append(head, card.Text...),
		Rows: append(card.Rows, rows(
			row(t.here("⏭ Lewati", "lewati", 0), t.here("📋 Daftar Antrian", "semua", 0)),
			toMenu())...),
	}
}

// antrianEnd says what was done in the queue.
func (t *turn) antrianEnd() dialog.Screen {
	a := t.s.Antrian
	text := dialog.Spans{}.Bold("Antrian").Plain("\n")
	if a.Done() == 0 {
		return dialog.Screen{Text: text.Plain(waitingLine(0)), Rows: rows(toMenu())}
	}
	var parts []string
	for _, h := range a.Putusan {
		parts = append(parts, fmt.Sprintf("%d %s", h.Jumlah, strings.ToLower(h.Status.Record().Selesai)))
	}
	if a.Lewat > 0 {
		parts = append(parts, fmt.Sprintf("%d dilewati", a.Lewat))
	}
	left := len(t.antrian())
	text = text.Plain("Antrian selesai: ", strings.Join(parts, ", "), ".\n", waitingLine(left))
	if left == 0 {
		return dialog.Screen{Text: text, Rows: rows(toMenu())}
	}
	return dialog.Screen{Text: text, Rows: rows(row(door("📥 Antrian", "antrian", 0)), toMenu())}
}
