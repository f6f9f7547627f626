package bot

import (
	"testing"
	"time"

	"golang.org/x/time/rate"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

func generous(flow.AccountID) *rate.Limiter { return rate.NewLimiter(1, 10) }

// drain takes everything in order; chats are freed at once.
func drain(q *queue, now time.Time) []uint64 {
	var ids []uint64
	for {
		t, found, _ := q.next(now)
		if !found {
			return ids
		}
		q.take(t, now)
		q.done(t)
		ids = append(ids, t.ID)
	}
}

func equal(a, b []uint64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestAnswersGoAheadOfNewsForMany(t *testing.T) {
	q := newQueue()
	for id := range uint64(5) {
		q.add(post.Ticket{ID: id, To: flow.AccountID(id + 100), Lane: dialog.News}, generous)
	}
	q.add(post.Ticket{ID: 10, To: 101, Lane: dialog.Reply}, generous)
	q.add(post.Ticket{ID: 11, To: 101, IsTap: true}, generous)
	if got := drain(q, time.Now()); !equal(got, []uint64{11, 10, 0, 1, 2, 3, 4}) {
		t.Errorf("%v", got)
	}
}

func TestInAChatEachLaneKeepsItsOrder(t *testing.T) {
	q := newQueue()
	for id := range uint64(6) {
		q.add(post.Ticket{ID: id, To: 1, Lane: dialog.Lane(id % 2)}, generous)
	}
	if got := drain(q, time.Now()); !equal(got, []uint64{0, 2, 4, 1, 3, 5}) {
		t.Errorf("%v", got)
	}
}

func TestABusyChatWaitsAndOthersGoOn(t *testing.T) {
	q, now := newQueue(), time.Now()
	q.add(post.Ticket{ID: 1, To: 1}, generous)
	q.add(post.Ticket{ID: 2, To: 1}, generous)
	q.add(post.Ticket{ID: 3, To: 2}, generous)
	first, _, _ := q.next(now)
	q.take(first, now)
	second, _, _ := q.next(now)
	if first.ID != 1 || second.ID != 3 {
		t.Fatalf("%d, then %d", first.ID, second.ID)
	}
	q.take(second, now)
	if _, found, _ := q.next(now); found {
		t.Fatal("two at once in one chat")
	}
	q.putBack(first)
	q.putOff(first, now)
	if _, found, wait := q.next(now); found || wait <= 0 {
		t.Fatalf("a failed try is not repeated at once: wait %s", wait)
	}
	if again, found, _ := q.next(now.Add(retryMax)); !found || again.ID != 1 {
		t.Fatalf("what failed comes first: %+v", again)
	}
}

func TestAChatThatHadItsBurstWaits(t *testing.T) {
	q, now := newQueue(), time.Now()
	for id := range uint64(12) {
		q.add(post.Ticket{ID: id, To: 1}, generous)
	}
	if got := drain(q, now); len(got) != 10 {
		t.Errorf("%d at once", len(got))
	}
	if _, found, wait := q.next(now); found || wait < 900*time.Millisecond || wait > 1100*time.Millisecond {
		t.Errorf("found %v, wait %s", found, wait)
	}
}

// TestOneBrokenConnectionIsNoTrouble: the same is tried again before the person notices, and ever later if it lasts.
func TestOneBrokenConnectionIsNoTrouble(t *testing.T) {
	q, now := newQueue(), time.Now()
	q.add(post.Ticket{ID: 1, To: 1}, generous)
	var waits []time.Duration
	for range 12 {
		ticket, _, _ := q.next(now.Add(time.Hour))
		q.take(ticket, now)
		q.putBack(ticket)
		q.putOff(ticket, now)
		waits = append(waits, q.lines[line{chat: 1}].after.Sub(now))
	}
	if waits[0] > time.Second/4 || waits[1] != 2*waits[0] || waits[11] != retryMax {
		t.Errorf("%v", waits)
	}
}

// TestAFileGoesAheadOfNewsForMany: it is the answer to somebody.
func TestAFileGoesAheadOfNewsForMany(t *testing.T) {
	q := newQueue()
	for id := range uint64(3) {
		q.add(post.Ticket{ID: id, To: 1, Lane: dialog.News}, generous)
	}
	q.add(post.Ticket{ID: 10, To: 1, Lane: dialog.Reply, Long: true}, generous)
	if got := drain(q, time.Now()); !equal(got, []uint64{10, 0, 1, 2}) {
		t.Errorf("%v", got)
	}
}

// TestNobodyWaitsForAFile: who has asked for a large workbook goes on meanwhile, also when it cannot be sent.
func TestNobodyWaitsForAFile(t *testing.T) {
	q, now := newQueue(), time.Now()
	q.add(post.Ticket{ID: 1, To: 1}, generous)
	q.add(post.Ticket{ID: 2, To: 1, Long: true}, generous)
	q.add(post.Ticket{ID: 3, To: 1}, generous)
	take := func() post.Ticket {
		ticket, found, _ := q.next(now)
		if found {
			q.take(ticket, now)
		}
		return ticket
	}
	first := take()
	if early := take(); first.ID != 1 || early.ID != 0 {
		t.Fatalf("%d, and %d meanwhile", first.ID, early.ID)
	}
	q.done(first)
	file, after := take(), take()
	if file.ID != 2 || after.ID != 3 {
		t.Fatalf("%d, and %d meanwhile", file.ID, after.ID)
	}
	q.putBack(file)
	q.putOff(file, now)
	q.done(after)
	q.add(post.Ticket{ID: 4, To: 1}, generous)
	if next := take(); next.ID != 4 {
		t.Errorf("%d while the file waits for its next try", next.ID)
	}
}

// TestAnswersLeaveRoomForReplies: where people tap without end, screens go out all the same.
func TestAnswersLeaveRoomForReplies(t *testing.T) {
	q := newQueue()
	for id := range uint64(4) {
		q.add(post.Ticket{ID: id, To: 1, IsTap: true}, generous)
		q.add(post.Ticket{ID: id + 10, To: flow.AccountID(id + 1), Lane: dialog.Reply}, generous)
		q.add(post.Ticket{ID: id + 20, To: flow.AccountID(id + 9), Lane: dialog.News}, generous)
	}
	if got := drain(q, time.Now()); !equal(got, []uint64{0, 1, 2, 10, 3, 11, 12, 13, 20, 21, 22, 23}) {
		t.Errorf("%v", got)
	}
}
