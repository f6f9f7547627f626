// Package antrian is the conversation of the queue.
package antrian

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/queue"
)

// The places.
const (
	atQueue dialog.PlaceName = "antrian"
	atList  dialog.PlaceName = "antrian/daftar"
)

// progress is the queue as one person goes through it.
type progress struct {
	Usulan  flow.UsulanID `json:"usulan,omitempty"`  // the one that is shown
	Versi   uint64        `json:"versi,omitempty"`   // as it was shown
	Sejak   time.Time     `json:"sejak,omitzero"`    // its place in the queue
	Putusan []tally       `json:"putusan,omitempty"` // what was decided so far, in the order of the statuses that came of it
	Lewat   int           `json:"lewat,omitempty"`   // skipped
}

var state = dialog.State[progress]{Key: "antrian"}

// done counts what lies behind.
func (a progress) done() int {
	n := a.Lewat
	for _, h := range a.Putusan {
		n += h.Jumlah
	}
	return n
}

// tally counts the decisions that brought an usulan into the status.
type tally struct {
	Status flow.Status `json:"status"`
	Jumlah int         `json:"jumlah"`
}

// count counts one decision more.
func (a *progress) count(s flow.Status) {
	a.Putusan = slices.Clone(a.Putusan)
	i, found := slices.BinarySearchFunc(a.Putusan, s, func(p tally, s flow.Status) int { return cmp.Compare(p.Status, s) })
	if !found {
		a.Putusan = slices.Insert(a.Putusan, i, tally{Status: s})
	}
	a.Putusan[i].Jumlah++
}

// Conversation is the queue: what waits for an admin, one usulan at a time, oldest first. Its buttons are those of the card;
// whatever decides on the usulan that it shows brings the next one in its place.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name:   "antrian",
		Places: []dialog.Place{queuePlace(), listPlace()},
		Doors: []dialog.Door{
			dialog.Opens("antrian", open),
			{Word: "antrian/putus", Inner: true, Open: decided},
			{Word: "teruskan-semua", Open: all(flow.Teruskan, flow.Masuk)},
			{Word: "setujui-semua", Open: all(flow.Setujui, flow.Diteruskan)},
			{Word: "antrian/kembali", Inner: true, Open: backAfterEdit},
		},
		Commands: []dialog.BotCommand{{Name: "antrian", About: "Usulan yang menunggu saya", Rank: 3, For: dialog.Admins, Run: open}},
		Showing: func(t *dialog.Turn, id flow.UsulanID) (dialog.PlaceName, bool) {
			return atQueue, state.Get(t).Usulan == id
		},
		Leave: func(t *dialog.Turn, where dialog.Going) {
			now := state.Get(t)
			if (now.Usulan != 0 || now.done() > 0) && where.Slot == dialog.Dialog && !where.Aside && (where.Lost || !t.Drafts(now.Usulan)) {
				state.Clear(t)
			}
		},
		Lost: func(t *dialog.Turn) bool {
			id := state.Get(t).Usulan
			return id != 0 && !kartu.Sees(t, id)
		},
		Changed: refreshOthers,
		Handed:  handed,
	}
}

// open begins the queue at its oldest usulan.
func open(t *dialog.Turn) {
	if t.May(dialog.Admins, "Antrian") {
		state.Clear(t)
		next(t)
	}
}

// behind lists what stands behind the usulan that the queue shows. That one is not among them, although it may wait anew
// since it was first shown.
func behind(t *dialog.Turn) []flow.Waiting {
	now := flow.Waiting{Usulan: state.Get(t).Usulan, Sejak: state.Get(t).Sejak}
	return slices.DeleteFunc(queue.Waiting(t), func(w flow.Waiting) bool {
		return w.Usulan == now.Usulan || dialog.InQueue(w, now) <= 0
	})
}

// next shows what waits behind the usulan that was shown, or what has been done when nothing does.
func next(t *dialog.Turn) {
	list := behind(t)
	if len(list) == 0 {
		t.Say(end(t))
		return
	}
	show(t, list[0])
}

func show(t *dialog.Turn, w flow.Waiting) {
	u, _ := t.Usulan(w.Usulan)
	now := state.Edit(t)
	now.Usulan, now.Versi, now.Sejak = u.ID, u.Versi, w.Sejak
	t.Go(atQueue)
}

// decided counts a decision on the usulan that the queue shows, and goes on.
func decided(t *dialog.Turn, o dialog.Opening) {
	u, _ := t.Usulan(flow.UsulanID(o.ID))
	state.Edit(t).count(u.Status)
	next(t)
}

// backAfterEdit shows the usulan that was edited, to be decided on now.
func backAfterEdit(t *dialog.Turn, o dialog.Opening) {
	state.Edit(t).Versi, t.Note = o.Versi, o.Note
	t.Go(atQueue)
}

func queuePlace() dialog.Place {
	return dialog.Place{Name: atQueue,
		Only:   &dialog.Admins,
		Screen: screen,
		Taps: dialog.Taps{
			"lewati": func(t *dialog.Turn, _ uint64) {
				state.Edit(t).Lewat++
				next(t)
			},
			"semua": func(t *dialog.Turn, _ uint64) {
				state.Clear(t)
				look.Clear(t)
				t.Go(atList)
			},
		},
	}
}

func screen(t *dialog.Turn) dialog.Screen {
	u, _ := t.Usulan(state.Get(t).Usulan)
	n := state.Get(t).done() + 1
	head := dialog.Spans{}.Plain("📥 ").Bold(fmt.Sprintf("Antrian: %d dari %d", n, n+len(behind(t)))).Plain("\n\n")
	card := kartu.Screen(t, t.Who, u) // it may be gone, or out of sight, since it was shown
	return dialog.Screen{
		Text: append(head, card.Text...),
		Rows: append(card.Rows, buttons.Rows(
			buttons.Row(buttons.Here(t, "⏭ Lewati", "lewati", 0), buttons.Here(t, "📋 Daftar Antrian", "semua", 0)),
			buttons.ToMenu())...),
	}
}

// end says what was done in the queue.
func end(t *dialog.Turn) dialog.Screen {
	a := state.Get(t)
	text := dialog.Spans{}.Bold("Antrian").Plain("\n")
	if a.done() == 0 {
		return dialog.Screen{Text: text.Plain(queue.WaitingLine(0)), Rows: buttons.Rows(buttons.ToMenu())}
	}
	var parts []string
	for _, h := range a.Putusan {
		parts = append(parts, fmt.Sprintf("%d %s", h.Jumlah, strings.ToLower(h.Status.Record().Selesai)))
	}
	if a.Lewat > 0 {
		parts = append(parts, fmt.Sprintf("%d dilewati", a.Lewat))
	}
	left := len(queue.Waiting(t))
	text = text.Plain("Antrian selesai: ", strings.Join(parts, ", "), ".\n", queue.WaitingLine(left))
	if left == 0 {
		return dialog.Screen{Text: text, Rows: buttons.Rows(buttons.ToMenu())}
	}
	return dialog.Screen{Text: text, Rows: buttons.Rows(buttons.Row(buttons.Door("📥 Antrian", "antrian", 0)), buttons.ToMenu())}
}
