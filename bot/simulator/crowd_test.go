package simulator

import (
	"fmt"
	"path/filepath"
	"sync"
	"testing"
)

// Many people at once, a bot that echoes and answers, a page that listens, and a file that is written: nothing is lost.
func TestCrowd(t *testing.T) {
	const people, words = 20, 10
	sim, err := Open(filepath.Join(t.TempDir(), "sim.json"), Options{Strict: true, MessagesPerSecond: -1})
	if err != nil {
		t.Fatal(err)
	}
	b := serve(t, sim)
	var echo sync.WaitGroup
	echo.Go(func() { b.echo(people * words * 2) })
	listener := open(t, b.sim).listen("", "")
	go func() {
		for listener.lines.Scan() {
		}
	}()
	var crowd sync.WaitGroup
	for i := range people {
		crowd.Go(func() {
			p := b.sim.Person(Profile{ID: int64(i + 1), FirstName: fmt.Sprint(i)})
			for n := range words {
				p.Send(fmt.Sprint("kata ", n))
				p.TapData(1, fmt.Sprint("ketuk ", n))
			}
			if err := p.Wait(soon(t), func(all []Message) bool { return count(all) == words }); err != nil {
				t.Errorf("person %d: %v with %d answers", i, err, count(p.Chat()))
			}
		})
	}
	crowd.Wait()
	echo.Wait()
	if err := b.sim.Wait(soon(t), func() bool { return len(b.sim.Unanswered()) == 0 }); err != nil {
		t.Error(err, len(b.sim.Unanswered()))
	}
	expectComplaints(t, b.sim)
}

func count(all []Message) (n int) {
	for _, m := range all {
		if m.FromBot() {
			n++
		}
	}
	return n
}

// echo answers n updates: words with the same words, taps with nothing.
func (b *bot) echo(n int) {
	offset, seen := int64(0), 0
	for seen < n {
		for _, u := range must[[]got](b, "getUpdates", args{"offset": offset, "timeout": 5}) {
			offset = u.ID + 1
			seen++
			if u.Callback != nil {
				must[bool](b, "answerCallbackQuery", args{"callback_query_id": u.Callback.ID})
			} else {
				b.send(u.Message.Chat.ID, u.Message.Text)
			}
		}
	}
}

func BenchmarkSendMessage(b *testing.B) {
	sim := New(Options{})
	p := sim.Person(sari)
	p.Send("/start")
	for b.Loop() {
		direct(b.Context(), sim, "sendMessage", halo)
	}
}
