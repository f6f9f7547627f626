package bot

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// TestAPauseHoldsUpAReportToo: its turn had come before the server asked for a pause.
func TestAPauseHoldsUpAReportToo(t *testing.T) {
	tooMany := func(c call) (int, string) {
		if c.Method == "sendChatAction" {
			return 429, refusal(429, "Too Many Requests")
		}
		return well(c)
	}
	atWork(t, []post.Draft{report(1, 7)}, tooMany, nil, 10*time.Second, func(w *bench) {
		w.wants("sendChatAction", "sendMessage", "sendDocument")
		if d := w.of("sendMessage")[0].After - w.of("sendChatAction")[0].After; d < 3*time.Second {
			t.Errorf("after %s", d)
		}
	})
}

// TestAReportGoesOnWhereItWasBrokenOff: the process that began it was killed after the first part.
func TestAReportGoesOnWhereItWasBrokenOff(t *testing.T) {
	d := report(1, 7)
	d.Parts = 1
	atWork(t, []post.Draft{d}, well, nil, time.Second, func(w *bench) { w.wants("sendChatAction", "sendDocument") })
}

// TestWhatIsOutIsNotSentAgain when the next part has to be tried again.
func TestWhatIsOutIsNotSentAgain(t *testing.T) {
	broken := 0
	answer := func(c call) (int, string) {
		if c.Method == "sendDocument" && broken < 1 {
			broken++
			return 502, "<html>"
		}
		return well(c)
	}
	atWork(t, []post.Draft{report(1, 7)}, answer, nil, time.Minute, func(w *bench) {
		w.wants("sendChatAction", "sendMessage", "sendDocument", "sendChatAction", "sendDocument")
	})
}

// TestARefusedFileIsSaidToThePerson, and stands in the dead letters.
func TestARefusedFileIsSaidToThePerson(t *testing.T) {
	for _, refused := range []struct {
		code int
		body string
	}{{413, "<html>Request Entity Too Large"}, {413, refusal(413, "Request Entity Too Large")}, {400, refusal(400, "Bad Request: file must be non-empty")}} {
		answer := func(c call) (int, string) {
			if c.Method == "sendDocument" {
				return refused.code, refused.body
			}
			return well(c)
		}
		atWork(t, []post.Draft{report(1, 7)}, answer, nil, time.Minute, func(w *bench) {
			w.wants("sendChatAction", "sendMessage", "sendDocument", "sendMessage")
			if r, _ := w.receipt(1); r.Problem == "" || w.of("sendMessage")[1].Text != "Mohon maaf" {
				t.Errorf("%+v", r)
			}
		})
	}
}

// TestAFileThatIsNeverTakenEndsWithAnApology, and holds up nobody meanwhile.
func TestAFileThatIsNeverTakenEndsWithAnApology(t *testing.T) {
	answer := func(c call) (int, string) {
		if c.Method == "sendDocument" {
			time.Sleep(10 * time.Second)
			return 502, "<html>"
		}
		return well(c)
	}
	other := post.Draft{Outgoing: post.Outgoing{ID: 2, To: 8, Show: &dialog.Show{To: 8, Screen: screen("Halo")}}}
	atWork(t, []post.Draft{report(1, 7), other}, answer, nil, 15*time.Minute, func(w *bench) {
		r, through := w.receipt(1)
		if n := len(w.of("sendDocument")); n < 3 || n > 7 || !through || r.Problem == "" {
			t.Errorf("%d tries, %+v", n, r)
		}
		messages := w.of("sendMessage")
		if last := messages[len(messages)-1]; last.Chat != 7 || last.Text != "Mohon maaf" {
			t.Errorf("%+v", last)
		}
		for _, m := range messages {
			if m.Chat == 8 && m.After > time.Second {
				t.Errorf("another person has waited %s", m.After)
			}
		}
	})
}

// TestAReportThatCannotBeMadeIsSaidToThePerson, also when making it panics.
func TestAReportThatCannotBeMadeIsSaidToThePerson(t *testing.T) {
	for name, render := range map[string]func() error{
		"an error": func() error { return errors.New("no such sheet") },
		"a panic":  func() error { panic("index out of range") },
	} {
		atWork(t, []post.Draft{report(1, 7)}, well, func(o *Options) {
			o.Render = func(context.Context, dialog.Laporan) ([]Part, error) { return nil, render() }
		}, time.Minute, func(w *bench) {
			w.wants("sendChatAction", "sendMessage")
			if r, _ := w.receipt(1); r.Problem == "" {
				t.Errorf("%s: %+v", name, r)
			}
		})
	}
}

// TestAStopIsNoFaultOfAReport: it is made again by the next start, and nobody is told that it failed.
func TestAStopIsNoFaultOfAReport(t *testing.T) {
	making := func(o *Options) {
		o.Render = func(ctx context.Context, _ dialog.Laporan) ([]Part, error) {
			<-ctx.Done()
			return nil, errors.New("broken off: " + ctx.Err().Error())
		}
	}
	var w *bench
	atWork(t, []post.Draft{report(1, 7)}, well, making, time.Second, func(at *bench) { w = at })
	if r, through := w.receipt(1); through || strings.Contains(w.log.String(), "cannot be sent") {
		t.Errorf("%+v\n%s", r, w.log)
	}
	w.wants("sendChatAction")
}

// TestARightThatIsLostWhileAReportIsMade: nothing of it is sent.
func TestARightThatIsLostWhileAReportIsMade(t *testing.T) {
	var b *box
	atWork(t, []post.Draft{report(1, 7)}, well, func(o *Options) {
		b = o.Outbox.(*box)
		o.Render = func(context.Context, dialog.Laporan) ([]Part, error) {
			b.Note(post.Receipt{ID: 1})
			return []Part{{Screen: screen("Rekap")}}, nil
		}
	}, time.Minute, func(w *bench) { w.wants("sendChatAction") })
}

// TestEveryPartIsJudged: the right to a report is lost when its first part is out.
func TestEveryPartIsJudged(t *testing.T) {
	var b *box
	answer := func(c call) (int, string) {
		if c.Method == "sendMessage" {
			b.mu.Lock()
			delete(b.waiting, 1)
			b.mu.Unlock()
		}
		return well(c)
	}
	atWork(t, []post.Draft{report(1, 7)}, answer, func(o *Options) { b = o.Outbox.(*box) }, time.Minute, func(w *bench) {
		w.wants("sendChatAction", "sendMessage")
	})
}

// TestAPauseIsFollowedByAnotherLook: the right is lost while the server has a report wait.
func TestAPauseIsFollowedByAnotherLook(t *testing.T) {
	var b *box
	answer := func(c call) (int, string) {
		if c.Method == "sendChatAction" {
			time.AfterFunc(time.Second, func() {
				b.mu.Lock()
				delete(b.waiting, 1)
				b.mu.Unlock()
			})
			return 429, refusal(429, "Too Many Requests")
		}
		return well(c)
	}
	atWork(t, []post.Draft{report(1, 7)}, answer, func(o *Options) { b = o.Outbox.(*box) }, time.Minute, func(w *bench) {
		w.wants("sendChatAction")
	})
}

// TestWhatAPartSaysBecomesTrueWhenItIsOut, and not before.
func TestWhatAPartSaysBecomesTrueWhenItIsOut(t *testing.T) {
	for code, times := range map[int]int{200: 1, 400: 0} {
		told := 0
		answer := func(c call) (int, string) {
			if told > 0 && c.Method == "sendDocument" {
				t.Error("it was true before")
			}
			if code != 200 && c.Method == "sendDocument" {
				return code, refusal(code, "Bad Request: wrong file")
			}
			return well(c)
		}
		render := func(context.Context, dialog.Laporan) ([]Part, error) {
			return []Part{{Name: "a.pdf", Write: func(w io.Writer) error { _, err := w.Write([]byte("isi")); return err },
				Sent: func() error { told++; return nil }}}, nil
		}
		atWork(t, []post.Draft{report(1, 7)}, answer, func(o *Options) { o.Render = render }, time.Minute, func(*bench) {
			if told != times {
				t.Errorf("%d: told %d times", code, told)
			}
		})
	}
}
