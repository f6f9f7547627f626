package simulator

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// Timers are tested in a bubble of time, where a wait of minutes takes none; the server is called without a network there.

// direct calls the server as a function; a cut connection is a reply with status 0.
func direct(ctx context.Context, sim *Server, method, body string) (out reply) {
	defer func() {
		if p := recover(); p != nil && p != http.ErrAbortHandler {
			panic(p)
		}
	}()
	r := httptest.NewRequestWithContext(ctx, "POST", "/bot"+sim.Token()+"/"+method, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	sim.ServeHTTP(w, r)
	out, _ = readReply(w.Result())
	return out
}

// begin calls in the background and gives the answer when it comes.
func begin(ctx context.Context, sim *Server, method, body string) <-chan reply {
	out := make(chan reply, 1)
	go func() { out <- direct(ctx, sim, method, body) }()
	return out
}

// bubble runs a test in a bubble, with a person who has begun to talk.
func bubble(t *testing.T, o Options, run func(t *testing.T, sim *Server, p *Person)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		o.Seed = 1
		sim := New(o)
		defer sim.Close()
		p := sim.Person(sari)
		p.Send("/start")
		sim.Mu.Lock()
		sim.State.Queue.Updates = nil
		sim.Mu.Unlock()
		run(t, sim, p)
	})
}

func TestPollWaits(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		began := time.Now()
		if r := direct(t.Context(), sim, "getUpdates", `{"timeout":30}`); string(r.Result) != "[]" {
			t.Errorf("%s", r.body)
		}
		if took := time.Since(began); took != 30*time.Second {
			t.Errorf("waited %v", took)
		}
		began = time.Now()
		direct(t.Context(), sim, "getUpdates", `{"timeout":3600,"offset":1}`)
		if took := time.Since(began); took != 50*time.Second {
			t.Errorf("waited %v, though 50 s is the most", took)
		}
	})
}

func TestPollWakesAtOnce(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		began := time.Now()
		waiting := begin(t.Context(), sim, "getUpdates", `{"timeout":30}`)
		synctest.Wait()
		if !sim.Polling() {
			t.Error("nobody waits")
		}
		time.Sleep(7 * time.Second)
		p.Send("halo")
		if r := <-waiting; !strings.Contains(string(r.Result), "halo") {
			t.Errorf("%s", r.body)
		}
		if took := time.Since(began); took != 7*time.Second || sim.Polling() {
			t.Errorf("took %v", took)
		}
	})
}

func TestSecondPollEndsTheFirst(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		first := begin(t.Context(), sim, "getUpdates", `{"timeout":50}`)
		synctest.Wait()
		second := begin(t.Context(), sim, "getUpdates", `{"timeout":50,"offset":1}`)
		r := <-first
		const want = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
		if r.status != 409 || r.Description != want {
			t.Errorf("%d %s", r.status, r.body)
		}
		if c := sim.Complaints(); len(c) != 1 {
			t.Error(c)
		}
		// The next conflict within three seconds is answered late.
		began := time.Now()
		third := begin(t.Context(), sim, "getUpdates", `{"timeout":50,"offset":2}`)
		<-second
		if took := time.Since(began); took < 3*time.Second {
			t.Errorf("the second conflict after %v", took)
		}
		p.Send("x")
		if r := <-third; !r.OK {
			t.Errorf("%s", r.body)
		}
	})
}

// A bot that was killed and comes back is no second bot.
func TestPollOfTheDeadIsNoConflict(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		ctx, kill := context.WithCancel(t.Context())
		first := begin(ctx, sim, "getUpdates", `{"timeout":50}`)
		synctest.Wait()
		second := begin(t.Context(), sim, "getUpdates", `{"timeout":50,"offset":1}`)
		time.Sleep(10 * time.Millisecond) // as long as it may take until the server knows
		kill()
		<-first
		p.Send("x")
		<-second
		if c := sim.Complaints(); len(c) > 0 {
			t.Error(c)
		}
	})
}

func TestAbandonedPollTakesNothing(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		ctx, cancel := context.WithCancel(t.Context())
		first := begin(ctx, sim, "getUpdates", `{"timeout":50}`)
		synctest.Wait()
		cancel()
		<-first
		if sim.Polling() {
			t.Error("it still waits")
		}
		p.Send("x")
		if sim.Pending() != 1 {
			t.Error("the update went to nobody")
		}
	})
}

func TestForeignPoll(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		if sim.ForeignPoll() {
			t.Error("nobody waited")
		}
		first := begin(t.Context(), sim, "getUpdates", `{"timeout":50}`)
		synctest.Wait()
		if !sim.ForeignPoll() {
			t.Error("somebody waited")
		}
		if r := <-first; r.status != 409 {
			t.Errorf("%d %s", r.status, r.body)
		}
		if c := sim.Complaints(); len(c) > 0 {
			t.Errorf("the bot is blamed for another's poll: %v", c)
		}
	})
}

func TestCloseEndsWaiting(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		first := begin(t.Context(), sim, "getUpdates", `{"timeout":50}`)
		waiting := make(chan error, 1)
		go func() { waiting <- p.Wait(t.Context(), func([]Message) bool { return false }) }()
		synctest.Wait()
		sim.Close()
		if r := <-first; r.status != 500 || r.Description != "Internal Server Error: restart" {
			t.Errorf("%d %s", r.status, r.body)
		}
		if err := <-waiting; err != ErrClosed {
			t.Error(err)
		}
		if r := direct(t.Context(), sim, "getMe", ""); r.status != 500 {
			t.Errorf("a closed server answers %s", r.body)
		}
	})
}
