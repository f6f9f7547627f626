package campaign

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"path"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/process"
)

// aim is a moment at which the program is killed.
type aim int32

const (
	atRandom   aim = iota + 1
	atStart        // while it opens its database
	atCommit       // a change is durable, and nothing of it is sent
	atConfirm      // it confirms what it was given
	atDelivery     // it was given updates
	beforeSend     // a message is on its way
	afterSend      // a message is out, and that is not noted
	unsettled      // a message is out, and that is noted in memory only: its receipt waits for the next commit, or has just gone with one
	aims       = int(unsettled)
)

var aimNames = [...]string{"", "at random", "at the start", "between commit and send", "at the confirmation", "at the delivery", "before a send", "after a send", "between two commits"}

// victim is the program of a town, which can be killed at a chosen moment.
type victim struct {
	*process.Program
	aim    atomic.Int32 // the moment; 0: none
	struck chan struct{}
	polled chan struct{} // told of polls
}

// gate stands before the simulator, and strikes when the moment has come.
func (p *victim) gate(sim *simulator.Server) http.Handler {
	p.struck, p.polled = make(chan struct{}, 1), make(chan struct{}, 1)
	p.Output.Hear = func(said []byte) {
		if bytes.Contains(said, []byte("msg=trail")) {
			p.strike(atCommit)
		}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path.Base(r.URL.Path) == "getUpdates" {
			p.passPoll(sim, w, r)
			return
		}
		p.strike(beforeSend)
		sim.ServeHTTP(w, r)
		p.strike(afterSend)
		p.strikeSoon(unsettled)
	})
}

func (p *victim) passPoll(sim *simulator.Server, w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body) // a poll that breaks off is the simulator's business
	r.Body = io.NopCloser(bytes.NewReader(body))
	select {
	case p.polled <- struct{}{}:
	default:
	}
	if bytes.Contains(body, []byte(`"offset":`)) {
		p.strike(atConfirm)
	}
	news := &weighed{ResponseWriter: w}
	sim.ServeHTTP(news, r)
	if news.bytes > len(`{"ok":true,"result":[]}`)+8 {
		p.strike(atDelivery)
	}
}

// weighed counts the bytes of an answer.
type weighed struct {
	http.ResponseWriter
	bytes int
}

func (w *weighed) Write(b []byte) (int, error) {
	w.bytes += len(b)
	return w.ResponseWriter.Write(b)
}

// strike kills the program if this is the moment that was chosen.
func (p *victim) strike(a aim) {
	if p.aim.CompareAndSwap(int32(a), 0) {
		p.Kill()
		p.struck <- struct{}{}
	}
}

// strikeSoon kills the program some time within the wait of a receipt for its commit.
func (p *victim) strikeSoon(a aim) {
	if p.aim.CompareAndSwap(int32(a), 0) {
		time.AfterFunc(time.Duration(rand.N(250))*time.Millisecond, func() {
			p.Kill()
			p.struck <- struct{}{}
		})
	}
}

// dies lets the program be killed at a moment, and waits until it is dead. It tells what the system says of its end.
func (p *victim) dies(a aim) error {
	switch a {
	case atRandom:
		time.Sleep(time.Duration(rand.N(200)) * time.Millisecond)
		p.Kill()
	case atStart:
		time.Sleep(time.Duration(rand.N(80)) * time.Millisecond)
		p.Kill()
	default:
		p.aim.Store(int32(a))
		select {
		case <-p.struck:
		case <-time.After(2 * time.Second): // nothing happens: then now
			if !p.aim.CompareAndSwap(int32(a), 0) {
				<-p.struck
			}
			p.Kill()
		}
	}
	err := p.Cmd.Wait()
	if status, ok := p.Cmd.ProcessState.Sys().(syscall.WaitStatus); ok && !status.Signaled() {
		return fmt.Errorf("the program has ended by itself: %v", err)
	}
	return nil
}

// comesUp starts the program and waits until it polls. A poll alone may still be one of the process before.
func (p *victim) comesUp() error {
	select {
	case <-p.polled:
	default:
	}
	said := len(p.Output.String())
	p.Start()
	patience := time.After(30 * time.Second)
	for polls := false; !polls || !strings.Contains(p.Output.String()[said:], "Bot berjalan"); {
		select {
		case <-p.polled:
			polls = true
		case <-time.After(5 * time.Millisecond):
		case <-patience:
			return fmt.Errorf("the program does not come up")
		}
	}
	return nil
}

// TestKillCampaign lets the town talk to the program while that is killed again and again, in the middle of everything.
func TestKillCampaign(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	t.Parallel()
	w := killCampaign(t, theProgram(t), *killsWanted)
	t.Log(w.figures())
	if w.guilty() {
		t.Errorf("%s\nlog:\n%s", w.verdict, tail(w.process.Output.String(), 40))
	}
}

// killCampaign kills a binary so many times.
func killCampaign(t *testing.T, binary string, kills int) *killed {
	w := &killed{campaign: newCampaign(t, binary, simulator.Options{MessagesPerSecond: -1, AnswerWithin: 150 * time.Second}), at: map[aim]int{}}
	t.Cleanup(w.process.Kill)
	if err := w.process.comesUp(); err != nil {
		t.Fatal(err, w.process.Output.String())
	}
	w.live()
	stopWork := w.operate()
	for n := 0; n < kills && !w.guilty(); n++ {
		w.once(aim(1 + n%aims))
	}
	stopWork()
	w.rest()
	w.process.End()
	w.reckon()
	return w
}

// killed is a town after a kill campaign.
type killed struct {
	*campaign
	at map[aim]int
}

// once kills the program, looks at what it has left, and starts it again. Then life goes on for a moment.
func (w *killed) once(a aim) {
	if a == atStart {
		w.process.Kill()
		died := time.Now()
		_ = w.process.Cmd.Wait() // killed
		w.sim.BotKilled(died)
		w.process.Start()
	}
	if err := w.process.dies(a); err != nil {
		note(&w.wrong, "%v\n%s", err, tail(w.process.Output.String(), 20))
		return
	}
	w.at[a]++
	died := time.Now()
	w.mayRepeat++
	w.inspect()
	w.sim.BotKilled(died)
	if err := w.process.comesUp(); err != nil {
		note(&w.wrong, "%v\n%s", err, tail(w.process.Output.String(), 20))
		return
	}
	time.Sleep(time.Duration(50+rand.N(250)) * time.Millisecond)
	w.sim.Redeliver(rand.N(4)) // as the real server may
}

func (w *killed) kills() (n int) {
	for _, k := range w.at {
		n += k
	}
	return n
}

// figures is the campaign in one line.
func (w *killed) figures() string {
	var where string
	for a := 1; a <= aims; a++ {
		if n := w.at[aim(a)]; n > 0 {
			where += fmt.Sprintf(", %d %s", n, aimNames[a])
		}
	}
	return fmt.Sprintf("%d kills (%s), %d people, %d updates, %d changes told, %d notices, %s; lost %d, doubled %d, leaks %d",
		w.kills(), where[min(2, len(where)):], len(w.people), w.updates.Load(), w.changesTold, w.noticesDue, w.work.String(), len(w.lost), len(w.doubled), len(w.leaked))
}
