package simulator

import (
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"siip-asn/bot/simulator/world"
)

// poll asks for updates and gives the texts and ids of what came.
func poll(b *bot, a args) (texts []string, ids []int64) {
	b.t.Helper()
	for _, u := range must[[]got](b, "getUpdates", a) {
		if u.Message != nil {
			texts = append(texts, u.Message.Text)
		}
		ids = append(ids, u.ID)
	}
	return texts, ids
}

func TestOffsets(t *testing.T) {
	b, p := start(t, Options{})
	for i := range 5 {
		p.Send(fmt.Sprint(i))
	}
	_, all := poll(b, args{})
	if len(all) != 5 || all[0] <= 2_000_000 || all[4] != all[0]+4 {
		t.Fatal(all)
	}
	for _, c := range []struct {
		offset, limit int64
		want          string
	}{
		{0, 100, "[0 1 2 3 4]"},
		{0, 2, "[0 1]"},
		{0, 0, "[0]"},                     // limits are clamped
		{all[4] + 12, 100, "[0 1 2 3 4]"}, // too far ahead counts as none
		{all[0] - 100_001, 100, "[0 1 2 3 4]"},
		{all[0] - 5, 100, "[0 1 2 3 4]"},
		{all[2], 100, "[2 3 4]"},
		{0, 100, "[2 3 4]"}, // what was confirmed is gone
		{-2, 100, "[3 4]"},
		{0, 100, "[3 4]"},
		{-5, 100, "[3 4]"},
	} {
		b.sim.Polls = world.PollHistory{} // nobody is hasty here
		if texts, _ := poll(b, args{"offset": c.offset, "limit": c.limit}); fmt.Sprint(texts) != c.want {
			t.Errorf("offset %d, limit %d: %v, not %s", c.offset, c.limit, texts, c.want)
		}
	}
	b.sim.Mu.Lock()
	b.sim.State.Queue.Confirm(all[4]+1, time.Now())
	b.sim.Mu.Unlock()
	if n := b.sim.Pending(); n != 0 {
		t.Errorf("%d updates are left", n)
	}
}

// Who asks for the same again at once gets one only.
func TestHastyPollsGetOne(t *testing.T) {
	b, p := start(t, Options{})
	p.Send("a")
	p.Send("b")
	_, first := poll(b, args{})
	_, second := poll(b, args{})
	if len(first) != 2 || len(second) != 1 || second[0] != first[0] {
		t.Error(first, second)
	}
}

func TestRetention(t *testing.T) {
	c := newClock()
	b, p := start(t, Options{Now: c.now})
	p.Send("pesan")
	p.TapData(1, "ketuk")
	c.add(149 * time.Second)
	if n := len(must[[]got](b, "getUpdates", args{})); n != 2 {
		t.Errorf("%d updates after 149 s", n)
	}
	c.add(time.Second)
	b.sim.Polls = world.PollHistory{}
	if texts, ids := poll(b, args{}); !slices.Equal(texts, []string{"pesan"}) || len(ids) != 1 {
		t.Errorf("%v after 150 s", texts)
	}
	c.add(24 * time.Hour)
	b.sim.Mu.Lock()
	defer b.sim.Mu.Unlock()
	if left := takeUpdates(b.sim.World, 0, 100); len(left) > 0 {
		t.Errorf("%s after a day", left)
	}
}

// After a quiet week ids begin anew, and may be lower than before.
func TestIdsAfterAWeek(t *testing.T) {
	c := newClock()
	b, p := start(t, Options{Now: c.now})
	p.Send("a")
	before := b.one().ID
	c.add(6 * 24 * time.Hour)
	p.Send("b")
	if next := b.one().ID; next != before+1 {
		t.Errorf("%d after %d", next, before)
	}
	c.add(8 * 24 * time.Hour)
	p.Send("c")
	if next := b.one().ID; next == before+2 || next <= 2_000_000 {
		t.Errorf("%d after %d and a week", next, before)
	}
}

func TestQueueIsBounded(t *testing.T) {
	b, p := start(t, Options{})
	b.sim.Mu.Lock()
	b.sim.State.Queue.Updates = make([]world.Update, world.MaxQueue)
	b.sim.Mu.Unlock()
	p.Send("zu viel")
	if n := b.sim.Pending(); n != world.MaxQueue {
		t.Error(n)
	}
}

func TestAnswersAreBounded(t *testing.T) {
	q := world.Queue{}
	for i := range 5 {
		q.Updates = append(q.Updates, world.Update{ID: int64(i), Body: make([]byte, 1<<20)})
	}
	if n := len(q.Take(100)); n != 3 {
		t.Errorf("%d MiB at once", n)
	}
}

func TestAllowedUpdates(t *testing.T) {
	b, p := start(t, Options{})
	both := func() string {
		p.Send("a")
		p.TapData(1, "b")
		var kinds []string
		for _, u := range b.drain() {
			if u.Message != nil {
				kinds = append(kinds, "message")
			} else {
				kinds = append(kinds, "tap")
			}
		}
		return fmt.Sprint(kinds)
	}
	// The list counts when something happens, not when it is fetched.
	for _, c := range []struct{ allowed, want string }{
		{``, "[message tap]"},
		{`["callback_query"]`, "[tap]"},
		{`null`, "[tap]"},
		{`"message"`, "[tap]"},
		{`{`, "[tap]"},
		{`[1]`, "[tap]"},
		{`["Message","nonsense"]`, "[message]"},
		{`["nonsense"]`, "[message tap]"},
		{`["chat_member"]`, "[]"},
		{`[]`, "[message tap]"},
	} {
		b.sim.Polls = world.PollHistory{}
		must[[]got](b, "getUpdates", args{"allowed_updates": c.allowed})
		if got := both(); got != c.want {
			t.Errorf("%s: %s, not %s", c.allowed, got, c.want)
		}
	}
	if world.Allows(b.sim.World, "chat_member") {
		t.Error("chat_member comes unasked")
	}
}

func TestLimitAndTimeoutOfHastyPolls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var h world.PollHistory
		if limit, wait := h.SlowDown(5, 100, 0); limit != 100 || wait != 0 {
			t.Error(limit, wait)
		}
		if limit, wait := h.SlowDown(5, 100, 0); limit != 1 || wait != 3*time.Second {
			t.Error(limit, wait)
		}
		time.Sleep(time.Second)
		if limit, wait := h.SlowDown(5, 100, time.Second); limit != 100 || wait != 3*time.Second {
			t.Error(limit, wait)
		}
		if limit, wait := h.SlowDown(6, 100, 0); limit != 100 || wait != 0 {
			t.Error(limit, wait)
		}
		time.Sleep(3 * time.Second)
		if limit, wait := h.SlowDown(6, 100, 0); limit != 100 || wait != 0 {
			t.Error(limit, wait)
		}
	})
}
