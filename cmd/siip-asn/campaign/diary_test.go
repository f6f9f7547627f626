package campaign

import (
	"slices"
	"strings"
	"sync"
	"time"

	"siip-asn/bot/simulator"
)

// diary is everything that the people of a town were ever shown, in order, also what is gone from their chats by now.
type diary struct {
	mu         sync.Mutex
	sights     map[int64][]glimpse // by chat
	pressed    map[string]string   // what a tap carried, by its query
	complaints []string            // of people who waited in vain
	last       time.Time           // when something was shown last
	shown      int
}

// glimpse is one of them.
type glimpse struct {
	at      time.Time
	words   string
	buttons []string // what they carry
	changed bool     // a message that stood there before
	toast   bool
	query   string // of the tap that the toast answers
}

func (d *diary) see(s simulator.Sight) {
	d.mu.Lock()
	defer d.mu.Unlock()
	out := glimpse{at: time.Now(), changed: s.Changed}
	switch {
	case s.Toast != nil:
		out.toast, out.query, out.words = true, s.Toast.QueryID, s.Toast.Text
	case !s.Message.FromBot():
		return
	default:
		out.words, out.buttons = s.Message.Words(), carried(*s.Message)
	}
	if d.sights == nil {
		d.sights = map[int64][]glimpse{}
	}
	d.last = out.at
	d.shown++
	d.sights[s.Chat] = append(d.sights[s.Chat], out)
}

func carried(m simulator.Message) []string {
	var list []string
	if m.Inline != nil {
		for _, row := range m.Inline.Rows {
			for _, b := range row {
				list = append(list, b.CallbackData)
			}
		}
	}
	return list
}

func (d *diary) tapped(query, data string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.pressed == nil {
		d.pressed = map[string]string{}
	}
	d.pressed[query] = data
}

func (d *diary) complain(what string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.complaints = append(d.complaints, what)
}

func (d *diary) quietFor() time.Duration {
	d.mu.Lock()
	defer d.mu.Unlock()
	return time.Since(d.last)
}

// count is how much was shown.
func (d *diary) count() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.shown
}

// of is what one person was shown.
func (d *diary) of(c *citizen) []glimpse {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.sights[c.ID()])
}

// data is what the button carried whose tap a toast answers.
func (d *diary) data(s glimpse) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.pressed[s.query]
}

// count counts new messages with all of these words.
func count(list []glimpse, words ...string) int {
	n := 0
	for _, s := range list {
		missing := slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(s.words, w) })
		if !s.changed && !s.toast && !missing {
			n++
		}
	}
	return n
}
