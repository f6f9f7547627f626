package bot

import (
	"testing"
	"time"

	"siip-asn/flow/post"
)

// pendingOutbox is an outbox of which only Pending is asked.
type pendingOutbox struct {
	Outbox
	tickets []post.Ticket
}

func (o pendingOutbox) Pending() ([]post.Ticket, error) { return o.tickets, nil }

// TestWhatIsHandedOverTwiceIsSentOnce: a poll that is durable before the outbox is read has its tickets in both.
func TestWhatIsHandedOverTwiceIsSentOnce(t *testing.T) {
	b := &Bot{pace: newPace(Limits{PerSecond: 30, ChatPerSecond: 1, ChatBurst: 10})}
	b.Outbox = pendingOutbox{tickets: []post.Ticket{{ID: 3, To: 1}, {ID: 7, To: 1, IsTap: true}}}
	s := newSender(b)
	s.add([]post.Ticket{{ID: 5, To: 1}, {ID: 7, To: 1, IsTap: true}}) // 5 was replaced meanwhile
	if err := s.begin(); err != nil {
		t.Fatal(err)
	}
	s.add([]post.Ticket{{ID: 8, To: 1, IsTap: true}})
	s.enqueueAdded()
	if got := drain(s.queue, time.Now()); !equal(got, []uint64{7, 8, 3}) {
		t.Errorf("%v", got)
	}
}
