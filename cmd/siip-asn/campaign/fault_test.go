package campaign

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/process"
	"siip-asn/store"
)

// TestFaultCampaign lets the town talk to the program while the world around it fails in every way. The program says what is
// wrong, goes on by itself when it is over, and never calls oftener than it may: the simulator counts.
func TestFaultCampaign(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	t.Parallel() // it waits most of the time
	w := newFaulty(t)
	for n := 0; n < *faultsWanted && !w.guilty(); n++ {
		if n%len(episodes) == 0 { // each kind once before any comes again
			rand.Shuffle(len(episodes), func(i, j int) { episodes[i], episodes[j] = episodes[j], episodes[i] })
		}
		w.endure(episodes[n%len(episodes)])
		w.holds(300 * time.Millisecond) // a while of peace
	}
	w.rest()
	w.process.End()
	w.sendsTheRest()
	w.reckon()
	t.Log(w.figures())
	if w.guilty() {
		t.Errorf("%s\nlog:\n%s", w.verdict, tail(w.process.Output.String(), 60))
	}
}

// sendsTheRest starts the program once more when something waits in its outbox: a try that has failed often is made again up
// to half a minute later, while the town looks quiet. Nothing may wait after that.
func (w *faulty) sendsTheRest() {
	left := w.unsent()
	if left == 0 {
		return
	}
	if err := w.process.comesUp(); err != nil {
		note(&w.wrong, "%v\n%s", err, tail(w.process.Output.String(), 20))
		return
	}
	w.holds(restTime) // it was quiet before
	w.settles()
	w.process.End()
	if n := w.unsent(); n > 0 {
		note(&w.lost, "%d of %d messages that waited in the end are not sent by the next start", n, left)
	}
}

// unsent is how many messages wait in the outbox of a program that has ended.
func (w *faulty) unsent() int {
	s, err := store.Open(w.config.Database, office.StoreOptions(w.config))
	if err != nil {
		note(&w.wrong, "%v", err)
		return 0
	}
	defer s.Close()
	waiting, err := s.Pending()
	if err != nil {
		note(&w.wrong, "%v", err)
	}
	return len(waiting)
}

// faulty is a town in a bad world.
type faulty struct {
	*campaign
	clock string // a file: how far the clock of the program is ahead
	ahead time.Duration
	seen  map[string]int
}

func newFaulty(t *testing.T) *faulty {
	w := &faulty{campaign: newCampaign(t, theProgram(t), simulator.Options{AnswerWithin: lateAnswer}), seen: map[string]int{}}
	w.lateAnswers, w.leisure = true, 4
	w.deaf = map[string]bool{blockingActor: true, deletingActor: true}
	w.clock = filepath.Join(w.dir, "jam")
	w.process.Environ = append(w.process.Environ, process.TestClock+"="+w.clock)
	w.moves(0)
	t.Cleanup(w.process.Kill)
	if err := w.process.comesUp(); err != nil {
		t.Fatal(err, w.process.Output.String())
	}
	w.live()
	return w
}

const (
	blockingActor = "JOKO CONTOH"
	deletingActor = "NINA CONTOH"
)

func (w *faulty) person(name string) *citizen {
	return w.people[slices.IndexFunc(w.people, func(c *citizen) bool { return c.Nama == name })]
}

// moves sets the clock of the program.
func (w *faulty) moves(by time.Duration) {
	w.ahead += by
	next := w.clock + ".baru"
	if err := os.WriteFile(next, []byte(w.ahead.String()), 0o600); err != nil {
		w.t.Fatal(err)
	}
	if err := os.Rename(next, w.clock); err != nil { // it is read all the time
		w.t.Fatal(err)
	}
}

// episode is one way in which the world fails: calls that fail, or something else that happens, and what the program says of
// it. Nothing is to be said of what is no trouble.
type episode struct {
	name  string
	says  string
	fault simulator.Fault // until the program says so
	do    func(*faulty)
}

const (
	pauseWords   = "the Bot API asks for a pause"
	troubleWords = "trouble begins"
	goneWords    = "a person cannot be reached"
	clockWords   = "the clock was moved"

	always     = 1 << 20
	cutAfter   = 6
	lateAnswer = 800 * time.Millisecond
)

var episodes = []episode{
	{name: "429 for everything", says: pauseWords, fault: simulator.Fault{Kind: simulator.TooManyRequests, Times: 3, RetryAfter: 1}},
	{name: "429 for messages", says: pauseWords, fault: simulator.Fault{Kind: simulator.TooManyRequests, Times: 3, Method: "sendMessage"}},
	{name: "429 for messages, after they were held", says: pauseWords, fault: simulator.Fault{Kind: simulator.TooManyRequests, Times: 6, Method: "sendMessage", Delay: 3 * time.Second, RetryAfter: 2}},
	{name: "429 for edits, after they were held", says: pauseWords, fault: simulator.Fault{Kind: simulator.TooManyRequests, Times: 6, Method: "editMessageText", Delay: 3 * time.Second, RetryAfter: 2}},
	{name: "429 for answers", says: pauseWords, fault: simulator.Fault{Kind: simulator.TooManyRequests, Times: 3, Method: "answerCallbackQuery"}},
	{name: "429 for polls", says: pauseWords, fault: simulator.Fault{Kind: simulator.TooManyRequests, Times: 3, Method: "getUpdates"}},
	{name: "500", says: troubleWords, fault: simulator.Fault{Kind: simulator.ServerError, Times: always}},
	{name: "502 as a page", says: troubleWords, fault: simulator.Fault{Kind: simulator.BadGateway, Times: always}},
	{name: "time-outs", says: troubleWords, fault: simulator.Fault{Kind: simulator.Hang, Delay: 400 * time.Millisecond, Times: always}},
	{name: "slowness", fault: simulator.Fault{Kind: simulator.Slow, Delay: 300 * time.Millisecond, Times: 20}},
	{name: "connections cut before", says: troubleWords, fault: simulator.Fault{Kind: simulator.CutBefore, Times: 6}},
	{name: "connections cut after", says: troubleWords, fault: simulator.Fault{Kind: simulator.CutAfter, Times: cutAfter}},
	{name: "no network", says: troubleWords, do: func(w *faulty) {
		w.sim.CutNetwork()
		w.holds(time.Second)
		w.sim.RestoreNetwork()
	}},
	{name: "another process polls", says: "stop the other program", do: (*faulty).isRivalled},
	{name: "updates doubled under the same ids", do: func(w *faulty) { w.sim.Redeliver(20); w.holds(200 * time.Millisecond) }},
	{name: "updates doubled under new ids", do: func(w *faulty) {
		for range 5 {
			w.sim.Repeat()
			w.holds(40 * time.Millisecond)
		}
	}},
	{name: "taps answered late", fault: simulator.Fault{Kind: simulator.Slow, Method: "answerCallbackQuery", Delay: lateAnswer + 200*time.Millisecond, Times: 4}},
	{name: "a chat is blocked", says: goneWords, do: (*faulty).isBlocked},
	{name: "messages are deleted", do: (*faulty).deletesAll},
	{name: "the clock jumps ahead", says: clockWords, do: func(w *faulty) { w.moves(26 * time.Hour) }},
	{name: "the clock jumps back", says: clockWords, do: func(w *faulty) { w.moves(-29 * time.Hour) }},
}

func (w *faulty) holds(d time.Duration) { time.Sleep(d) }

// isRivalled lets another program poll with the same token. Meanwhile nobody does anything: it takes a poll that waits, and
// where many talk none does.
func (w *faulty) isRivalled() {
	for _, c := range w.people {
		c.hand.Lock()
		defer c.hand.Unlock()
	}
	for range 4 {
		w.within(5*time.Second, w.sim.ForeignPoll)
	}
}

// isBlocked lets somebody ask and block the bot before it can answer; some time later he comes back.
func (w *faulty) isBlocked() {
	c := w.person(blockingActor)
	c.hand.Lock()
	defer c.hand.Unlock()
	before := len(w.process.Output.String())
	c.says("/start")
	c.Block()
	w.hears(before, goneWords)
	c.Unblock()
	seen := len(w.diary.of(c))
	c.says("/start")
	if !w.within(20*time.Second, func() bool { return len(w.diary.of(c)) > seen }) {
		note(&w.lost, "%s is not answered after he has come back", c.Nama)
	}
}

// deletesAll lets somebody delete all that the bot has written to him.
func (w *faulty) deletesAll() {
	c := w.person(deletingActor)
	for _, m := range c.Chat() {
		if m.FromBot() {
			_ = c.Delete(m.ID) // it may be gone by itself
		}
	}
	w.holds(100 * time.Millisecond)
}

// wordy is how many lines of trouble an episode may have.
const wordy = 15

// endure lets the world fail in one way, hears what the program says of it, and sees that it goes on.
func (w *faulty) endure(e episode) {
	before := len(w.process.Output.String())
	heal := func() {}
	if e.do != nil {
		e.do(w)
	} else {
		heal = w.sim.Inject(e.fault)
		w.holds(500 * time.Millisecond)
	}
	if e.says != "" && !w.hears(before, e.says) {
		note(&w.wrong, "%s: the program does not say %q:\n%s", e.name, e.says, w.process.Output.String()[before:])
	}
	heal()
	if e.fault.Kind == simulator.CutAfter {
		w.mayRepeat += cutAfter
	}
	shown, healed := w.diary.count(), time.Now()
	if !w.within(30*time.Second, func() bool { return w.diary.count() > shown+20 && w.hasPolledSince(healed) }) {
		note(&w.lost, "the program does not go on after: %s\n%s", e.name, w.process.Output.String()[before:])
	}
	said := w.process.Output.String()[before:]
	if n := strings.Count(said, "level=WARN") + strings.Count(said, "level=ERROR"); n > wordy {
		note(&w.wrong, "%s: %d lines in the log\n%s", e.name, n, said)
	}
	w.seen[e.name]++
}

// hasPolledSince tells whether a poll of the program has worked since.
func (w *faulty) hasPolledSince(healed time.Time) bool {
	return slices.ContainsFunc(w.sim.Calls("getUpdates"), func(c simulator.Call) bool {
		return c.At.After(healed) && c.Status == http.StatusOK
	})
}

// hears waits until the program has said something, since it had said so much.
func (w *faulty) hears(since int, words string) bool {
	return w.within(20*time.Second, func() bool { return strings.Contains(w.process.Output.String()[since:], words) })
}

func (w *faulty) within(d time.Duration, ok func() bool) bool {
	for deadline := time.Now().Add(d); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if ok() {
			return true
		}
	}
	return false
}

// figures is the campaign in one line.
func (w *faulty) figures() string {
	n := 0
	for _, times := range w.seen {
		n += times
	}
	return fmt.Sprintf("%d faults of %d kinds, %d people, %d updates, %d changes told, %d notices, %d complaints of the onlooker; lost %d, doubled %d, leaks %d",
		n, len(w.seen), len(w.people), w.updates.Load(), w.changesTold, w.noticesDue, len(w.sim.Complaints()), len(w.lost), len(w.doubled), len(w.leaked))
}
