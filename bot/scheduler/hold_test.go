package scheduler

import (
	"testing"
	"time"

	"siip-asn/flow"
)

// TestOneChatsTroubleIsThatChats: a 429 for a day, or a hundred of them, concern nobody else.
func TestOneChatsTroubleIsThatChats(t *testing.T) {
	r := newRig(t, usual)
	r.add(reply(1, 1), file(2, 1), reply(3, 2))
	p := r.must(1)
	for range 100 {
		if holds := r.TooMany(p, 24*time.Hour, r.now); len(holds) != 1 || holds[0].Scope != ChatScope(1) {
			t.Fatalf("%v", holds)
		}
	}
	r.PutBack(p, r.now)
	p = r.must(3)
	if r.Ask(p, false, r.now) != 0 {
		t.Error("another chat waits")
	}
	r.nothing()
	r.now = r.now.Add(23 * time.Hour)
	r.nothing()
	r.now = r.now.Add(time.Hour + time.Second)
	r.must(1)
}

// TestNothingIsCalledBeforeItsTime: a shorter time later does not cut a longer one short, and what is on its way waits too.
func TestNothingIsCalledBeforeItsTime(t *testing.T) {
	r := newRig(t, usual)
	r.add(reply(1, 1))
	p := r.must(1)
	r.TooMany(p, 7*time.Second, r.now)
	r.TooMany(p, 2*time.Second, r.now)
	for _, free := range []bool{true, false} {
		if d := r.Ask(p, free, r.now); d < 7*time.Second {
			t.Errorf("free %v: may call after %s", free, d)
		}
	}
	r.PutBack(p, r.now)
	_, found, wait := r.Next(r.now)
	if found || wait < 7*time.Second || wait > 8*time.Second {
		t.Errorf("found %v, wait %s", found, wait)
	}
}

// TestSeveralChatsConcernEverybody: news of several that meets a 429 holds up news; replies of several hold up all but answers.
func TestSeveralChatsConcernEverybody(t *testing.T) {
	for _, c := range []struct {
		class Class
		scope Scope
	}{{Notice, NewsScope}, {Reply, AllScope}} {
		r := newRig(t, usual)
		for id := range uint64(3) {
			if c.class == Notice {
				r.add(news(id, flow.AccountID(id)))
			} else {
				r.add(reply(id, flow.AccountID(id)))
			}
		}
		var holds []Hold
		for n := range uint64(3) {
			p := r.must(n)
			holds = r.TooMany(p, time.Duration(5+n)*time.Second, r.now)
			if n < 2 && len(holds) != 1 {
				t.Errorf("%v after %d", holds, n+1)
			}
			r.PutBack(p, r.now)
		}
		if len(holds) != 2 || holds[1].Scope != c.scope || holds[1].For != 5*time.Second+slack {
			t.Errorf("%v", holds)
		}
		r.add(news(10, 10), reply(11, 11), tap(12, 12))
		r.must(12)
		if c.scope == NewsScope {
			r.must(11)
		}
		r.nothing()
		r.now = r.now.Add(6 * time.Second)
		if len(r.drain()) < 2 {
			t.Error("it does not go on")
		}
	}
}

// TestChatsThatMeetA429NowAndThenAreNotEverybody.
func TestChatsThatMeetA429NowAndThenAreNotEverybody(t *testing.T) {
	r := newRig(t, usual)
	for id := range uint64(20) {
		r.add(reply(id, flow.AccountID(id)))
		p := r.must(id)
		if holds := r.TooMany(p, time.Second, r.now); len(holds) != 1 {
			t.Fatalf("%v", holds)
		}
		r.Done(p, false, r.now)
		r.now = r.now.Add(floodWindow/2 + time.Second)
	}
}

// TestWhatIsBelievedIsBounded, by what it holds up; a restart keeps no more of it.
func TestWhatIsBelievedIsBounded(t *testing.T) {
	const year = 365 * 24 * time.Hour
	for scope, most := range map[Scope]time.Duration{
		ChatScope(1): 24 * time.Hour, MethodScope("getUpdates"): time.Hour, AllScope: 10 * time.Minute, NewsScope: 10 * time.Minute, "x": 0,
	} {
		r := newRig(t, usual)
		r.Hold(Hold{scope, year}, r.now)
		r.add(reply(1, 1), news(2, 2))
		r.now = r.now.Add(most + time.Second)
		if n := len(r.drain()); n != 2 || r.Method("getUpdates", r.now) != 0 {
			t.Errorf("%s is held for longer than %s", scope, most)
		}
	}
}

// TestTheOperatorCanEndAPause.
func TestTheOperatorCanEndAPause(t *testing.T) {
	r := newRig(t, usual)
	r.Hold(Hold{ChatScope(1), time.Hour}, r.now)
	r.Hold(Hold{AllScope, time.Hour}, r.now)
	r.add(reply(1, 1))
	r.nothing()
	r.Release(r.now)
	r.must(1)
}

// TestAMethodIsHeldUpAlone: polls and commands go their own way.
func TestAMethodIsHeldUpAlone(t *testing.T) {
	r := newRig(t, usual)
	r.MethodTooMany("getUpdates", 5*time.Second, r.now)
	if d := r.Method("getUpdates", r.now); d < 5*time.Second || r.Method("getMe", r.now) != 0 {
		t.Errorf("%s", d)
	}
	r.add(reply(1, 1), tap(2, 1))
	if n := len(r.drain()); n != 2 {
		t.Error("a chat waits for polls")
	}
	r.MethodTooMany("answerCallbackQuery", 0, r.now)
	r.add(tap(3, 1))
	r.nothing()
	r.now = r.now.Add(time.Second + slack)
	r.must(3)
}

// TestAChatWhoseCallWasSlowRests, and nobody else.
func TestAChatWhoseCallWasSlowRests(t *testing.T) {
	r := newRig(t, usual)
	r.add(reply(1, 1), reply(2, 1), reply(3, 2))
	p := r.must(1)
	r.now = r.now.Add(2 * time.Second)
	r.Slow(p, 2*time.Second, r.now)
	r.Done(p, false, r.now)
	r.must(3)
	r.nothing()
	r.now = r.now.Add(2 * time.Second)
	p = r.must(2)
	r.Slow(p, time.Second, r.now)
	r.Done(p, false, r.now)
	r.add(reply(4, 1))
	r.must(4)
}
