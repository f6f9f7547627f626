package bot

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/post"
)

// busiest is the largest number of instants in any second.
func busiest(at []time.Time) int {
	most := 0
	for i := range at {
		n := 0
		for j := i; j < len(at) && at[j].Sub(at[i]) < time.Second; j++ {
			n++
		}
		most = max(most, n)
	}
	return most
}

func TestNoSecondSeesMoreThanTheLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 30, ChatPerSecond: 1, ChatBurst: 10})
		var calls []time.Time
		began := time.Now()
		for range 300 {
			if err := p.global(context.Background()); err != nil {
				t.Fatal(err)
			}
			calls = append(calls, time.Now())
		}
		if n := busiest(calls); n > 30 {
			t.Errorf("%d calls in one second", n)
		}
		if d := time.Since(began); d > 13*time.Second {
			t.Errorf("300 calls took %s", d)
		}
	})
}

// TestPollsAreCallsToo: a server that has news for every poll, while more is to be sent than may be.
func TestPollsAreCallsToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 30, ChatPerSecond: 1, ChatBurst: 10})
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		calls := make(chan time.Time, 1000)
		go func() {
			for p.global(ctx) == nil {
				calls <- time.Now()
			}
		}()
		polls := 0
		for last := time.Now(); p.poll(ctx, last) == nil; last = time.Now() {
			calls <- time.Now()
			polls++
		}
		synctest.Wait()
		close(calls)
		var all []time.Time
		for at := range calls {
			all = append(all, at)
		}
		if n := busiest(all); n > 30 || polls > 50 || len(all) < 240 {
			t.Errorf("%d calls in one second, %d in all, %d of them polls", n, len(all), polls)
		}
	})
}

func TestOneChatGetsABurstThenOneASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 1000, ChatPerSecond: 1, ChatBurst: 10})
		time.Sleep(time.Minute)
		if d := timeOf(t, p, 15); d != 6*time.Second {
			t.Errorf("15 messages took %s", d)
		}
	})
}

// timeOf is how long so many messages in one chat take.
func timeOf(t *testing.T, p *pace, n int) time.Duration {
	began := time.Now()
	for range n {
		if err := p.chat(context.Background(), 7); err != nil {
			t.Fatal(err)
		}
	}
	return time.Since(began).Round(time.Second)
}

// The process before this one may have sent its burst just now.
func TestAProcessThatHasJustStartedHasNoBurst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 1000, ChatPerSecond: 1, ChatBurst: 10})
		p.takeOver(0, 2*time.Second)
		if d := timeOf(t, p, 5); d != 2*time.Second {
			t.Errorf("5 messages took %s", d)
		}
	})
}

func TestAfterA429NothingIsCalledBeforeItsTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 30, ChatPerSecond: 1, ChatBurst: 10})
		p.heed(&APIError{Code: 429, RetryAfter: 7 * time.Second})
		p.heed(&APIError{Code: 429, RetryAfter: 2 * time.Second}) // a shorter one later does not cut the longer one short
		began := time.Now()
		if err := p.chat(context.Background(), 7); err != nil {
			t.Fatal(err)
		}
		if d := time.Since(began); d < 7*time.Second {
			t.Errorf("called after %s", d)
		}
	})
}

func TestQuietChatsAreForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 1000, ChatPerSecond: 1, ChatBurst: 10})
		for id := range flow.AccountID(100) {
			_ = p.chat(context.Background(), id)
		}
		time.Sleep(time.Minute)
		p.forget(time.Now(), func(flow.AccountID) bool { return false })
		if len(p.chats) > 0 {
			t.Errorf("%d chats are kept", len(p.chats))
		}
	})
}

// TestAChatHasOneBurst also when its message has waited so long for the network that the chat seems quiet.
func TestAChatHasOneBurst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 1000, ChatPerSecond: 1, ChatBurst: 10})
		q := newQueue()
		report := post.Ticket{ID: 1, To: 7}
		q.add(report, p.limiter)
		q.take(report, time.Now())
		time.Sleep(time.Minute)
		p.forget(time.Now(), q.has)
		if p.limiter(7) != q.lines[line{chat: 7}].limit {
			t.Error("the parts of a report have a limiter of their own")
		}
		q.done(report)
		p.forget(time.Now(), q.has)
		if len(p.chats) > 0 {
			t.Error("a chat that has become quiet is kept")
		}
	})
}
