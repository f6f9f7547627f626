// Package antrian is the conversation in which an admin goes through what waits for him, one usulan at a time. It keeps no list: it
// knows which usulan is shown and since when that waits, and looks up what waits before and behind it, because colleagues decide
// meanwhile. What waits for whom is said by queue. A newcomer reads Conversation, then next.
package antrian

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kabar"
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
	Usulan   flow.UsulanID    `json:"usulan,omitempty"`   // the one that is shown
	Versi    uint64           `json:"versi,omitempty"`    // as it was shown
	Sejak    time.Time        `json:"sejak,omitzero"`     // its place in the queue
	Putusan  []tally          `json:"putusan,omitempty"`  // what was decided so far, in the order of the statuses that came of it
	Dilewati []flow.UsulanID  `json:"dilewati,omitempty"` // skipped; they count while they wait
	Hari     kalender.Tanggal `json:"hari,omitempty"`     // of the tally: a queue is gone through on one day, with whatever comes between
}

var state = engine.State[progress]{Key: "antrian"}

// decisions counts what was decided.
func (a progress) decisions() int {
	n := 0
	for _, h := range a.Putusan {
		n += h.Jumlah
	}
	return n
}

// skipped counts those of the list that were skipped.
func (a progress) skipped(list []giliran.Waiting) int {
	n := 0
	for _, w := range list {
		if slices.Contains(a.Dilewati, w.Usulan) {
			n++
		}
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
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "antrian",
		Places: []engine.Place{queuePlace(), listPlace()},
		Doors: []engine.Door{
			engine.Opens("antrian", open),
			{Word: "antrian/putus", Inner: true, Open: func(t *engine.Turn, _ engine.Opening) { next(t) }},
			{Word: "teruskan-semua", Open: all(flow.Teruskan, flow.Masuk)},
			{Word: "setujui-semua", Open: all(flow.Setujui, flow.Diteruskan)},
			{Word: "antrian/kembali", Inner: true, Open: backAfterEdit},
		},
		Commands: []engine.BotCommand{{Name: "antrian", About: "Usulan yang menunggu saya", Rank: 3, For: engine.Admins, Run: open}},
		Showing: func(t *engine.Turn, id flow.UsulanID) (dialog.PlaceName, bool) {
			return atQueue, state.Get(t).Usulan == id
		},
		Leave: func(t *engine.Turn, where engine.Going) {
			now := state.Get(t)
			if now.Usulan != 0 && where.Slot == ui.Dialog && !where.Aside && (where.Lost || !t.Drafts(now.Usulan)) {
				state.Edit(t).put(0, 0, time.Time{})
			}
		},
		Lost: func(t *engine.Turn) bool {
			id := state.Get(t).Usulan
			return id != 0 && !kartu.Sees(t, id)
		},
		Changed: func(t *engine.Turn, u flow.Usulan) {
			count(t, u)
			refreshOthers(t, u)
		},
		Handed: handed,
	}
}

// open begins the queue at its oldest usulan. The tally goes on, whatever came between: it ends with the queue or the day.
func open(t *engine.Turn) {
	if !t.May(engine.Admins, "Antrean") {
		return
	}
	kabar.Opened(t)
	now := state.Edit(t)
	now.put(0, 0, time.Time{})
	if now.Hari != t.Today() {
		*now = progress{Hari: t.Today()}
	}
	next(t)
}

// put notes which usulan the queue shows.
func (a *progress) put(id flow.UsulanID, versi uint64, since time.Time) {
	a.Usulan, a.Versi, a.Sejak = id, versi, since
}

// place is the queue as seen from the usulan that it shows.
type place struct {
	waits          bool // that one still waits
	before, behind []giliran.Waiting
}

// placeOf splits the queue at the usulan that is shown, by since when that has waited when it was first shown. The shown one is in
// neither part, also when it waits anew since then.
func placeOf(t *engine.Turn) place {
	now := giliran.Waiting{Usulan: state.Get(t).Usulan, Sejak: state.Get(t).Sejak}
	var p place
	for _, w := range queue.Waiting(t) {
		switch {
		case w.Usulan == now.Usulan:
			p.waits = true
		case giliran.InQueue(w, now) > 0:
			p.behind = append(p.behind, w)
		default:
			p.before = append(p.before, w)
		}
	}
	return p
}

// next shows what waits behind the usulan that was shown, or what has been done when nothing does.
func next(t *engine.Turn) {
	list := placeOf(t).behind
	if len(list) == 0 {
		t.Say(end(t))
		return
	}
	show(t, list[0])
}

func show(t *engine.Turn, w giliran.Waiting) {
	u, _ := t.Usulan(w.Usulan)
	now := state.Edit(t)
	now.put(u.ID, u.Versi, w.Sejak)
	now.Hari = t.Today()
	t.Go(atQueue)
}

// backAfterEdit shows the usulan that was edited, to be decided on now.
func backAfterEdit(t *engine.Turn, o engine.Opening) {
	state.Edit(t).Versi, t.Note = o.Versi, o.Note
	t.Go(atQueue)
}

func queuePlace() engine.Place {
	return engine.Place{Name: atQueue,
		Only:   &engine.Admins,
		Screen: screen,
		Taps: engine.Taps{
			"lewati": engine.Does(skip),
			"semua": func(t *engine.Turn, _ uint64) {
				look.Clear(t)
				state.Edit(t).put(0, 0, time.Time{})
				t.Go(atList)
			},
		},
	}
}

// skip goes on without a decision. What a colleague decides, before or after, was not skipped: it waits no longer.
func skip(t *engine.Turn) {
	a := state.Edit(t)
	if !slices.Contains(a.Dilewati, a.Usulan) {
		a.Dilewati = append(slices.Clone(a.Dilewati), a.Usulan)
	}
	next(t)
}

func screen(t *engine.Turn) ui.Screen {
	u, _ := t.Usulan(state.Get(t).Usulan)
	card := kartu.Screen(t, t.Who, u) // it may be gone, or out of sight, since it was shown
	return ui.Screen{
		Text: below(t, card.Text),
		Rows: buttons.Join(card.Rows, buttons.Rows(
			buttons.Row(buttons.Here(t, "Lewati", "lewati", 0), buttons.Here(t, "Daftar Antrean", "semua", 0)),
			allRow(t, u), buttons.ToMenu())),
	}
}

// cardLines is how many lines a card has at most.
const cardLines = 14

// below adds to a card where in the queue it stands, and the note that a place has above its screen: the first lines of a
// card are its status, and whose turn it is. The longest card has room for one line only.
func below(t *engine.Turn, card ui.Spans) ui.Spans {
	between := "\n"
	if card.Lines() >= cardLines {
		between = " · "
	}
	card = card.Plain("\n", placeWords(state.Get(t), placeOf(t)))
	if t.Note != "" {
		card = card.Plain(between, t.Note)
		t.Note = ""
	}
	return card
}

// placeWords says where in the queue the shown usulan stands; of one that waits no longer, how many do.
func placeWords(a progress, p place) string {
	if !p.waits {
		return "📥 " + queue.WaitingLine(len(p.before)+len(p.behind))
	}
	n := a.decisions() + a.skipped(p.before) + 1
	return fmt.Sprintf("📥 Antrean: %d dari %d", n, n+len(p.behind))
}

// allRow offers the one aksi over all that waits as the shown one does, when there is more than that.
func allRow(t *engine.Turn, u flow.Usulan) []ui.Choice {
	aksi, one := map[flow.Status]flow.Aksi{flow.Masuk: flow.Teruskan, flow.Diteruskan: flow.Setujui}[u.Status]
	n := 0
	for _, w := range queue.Waiting(t) {
		if other, _ := t.Usulan(w.Usulan); other.Status == u.Status {
			n++
		}
	}
	if !one || n < 2 {
		return nil
	}
	return buttons.Row(buttons.Door(fmt.Sprintf("%s semua (%d)", kartu.AksiLabel(aksi), n), kartu.AksiWord(aksi)+"-semua", 0))
}

// end says what was done in the queue.
func end(t *engine.Turn) ui.Screen {
	a := state.Get(t)
	state.Clear(t)
	waiting := queue.Waiting(t)
	left := len(waiting)
	text := ui.Spans{}.Plain("📥 Antrean\n")
	if words := a.words(waiting); words != "" {
		text = text.Plain("Antrean selesai: ", words, ".\n")
	}
	text = text.Plain(queue.WaitingLine(left))
	if left == 0 {
		return ui.Screen{Text: text, Rows: buttons.Rows(buttons.ToMenu())}
	}
	return ui.Screen{Text: text, Rows: buttons.Rows(buttons.Row(buttons.Door("📥 Antrean", "antrian", 0), buttons.Menu()))}
}

// words is the tally in words; empty when nothing was decided or skipped.
func (a progress) words(waiting []giliran.Waiting) string {
	var parts []string
	for _, h := range a.Putusan {
		parts = append(parts, fmt.Sprintf("%d %s", h.Jumlah, strings.ToLower(h.Status.Record().Selesai)))
	}
	if n := a.skipped(waiting); n > 0 {
		parts = append(parts, fmt.Sprintf("%d dilewati", n))
	}
	return strings.Join(parts, ", ")
}
