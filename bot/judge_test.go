package bot

import (
	"testing"
	"time"

	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// slowBox needs a moment to say whether something may be sent.
type slowBox struct {
	*box
	slow uint64 // the ticket
}

func (b slowBox) Ready(t post.Ticket) (post.Draft, bool, error) {
	d, ready, err := b.box.Ready(t)
	if t.ID == b.slow {
		time.Sleep(100 * time.Millisecond)
	}
	return d, ready, err
}

// TestWhatHadToWaitForItsCallIsJudgedAgain: a 429 that something else of the chat has met arrives when the message was judged
// already, and the right to it is lost before the call may be made.
func TestWhatHadToWaitForItsCallIsJudgedAgain(t *testing.T) {
	var b *box
	answer := func(c call) (int, string) {
		if c.Method == "sendChatAction" {
			time.AfterFunc(time.Second, func() { b.Note(post.Receipt{ID: 2}) })
			return 429, refusal(429, "Too Many Requests: retry after 3")
		}
		return well(c)
	}
	atWork(t, []post.Draft{report(1, 7), card(2, dialog.Anew, 0)}, answer, func(o *Options) {
		b = o.Outbox.(*box)
		o.Outbox = slowBox{b, 2}
	}, time.Minute, func(w *bench) {
		w.wants("sendChatAction", "sendMessage", "sendDocument")
		for _, c := range w.of("sendMessage") {
			if c.Text != "Rekap" {
				t.Errorf("%q is sent after the right to it was lost", c.Text)
			}
		}
		if r, _ := w.receipt(2); r.Held != (post.Held{}) {
			t.Errorf("a slot holds what was never shown: %+v", r)
		}
	})
}

// TestATapThatHadToWaitForItsAnswerIsToldWhatItMayKnowThen.
func TestATapThatHadToWaitForItsAnswerIsToldWhatItMayKnowThen(t *testing.T) {
	var b *box
	tap := func(id uint64) post.Draft {
		return post.Draft{Outgoing: post.Outgoing{ID: id, To: 7, Tap: "1", Answer: &dialog.Answer{Text: "Usulan SITI ditolak"}}}
	}
	met := false
	answer := func(c call) (int, string) {
		if c.Method == "answerCallbackQuery" && !met {
			met = true
			time.AfterFunc(time.Second, func() {
				d := tap(2)
				d.Answer = &dialog.Answer{}
				b.hold(d)
			})
			return 429, refusal(429, "Too Many Requests: retry after 3")
		}
		return well(c)
	}
	atWork(t, []post.Draft{tap(1), tap(2)}, answer, func(o *Options) {
		b = o.Outbox.(*box)
		o.Outbox = slowBox{b, 2}
	}, time.Minute, func(w *bench) {
		w.wants("answerCallbackQuery", "answerCallbackQuery", "answerCallbackQuery")
		silent := 0
		for _, c := range w.of("answerCallbackQuery") {
			if !contains(c.Body, "SITI") {
				silent++
			}
		}
		if silent != 1 {
			t.Errorf("%d answers say nothing", silent)
		}
	})
}
