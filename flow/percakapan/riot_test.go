package percakapan_test

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// mob is a stage on which everybody does anything. What several people do at the same time comes in one batch, as it
// does in one poll.
type mob struct {
	*stage
	law     *law
	order   []flow.AccountID
	buttons map[flow.AccountID][]post.Incoming // buttons that were shown to somebody some time ago
	batch   []post.Incoming
	calm    bool // who acts now wants something, and goes on to its end
}

func newMob(t *testing.T) *mob {
	l := &law{t: t}
	m := newMobWith(t, l.step)
	m.law = l
	return m
}

// newMobWith is a mob with something around the core.
func newMobWith(t *testing.T, step dialog.Step) *mob {
	m := &mob{law: &law{t: t}, buttons: map[flow.AccountID][]post.Incoming{}}
	m.stage = stageOf(t, shortLived(t), step)
	m.quiet = true
	for id := range m.names {
		m.order = append(m.order, id)
	}
	slices.Sort(m.order)
	for _, c := range cast[:len(cast)-1] { // the last one comes later, or never
		m.enter(m.people[c.name])
	}
	return m
}

// shortLived is a folder in memory where there is one: a disk that need not be waited for.
func shortLived(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "riot")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// run plays a script, two bytes for each event: the first says who goes on, in which mood, and whether what was done so
// far comes in; the second what is done.
func (m *mob) run(script []byte) {
	who := m.order[0]
	for i := 0; i+1 < len(script) && !m.t.Failed(); i += 2 {
		mood, what := int(script[i]), int(script[i+1])
		if mood%16 == 0 || mood == 255 { // people do some things one after the other
			who, m.calm = m.order[(mood/16+what)%len(m.order)], mood < 208
		}
		if m.calm {
			m.wants(who, what)
		} else {
			m.do(who, what)
		}
		if mood%8 < 2 {
			m.takeIn()
		}
		if mood%32 == 7 {
			m.goesOn()
		}
	}
	m.takeIn()
	m.judge()
	m.settleDown()
	m.judgeOffice()
	m.close()
}

// gather adds an event to the batch.
func (m *mob) gather(in post.Incoming) {
	m.update++
	m.now = m.now.Add(time.Minute)
	in.Update, in.Event.At = m.update, m.now
	if in.Tap == "" && in.Event.From != 0 {
		m.message++
		in.Message = m.message
	}
	if in.Tap != "" {
		in.Tap = fmt.Sprint(m.update)
	}
	m.batch = append(m.batch, in)
}

// takeIn lets the batch come in, and everybody see what comes of it. What the program itself does then comes in the next one.
func (m *mob) takeIn() {
	if len(m.batch) == 0 {
		return
	}
	m.law.figures.events += len(m.batch)
	batch := m.batch
	m.batch = nil
	if _, err := m.store.Apply(batch); err != nil {
		m.t.Fatal(err)
	}
	m.sendAll()
}

// sendAll does what the sender would, and settles all of it at once.
func (m *mob) sendAll() {
	tickets := m.pending()
	for _, ticket := range tickets {
		d, ready, err := m.store.Ready(ticket)
		if err != nil {
			m.t.Fatal(err)
		}
		if !ready {
			continue
		}
		receipt := post.Receipt{ID: d.ID, To: d.To, At: m.now}
		switch {
		case d.Show != nil:
			receipt.Slot, receipt.Held = d.Show.Slot, m.put(d)
			m.keep(d.To)
		case d.Check != nil:
			m.examine(*d.Check)
		}
		m.store.Note(receipt)
	}
	if err := m.store.Flush(); err != nil {
		m.t.Fatal(err)
	}
}

// keep remembers the buttons that somebody has before him, for later.
func (m *mob) keep(id flow.AccountID) {
	m.buttons[id] = append(m.buttons[id], m.visible(id)...)
	if list := m.buttons[id]; len(list) > 400 {
		m.buttons[id] = slices.Clone(list[len(list)-200:])
	}
}

// visible lists the buttons on the last screens of a chat.
func (m *mob) visible(id flow.AccountID) []post.Incoming {
	var list []post.Incoming
	messages := m.chatOf(id).messages
	for _, msg := range messages[max(0, len(messages)-1-m.message%2):] {
		for _, row := range msg.screen.Rows {
			for _, c := range row {
				if way := c.Button.Word; slices.Contains([]string{"keluar", "menu", "batal", "kembali"}, way) && (int(m.stage.update)+len(list))%4 > 0 {
					continue // not all of them turn back all the time
				}
				list = append(list, tapOn(id, msg.id, c.Button))
			}
		}
	}
	return list
}

func tapOn(id flow.AccountID, message int, b ui.Button) post.Incoming {
	return post.Incoming{Message: message, Tap: "q", Event: dialog.Event{From: id, Input: dialog.Tap{Button: b}}}
}

// judge reads the trail of every usulan beside the life cycle.
func (m *mob) judge() {
	err := m.store.Read(func(r *store.Reader) error {
		for id := flow.UsulanID(1); ; id++ {
			u, found := r.Usulan(id)
			if !found {
				return nil
			}
			m.judgeTrail(r, u)
		}
	})
	if err != nil {
		m.t.Error(err)
	}
}

// judgeTrail follows an usulan through its entries: each begins where the one before has led.
func (m *mob) judgeTrail(r *store.Reader, u flow.Usulan) {
	status := flow.Belum
	entries := r.History(u.ID)
	for _, e := range entries {
		if e.Dari != status && e.Aksi != flow.Impor {
			m.t.Errorf("usulan %d was %s: %+v", u.ID, status, e)
		}
		status = e.Ke
	}
	if status != u.Status {
		m.t.Errorf("usulan %d is %s, the trail says %s", u.ID, u.Status, status)
	}
}
