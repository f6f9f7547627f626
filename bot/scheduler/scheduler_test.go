package scheduler

import (
	"slices"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

var (
	start  = time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
	usual  = Limits{PerSecond: 25, ChatPerSecond: 1, ChatBurst: 10}
	always = start.Add(-time.Hour) // long enough ago for every burst
)

// rig is a scheduler and a clock that a test moves.
type rig struct {
	*testing.T
	*Scheduler
	now time.Time
}

func newRig(t *testing.T, l Limits) *rig {
	r := &rig{T: t, Scheduler: New(l, always), now: start}
	r.TakeOver(always)
	return r
}

func (r *rig) add(tickets ...post.Ticket) {
	for _, t := range tickets {
		r.Add(t, r.now)
	}
}

// next is what may go at this moment.
func (r *rig) next() (Permit, bool) {
	p, found, _ := r.Next(r.now)
	return p, found
}

// must is next where something has to go.
func (r *rig) must(id uint64) Permit {
	r.Helper()
	p, found := r.next()
	if !found || p.Ticket.ID != id {
		r.Fatalf("%d goes (%v), want %d", p.Ticket.ID, found, id)
	}
	return p
}

func (r *rig) nothing() {
	r.Helper()
	if p, found := r.next(); found {
		r.Fatalf("%d goes, and should wait", p.Ticket.ID)
	}
}

// drain takes everything that may go at this moment, each call over at once.
func (r *rig) drain() (ids []uint64) {
	for {
		p, found := r.next()
		if !found {
			return ids
		}
		r.Done(p, false, r.now)
		ids = append(ids, p.Ticket.ID)
	}
}

// passes lets time pass in steps of a hundredth of a second, and lists when calls of no length have gone.
func (r *rig) passes(d time.Duration) (at []time.Time) {
	for end := r.now.Add(d); r.now.Before(end); r.now = r.now.Add(10 * time.Millisecond) {
		for range r.drain() {
			at = append(at, r.now)
		}
	}
	return at
}

// busiest is the largest number of instants in any second.
func busiest(at []time.Time) (most int) {
	for i := range at {
		n := 0
		for j := i; j < len(at) && at[j].Sub(at[i]) < time.Second; j++ {
			n++
		}
		most = max(most, n)
	}
	return most
}

func news(id uint64, to flow.AccountID) post.Ticket {
	return post.Ticket{ID: id, To: to, Lane: dialog.News}
}
func reply(id uint64, to flow.AccountID) post.Ticket { return post.Ticket{ID: id, To: to} }
func tap(id uint64, to flow.AccountID) post.Ticket   { return post.Ticket{ID: id, To: to, IsTap: true} }
func file(id uint64, to flow.AccountID) post.Ticket  { return post.Ticket{ID: id, To: to, Long: true} }
func menu(id uint64, to flow.AccountID) post.Ticket  { return post.Ticket{ID: id, To: to, Menu: true} }

func TestAnswersThenRepliesThenFilesThenNews(t *testing.T) {
	r := newRig(t, usual)
	r.add(news(1, 101), news(2, 102), file(3, 103), reply(10, 101), tap(11, 101), reply(9, 104))
	if got := r.drain(); !slices.Equal(got, []uint64{11, 9, 10, 3, 1, 2}) {
		t.Errorf("%v", got)
	}
}

func TestInAChatEachLaneKeepsItsOrder(t *testing.T) {
	r := newRig(t, Limits{PerSecond: 1000, ChatPerSecond: 1, ChatBurst: 10})
	for id := range uint64(6) {
		r.add(post.Ticket{ID: id, To: 1, Lane: dialog.Lane(id % 2)})
	}
	var got []uint64
	for range 3 {
		got = append(got, r.drain()...)
		r.now = r.now.Add(time.Second)
	}
	if !slices.Equal(got, []uint64{0, 2, 4, 1, 3, 5}) {
		t.Errorf("%v", got)
	}
}

// TestABusyChatWaitsAndOthersGoOn: one thing of a line is on its way, and what failed comes first again, later.
func TestABusyChatWaitsAndOthersGoOn(t *testing.T) {
	r := newRig(t, usual)
	r.add(reply(1, 1), reply(2, 1), reply(3, 2))
	first := r.must(1)
	r.must(3)
	r.nothing()
	r.Failed(first, r.now)
	r.nothing()
	r.now = r.now.Add(retryFirst)
	r.must(1)
}

// TestAReplyWaitsForTheNewsThatIsOnItsWay: a reply that comes while news of the chat is on its way waits for it.
func TestAReplyWaitsForTheNewsThatIsOnItsWay(t *testing.T) {
	r := newRig(t, usual)
	r.add(news(1, 1), news(2, 1))
	p := r.must(1)
	r.add(reply(3, 1))
	r.nothing()
	r.Done(p, false, r.now)
	r.must(3)
}

func TestNobodyWaitsForAFile(t *testing.T) {
	r := newRig(t, usual)
	r.add(reply(1, 1), file(2, 1), reply(3, 1))
	first := r.must(1)
	r.nothing()
	r.Done(first, false, r.now)
	after := r.must(3) // replies go first
	f := r.must(2)
	r.Done(after, false, r.now)
	r.Failed(f, r.now)
	r.add(reply(4, 1))
	r.must(4)
	r.nothing()
	r.now = r.now.Add(fileRetryFirst)
	r.must(2)
}

// TestAFileWaitsForWhatWasBeforeIt: the screen that announces it stands above it.
func TestAFileWaitsForWhatWasBeforeIt(t *testing.T) {
	r := newRig(t, usual)
	r.add(reply(1, 1), file(2, 1))
	p := r.must(1)
	r.nothing()
	r.PutBack(p, r.now)
	p = r.must(1)
	r.Done(p, false, r.now)
	r.must(2)
}

func TestAChatTakesABurstThenOneASecond(t *testing.T) {
	r := newRig(t, usual)
	for id := range uint64(12) {
		r.add(reply(id, 1))
	}
	if n := len(r.drain()); n != 9 {
		t.Errorf("%d at once", n)
	}
	_, found, wait := r.Next(r.now)
	if found || wait < 900*time.Millisecond || wait > 1100*time.Millisecond {
		t.Errorf("found %v, wait %s", found, wait)
	}
	if n := len(r.passes(3500 * time.Millisecond)); n != 3 {
		t.Errorf("%d in the seconds after", n)
	}
}

// TestAProcessThatHasJustStartedHasNoBurst: the one before it may have sent its burst just now.
func TestAProcessThatHasJustStartedHasNoBurst(t *testing.T) {
	r := newRig(t, usual)
	r.TakeOver(start.Add(-2 * time.Second))
	for id := range uint64(5) {
		r.add(reply(id, 1))
	}
	if n := len(r.drain()); n != 3 {
		t.Errorf("%d at once", n)
	}
}

func TestAGroupTakesLess(t *testing.T) {
	r := newRig(t, usual)
	for id := range uint64(40) {
		r.add(reply(id, -100))
	}
	if n := len(r.passes(time.Minute)); n > 23 || n < 20 {
		t.Errorf("%d in a minute", n)
	}
}

func TestNoSecondSeesMoreNewsThanTheLimit(t *testing.T) {
	r := newRig(t, usual)
	for id := range uint64(1000) {
		r.add(news(id, flow.AccountID(id)))
	}
	at := r.passes(20 * time.Second)
	if n := busiest(at); n > 25 || len(at) < 20*20 {
		t.Errorf("%d in one second, %d in all", n, len(at))
	}
}

// TestNewsCostsATapNothing: however much of it waits, answers and replies go at once, and news goes on beside them.
func TestNewsCostsATapNothing(t *testing.T) {
	r := newRig(t, usual)
	for id := range uint64(100_000) {
		r.add(news(id, flow.AccountID(id)))
	}
	r.drain()
	id, told := uint64(200_000), 0
	for range 1000 { // ten seconds with 50 taps in each
		r.now = r.now.Add(10 * time.Millisecond)
		if id%2 == 0 {
			r.add(tap(id, flow.AccountID(id)), reply(id+1, flow.AccountID(id)))
		}
		id += 3
		for _, gone := range r.drain() {
			if gone < 100_000 {
				told++
			}
		}
		if r.InFlight() > 0 || len(r.ready[Answer].list)+len(r.ready[Reply].list) > 0 {
			t.Fatal("somebody waits")
		}
	}
	if told < 200 {
		t.Errorf("%d news in ten seconds", told)
	}
}

// BenchmarkNextWith100000Waiting is what a tap costs while so many news wait.
func BenchmarkNextWith100000Waiting(b *testing.B) {
	s := New(Limits{PerSecond: 25, ChatPerSecond: 1e6, ChatBurst: 1e6}, start)
	for id := range uint64(100_000) {
		s.Add(news(id, flow.AccountID(id)), start)
	}
	now := start
	for n := uint64(200_000); b.Loop(); n++ {
		now = now.Add(20 * time.Millisecond)
		s.Add(reply(n, flow.AccountID(n%1000)), now)
		p, found, _ := s.Next(now)
		if !found || p.Ticket.ID != n {
			b.Fatal("the reply waits")
		}
		s.Done(p, false, now)
	}
}

// TestRepliesFindTheirCeiling: a hundred a second at first, more while it is reached without trouble.
func TestRepliesFindTheirCeiling(t *testing.T) {
	r := newRig(t, usual)
	for id := range uint64(20_000) {
		r.add(reply(id, flow.AccountID(id)))
	}
	if first, later := len(r.passes(time.Second)), len(r.passes(3*time.Second)); first > 160 || later < 1000 {
		t.Errorf("%d in the first second, %d in the next three", first, later)
	}
}

// TestTheCeilingHalvesWhenSeveralChatsMeetA429 and grows again, slowly, when it is calm.
func TestTheCeilingHalvesWhenSeveralChatsMeetA429(t *testing.T) {
	r := newRig(t, usual)
	for id := range uint64(5000) {
		r.add(reply(id, flow.AccountID(id)))
	}
	for range several {
		p, _ := r.next()
		r.TooMany(p, 2*time.Second, r.now)
		r.PutBack(p, r.now)
	}
	if r.replies.rate != replyFirst/2 {
		t.Errorf("%v a second", r.replies.rate)
	}
	r.nothing()
	r.now = r.now.Add(2*time.Second + slack)
	if n := len(r.passes(time.Second)); n == 0 || n > 80 {
		t.Errorf("%d in the second after", n)
	}
	if n := len(r.passes(calm)); n > 60*int(calm/time.Second) {
		t.Errorf("%d while it is not calm yet", n)
	}
	r.passes(5 * time.Second)
	if r.replies.rate <= replyFirst/2 {
		t.Error("it never grows again")
	}
}

// TestUnusedIsFree: what a later screen has replaced costs neither the chat nor anybody else.
func TestUnusedIsFree(t *testing.T) {
	r := newRig(t, usual)
	for id := range uint64(200) {
		r.add(reply(id, 1))
	}
	for range 200 {
		p, found := r.next()
		if !found {
			t.Fatal("it waits")
		}
		r.Done(p, true, r.now)
	}
	r.add(reply(500, 1))
	r.must(500)
}

// TestSlowCallsOfOneClassFillNoOther: news that the server holds leaves room for replies, and replies for answers.
func TestSlowCallsOfOneClassFillNoOther(t *testing.T) {
	r := newRig(t, Limits{Off: true})
	for id := range uint64(500) {
		r.add(news(id, flow.AccountID(id)), reply(1000+id, flow.AccountID(1000+id)), tap(2000+id, 1), file(3000+id, flow.AccountID(3000+id)), menu(4000+id, flow.AccountID(4000+id)))
	}
	got := [classes]int{}
	for p, found := r.next(); found; p, found = r.next() {
		got[p.Class]++
	}
	if got != places {
		t.Errorf("%v on their way, want %v", got, places)
	}
}

func TestQuietChatsAreForgotten(t *testing.T) {
	r := newRig(t, usual)
	for id := range uint64(20) {
		r.add(reply(id, flow.AccountID(id)))
	}
	p := r.must(0)
	r.drain()
	r.now = r.now.Add(time.Minute)
	r.Forget(r.now)
	if len(r.chats) != 1 {
		t.Errorf("%d chats are kept", len(r.chats))
	}
	r.Done(p, false, r.now)
	r.now = r.now.Add(time.Minute)
	r.Forget(r.now)
	if len(r.chats) != 0 || r.Waiting() != 0 {
		t.Errorf("%d chats, %d waiting", len(r.chats), r.Waiting())
	}
}

// TestOneMoreCallIsPaidFor: the parts of a report keep to the rate of the chat.
func TestOneMoreCallIsPaidFor(t *testing.T) {
	r := newRig(t, usual)
	r.add(file(1, 1))
	p := r.must(1)
	calls := 1
	for r.Ask(p, false, r.now) == 0 {
		calls++
	}
	if calls != 9 {
		t.Errorf("%d at once", calls)
	}
	if r.Ask(p, true, r.now) != 0 {
		t.Error("a call that puts nothing into the chat waits")
	}
}

// TestWithoutLimitsOnlyTheServerHoldsUp.
func TestWithoutLimitsOnlyTheServerHoldsUp(t *testing.T) {
	r := newRig(t, Limits{Off: true})
	for id := range uint64(500) {
		r.add(reply(id, 1))
	}
	for id := range uint64(500) {
		r.add(news(1000+id, flow.AccountID(id+1)))
	}
	if n := len(r.drain()); n != 1000 {
		t.Errorf("%d at once", n)
	}
	r.add(reply(2000, 1), reply(2001, 1))
	p := r.must(2000)
	r.TooMany(p, time.Second, r.now)
	r.PutBack(p, r.now)
	r.nothing()
}

// TestAMenuOfCommandsHoldsUpNobody: an import gives new roles to many, the server wants no more menus for a while, and all of
// those people write to the bot. A menu takes nothing of what a chat may have.
func TestAMenuOfCommandsHoldsUpNobody(t *testing.T) {
	r := newRig(t, usual)
	r.MethodTooMany("setMyCommands", 20*time.Second, r.now)
	for id := range uint64(200) {
		r.add(menu(id+1, flow.AccountID(id+1)))
	}
	r.nothing()
	for id := range uint64(200) {
		r.add(reply(id+1001, flow.AccountID(id+1)))
	}
	if gone := len(r.passes(5 * time.Second)); gone != 200 {
		t.Errorf("%d of 200 replies went", gone)
	}
	r.now = r.now.Add(time.Minute)
	var inFlight []Permit
	for p, found := r.next(); found; p, found = r.next() {
		inFlight = append(inFlight, p)
	}
	if len(inFlight) != places[Menu] || r.Ask(inFlight[0], false, r.now) != 0 {
		t.Errorf("%d are on their way together", len(inFlight))
	}
	for _, p := range inFlight {
		r.Done(p, false, r.now)
	}
	r.drain()
	r.add(menu(2001, 1), menu(2002, 1))
	first := r.must(2001)
	r.nothing() // of one chat they go one after the other
	r.Done(first, false, r.now)
	r.Done(r.must(2002), false, r.now)
	for id := range uint64(usual.ChatBurst) - 1 {
		r.add(reply(3000+id, 1))
		r.Done(r.must(3000+id), false, r.now)
	}
}

// TestNewsLeavesSomethingToReplies: the queue of an admin changes oftener than his chat may be written to, and his own taps are
// answered at once all the same.
func TestNewsLeavesSomethingToReplies(t *testing.T) {
	r := newRig(t, usual)
	for id := range uint64(60) {
		r.add(news(id+1, 1))
	}
	if gone := len(r.passes(20 * time.Second)); gone < 20 || gone > 30 {
		t.Errorf("%d pieces of news in 20 s", gone)
	}
	for id := range uint64(5) {
		r.add(reply(1000+id, 1))
		r.Done(r.must(1000+id), false, r.now)
		r.now = r.now.Add(2 * time.Second)
		r.drain()
	}
}
