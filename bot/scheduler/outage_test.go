package scheduler

import (
	"testing"
	"time"

	"siip-asn/flow"
)

// TestOneBrokenConnectionIsNoTrouble: the same is tried again before the person notices, and ever later if it lasts.
func TestOneBrokenConnectionIsNoTrouble(t *testing.T) {
	r := newRig(t, Limits{Off: true})
	r.add(reply(1, 1))
	var waits []time.Duration
	for range 12 {
		p := r.must(1)
		if _, tooMany := r.Failed(p, r.now); tooMany {
			t.Fatal("given up, though nothing works")
		}
		_, found, wait := r.Next(r.now)
		if found {
			t.Fatal("tried at once")
		}
		waits = append(waits, wait)
		r.now = r.now.Add(wait)
	}
	if waits[0] > time.Second/4 || waits[1] != 2*waits[0] || waits[11] != retryMost {
		t.Errorf("%v", waits)
	}
}

// TestADeadLineIsNotRushed: with a thousand waiting, few tries are made, and all goes on when the line is back.
func TestADeadLineIsNotRushed(t *testing.T) {
	r := newRig(t, Limits{Off: true})
	for id := range uint64(1000) {
		r.add(reply(id, flow.AccountID(id)), tap(2000+id, 1))
	}
	tries := 0
	for end := r.now.Add(10 * time.Minute); r.now.Before(end); {
		var inFlight []Permit
		for p, found := r.next(); found; p, found = r.next() {
			inFlight = append(inFlight, p)
		}
		for _, p := range inFlight {
			tries++
			r.Failed(p, r.now)
		}
		_, _, wait := r.Next(r.now)
		r.now = r.now.Add(max(wait, time.Millisecond))
	}
	if most := places[Answer] + places[Reply] + 80; tries > most {
		t.Errorf("%d tries in ten minutes", tries)
	}
	r.now = r.now.Add(outageMost)
	p, found := r.next()
	if !found {
		t.Fatal("nothing is tried")
	}
	r.Worked(true, r.now)
	r.Done(p, false, r.now)
	r.now = r.now.Add(retryFirst)
	if n := len(r.drain()); n != 1999 {
		t.Errorf("%d go when the line is back", n)
	}
}

// TestWhoWaitsLongestGoesOnWithTheOthers: in an outage the oldest messages are the ones that are tried, again and again. When
// something works they go on at once; one that fails then, although others work, has its own waits.
func TestWhoWaitsLongestGoesOnWithTheOthers(t *testing.T) {
	r := newRig(t, Limits{Off: true})
	r.add(reply(1, 1), reply(2, 2))
	for end := r.now.Add(20 * time.Second); r.now.Before(end); {
		for p, found := r.next(); found; p, found = r.next() {
			r.Failed(p, r.now)
		}
		_, _, wait := r.Next(r.now)
		r.now = r.now.Add(max(wait, time.Millisecond))
	}
	r.now = r.now.Add(retryMost)
	bad, good := r.must(1), r.must(2)
	r.Failed(bad, r.now)
	r.now = r.now.Add(time.Millisecond)
	r.Worked(true, r.now)
	r.Done(good, false, r.now)
	r.now = r.now.Add(retryFirst)
	for n := range 4 {
		bad = r.must(1)
		r.now = r.now.Add(time.Millisecond)
		if tries, _ := r.Failed(bad, r.now); tries != n+1 {
			t.Fatalf("%d tries while others work, want %d", tries, n+1)
		}
		r.now = r.now.Add(time.Millisecond)
		r.Worked(true, r.now)
		_, _, wait := r.Next(r.now)
		if want := retryFirst << (n + 1); wait < want-10*time.Millisecond || wait > want {
			t.Errorf("waits %s after %d failures of its own, want %s", wait, n+1, want)
		}
		r.now = r.now.Add(wait)
	}
}

// TestOneDocumentHoldsUpNobody: the server never takes it, and everything else goes on; it is given up in the end.
func TestOneDocumentHoldsUpNobody(t *testing.T) {
	r := newRig(t, usual)
	r.add(file(1, 1))
	began, id := r.now, uint64(10)
	for n := 1; ; n++ {
		p := r.must(1)
		r.now = r.now.Add(time.Minute) // it times out
		r.add(reply(id, 1), reply(id+1, 2), news(id+2, 3))
		if n := len(r.drain()); n != 3 {
			t.Fatalf("%d go while a document is on its way", n)
		}
		id += 3
		r.Worked(false, r.now)
		_, tooMany := r.Failed(p, r.now.Add(time.Millisecond))
		r.add(reply(id, 2))
		r.must(id)
		id++
		r.Done(Permit{}.of(r, 2), false, r.now)
		if tooMany {
			if n > fileTriesMost+1 || r.now.Sub(began) > 15*time.Minute {
				t.Errorf("%d tries in %s", n, r.now.Sub(began))
			}
			return
		}
		r.now = r.now.Add(fileRetryMost)
	}
}

// of is the permit of what is on its way in a chat.
func (Permit) of(r *rig, id flow.AccountID) Permit {
	l := &r.chats[id].messages
	t, _, _ := l.head()
	return Permit{Ticket: t, Class: Reply, line: l}
}

// TestNothingIsGivenUpInAnOutage: where nothing works it is nobody's fault.
func TestNothingIsGivenUpInAnOutage(t *testing.T) {
	r := newRig(t, usual)
	r.add(file(1, 1))
	for range 100 {
		p := r.must(1)
		if _, tooMany := r.Failed(p, r.now); tooMany {
			t.Fatal("given up")
		}
		r.now = r.now.Add(fileRetryMost)
	}
}

func TestAMessageThatAlwaysFailsIsGivenUp(t *testing.T) {
	r := newRig(t, usual)
	r.add(reply(1, 1), reply(2, 1))
	for n := 0; n <= triesMost; n++ {
		p := r.must(1)
		tries, tooMany := r.Failed(p, r.now)
		if tries != n {
			t.Errorf("%d tries after %d", tries, n)
		}
		if tooMany {
			r.GiveUp(p, r.now)
			break
		}
		r.now = r.now.Add(time.Second)
		r.Worked(true, r.now)
		r.now = r.now.Add(retryMost)
	}
	r.must(2)
	if r.Waiting() != 1 || r.InFlight() != 1 {
		t.Errorf("%d waiting, %d on their way", r.Waiting(), r.InFlight())
	}
}

// TestFilesOnTheirWayHoldUpNobodyAfterAnOutage.
func TestFilesOnTheirWayHoldUpNobodyAfterAnOutage(t *testing.T) {
	r := newRig(t, usual)
	r.add(file(1, 1), file(2, 2), file(3, 3))
	for id := range uint64(3) {
		r.must(id + 1)
	}
	r.add(reply(11, 11), reply(12, 12))
	for id := range uint64(2) {
		r.Failed(r.must(11+id), r.now)
	}
	r.nothing()
	r.now = r.now.Add(time.Second)
	r.must(11)
}
