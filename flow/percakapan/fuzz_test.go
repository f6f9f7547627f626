package percakapan_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"
)

// How long the riot is, and where it begins: go test ./flow/percakapan -run Riot -events 10000000 -timeout 0
// A riot that was found guilty names its seed; -events 25000 -seed N plays it again.
var (
	riotEvents = flag.Int("events", 10_000, "events of TestALongRiot")
	riotSeed   = flag.Uint64("seed", 1, "of the first of its offices")
)

// officeEvents is how long a riot goes on in one office before the next one begins with an empty database.
const officeEvents = 25_000

// FuzzConversations lets everybody do anything, in any order: taps on every button that was ever shown, forged ones,
// texts, commands, contacts, files, imports, days that pass. Whatever happens, the rules hold: nothing panics, every
// change is one that the guide allows to that person, nobody is shown what is not his, and every screen fits into a
// message. riot_test.go says who does what, law_test.go and screens_test.go what must not happen.
func FuzzConversations(f *testing.F) {
	f.Add([]byte("\x00\x00\x01\x00\x00\x10\x00\x11\x00\x12\x00\x13\x00\x14\x00\x15"))
	f.Add([]byte(strings.Repeat("\x00\x10\x02\x11\x06\x12\x01\x20\x03\x30", 40)))
	f.Fuzz(func(t *testing.T, script []byte) {
		if len(script) > 2000 {
			return
		}
		newMob(t).run(script)
	})
}

// TestALongRiot is the same as a random walk, as long as -events says, in many offices at once.
func TestALongRiot(t *testing.T) {
	var sum riotFigures
	t.Run("offices", func(t *testing.T) {
		for n, left := *riotSeed, *riotEvents; left > 0; n, left = n+1, left-officeEvents {
			t.Run(fmt.Sprint("seed ", n), func(t *testing.T) {
				t.Parallel()
				m := newMob(t)
				if n%4 == 0 {
					m.crowd("40") // lists have many pages
				}
				m.run(riotScript(n, min(left, officeEvents)*101/100)) // now and then nobody does anything
				sum.add(m.law.figures)
				t.Logf("%d events so far", sum.events.Load())
			})
		}
	})
	t.Logf("%d events in %d offices: %d changes of usulan, %d of master data, %d screens; panics 0, forbidden 0, leaks 0",
		sum.events.Load(), sum.offices.Load(), sum.changes.Load(), sum.master.Load(), sum.screens.Load())
}

// riotScript is two bytes for each event.
func riotScript(seed uint64, events int) []byte {
	script := make([]byte, 2*events)
	_, _ = rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8), byte(seed >> 16), byte(seed >> 24)}).Read(script) // never fails
	return script
}

// riotFigures count what the riots have seen.
type riotFigures struct{ offices, events, changes, master, screens atomic.Int64 }

func (r *riotFigures) add(f figures) {
	r.offices.Add(1)
	r.events.Add(int64(f.events))
	r.changes.Add(int64(f.changes))
	r.master.Add(int64(f.master))
	r.screens.Add(int64(f.screens))
}

// figures count what one riot has seen.
type figures struct{ events, changes, master, screens int }
