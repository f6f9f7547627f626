package percakapan_test

import (
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// BenchmarkTap is the way of a tap inside the program: from the event to what is to be sent, read back from the outbox,
// with a sync to the disk that holds TMPDIR. Put TMPDIR on a disk in memory to see it without the sync.
func BenchmarkTap(b *testing.B) {
	s := newStage(b)
	id := s.people["Budi"]
	s.enter(id)
	s.seen.Reset()
	tap := s.find(id, "Tambah")
	b.ResetTimer()
	for b.Loop() {
		s.update++
		tap.Update, tap.Event.At = s.update, s.now
		tickets, err := s.store.Apply([]post.Incoming{tap})
		if err != nil {
			b.Fatal(err)
		}
		for _, ticket := range tickets {
			if _, _, err := s.store.Ready(ticket); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkPoll is a poll of 100 updates of 100 people: one transaction.
func BenchmarkPoll(b *testing.B) {
	s := newStage(b)
	batch := make([]post.Incoming, 100)
	for b.Loop() {
		for i := range batch {
			s.update++
			batch[i] = post.Incoming{Update: s.update, Event: dialog.Event{At: s.now, From: flow.AccountID(i + 1), Input: dialog.Command{Name: "start"}}}
		}
		if _, err := s.store.Apply(batch); err != nil {
			b.Fatal(err)
		}
	}
}
