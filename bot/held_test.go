package bot

import (
	"context"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
)

// TestWhatWaitsLongGivesItsPlaceAway: chat after chat meets a 429 of an hour while a report is made for it, more of them than
// there are places for files; another report goes at once, and those go when their time has come.
func TestWhatWaitsLongGivesItsPlaceAway(t *testing.T) {
	const chats = 8
	answer := func(c call) (int, string) {
		if c.Method == "sendChatAction" && c.Chat < 200 && c.After < time.Hour {
			return 429, `{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3600}}`
		}
		return well(c)
	}
	atWork(t, nil, answer, nil, 0, func(w *bench) {
		for id := range uint64(chats) {
			d := report(id+1, flow.AccountID(100+id))
			w.hold(d)
			w.Deliver([]post.Ticket{d.Ticket()})
			time.Sleep(time.Minute) // else it would concern everybody
		}
		other := report(50, 200)
		w.hold(other)
		w.Deliver([]post.Ticket{other.Ticket()})
		time.Sleep(5 * time.Second)
		if _, through := w.receipt(50); !through {
			t.Error("a report waits for the chats of others")
		}
		time.Sleep(2 * time.Hour)
		for id := range uint64(chats) {
			if r, through := w.receipt(id + 1); !through || r.Problem != "" {
				t.Errorf("report %d: %v %+v", id+1, through, r)
			}
		}
	})
}

// TestNoWorkWaitsForItsProgressToBeShown: the chat meets a 429 while a workbook is looked at.
func TestNoWorkWaitsForItsProgressToBeShown(t *testing.T) {
	answer := func(c call) (int, string) {
		switch c.Method {
		case "getFile":
			return 200, `{"ok":true,"result":{"file_path":"documents/a.xlsx"}}`
		case "sendMessage":
			return 429, `{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":25}}`
		}
		return well(c)
	}
	d := post.Draft{Outgoing: post.Outgoing{ID: 1, To: 7, Check: &dialog.Check{To: 7, File: dialog.File{Ref: "a"}}}}
	var ended time.Duration
	atWork(t, []post.Draft{d}, answer, func(o *Options) {
		began := time.Now()
		o.Examine = func(_ context.Context, _ dialog.Check, _ []byte, _ error, progress func(ui.Screen)) dialog.Examined {
			for range 10 {
				time.Sleep(time.Second)
				progress(screen("Membaca"))
			}
			ended = time.Since(began)
			return dialog.Examined{}
		}
	}, time.Minute, func(w *bench) {
		if len(w.taken) != 1 || w.taken[0].Event.At.Sub(w.began) > ended+time.Second {
			t.Errorf("taken in: %+v, the work has ended after %s", w.taken, ended)
		}
	})
}
