package kabar

import (
	"fmt"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
)

// Exponential backoff of the notifications of one admin's queue: it rings at most once in RingEvery, and while he does not look,
// each pause is at least four times the one before, up to ringMost; so a morning of many usulan rings two or three times. The
// pauses begin anew when he has opened his queue or decided on something, and on the next day. What is kept is when it rang
// the last two times and when he looked last, as jobs (dialog.MarkDone): the pause follows from these.
const (
	RingEvery = 30 * time.Minute
	ringMost  = 8 * time.Hour // the longest pause
	ringAnew  = 4 * time.Hour // two rings that far apart belong to different days
)

func ringJob(id flow.AccountID) string   { return fmt.Sprintf("dering/%d", id) }
func beforeJob(id flow.AccountID) string { return fmt.Sprintf("dering-sebelum/%d", id) }
func openedJob(id flow.AccountID) string { return fmt.Sprintf("antrean-dibuka/%d", id) }

// Rang is when the queue of the account rang last.
func Rang(t *engine.Turn, id flow.AccountID) time.Time { return t.Done(ringJob(id)) }

// Opened notes that an admin has looked at what waits for him: he has opened his queue, or decided on something.
func Opened(t *engine.Turn) {
	t.Do(dialog.MarkDone{Job: openedJob(t.Me()), At: t.Event.At})
}

// ring tells whether the queue may ring now, and notes that it does.
func ring(t *engine.Turn, id flow.AccountID) bool {
	last := Rang(t, id)
	if !t.Aturan().Kabar.Buka(t.Now()) || t.Event.At.Sub(last) < pause(t, id, last) {
		return false
	}
	noteRing(t, id, last)
	return true
}

// noteRing keeps when the queue rang now, and the time before.
func noteRing(t *engine.Turn, id flow.AccountID, last time.Time) {
	if !last.IsZero() {
		t.Do(dialog.MarkDone{Job: beforeJob(id), At: last})
	}
	t.Do(dialog.MarkDone{Job: ringJob(id), At: t.Event.At})
}

// pause is how long the queue is silent after its last ring.
func pause(t *engine.Turn, id flow.AccountID, last time.Time) time.Duration {
	before := t.Done(beforeJob(id))
	apart := last.Sub(before)
	if before.IsZero() || apart > ringAnew || t.Done(openedJob(id)).After(last) {
		return RingEvery
	}
	return min(max(RingEvery, 4*apart), ringMost)
}
