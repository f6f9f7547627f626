package bot

import (
	"context"
	"io"
	"log/slog"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// call is a call that a server has seen.
type call struct {
	Method string
	After  time.Duration // since the beginning
}

// callsOf delivers one thing, after its turn has come, and lists the calls that it takes.
func callsOf(t *testing.T, draft post.Draft, answer func(call) (code int, body string)) (calls []call) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		b, err := New(Options{
			Token: "1:x", APIURL: "http://bot.test", Outbox: deaf{}, Now: time.Now, Log: slog.New(slog.DiscardHandler),
			Limits: Limits{PerSecond: 30, ChatPerSecond: 1, ChatBurst: 10},
			Render: func(context.Context, dialog.Laporan) ([]Part, error) {
				return []Part{{Screen: dialog.Screen{Text: dialog.Spans{}.Plain("Rekap")}}, {Name: "a.xlsx", Write: func(io.Writer) error { return nil }}}, nil
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		b.client.Transport.(*transport).next = server(func(method string) (int, string) {
			calls = append(calls, call{method, time.Since(began)})
			return answer(calls[len(calls)-1])
		})
		d := delivery{Bot: b, draft: draft, paid: true}
		if _, err := d.deliver(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return calls
}

func methods(calls []call) (list []string) {
	for _, c := range calls {
		list = append(list, c.Method)
	}
	return list
}

const sent = `{"ok":true,"result":{"message_id":5}}`

// TestAPauseHoldsUpAReportToo: its turn had come before the server asked for a pause.
func TestAPauseHoldsUpAReportToo(t *testing.T) {
	report := post.Draft{Outgoing: post.Outgoing{To: 7, Send: &dialog.Send{To: 7}}}
	calls := callsOf(t, report, func(c call) (int, string) {
		if c.Method == "sendChatAction" {
			return 429, `{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3}}`
		}
		return 200, sent
	})
	if !slices.Equal(methods(calls), []string{"sendChatAction", "sendMessage", "sendDocument"}) || calls[1].After-calls[0].After < 3*time.Second {
		t.Errorf("%v", calls)
	}
}

// TestAReportGoesOnWhereItWasBrokenOff: the process that began it was killed after the first part.
func TestAReportGoesOnWhereItWasBrokenOff(t *testing.T) {
	report := post.Draft{Outgoing: post.Outgoing{To: 7, Send: &dialog.Send{To: 7}, Parts: 1}}
	calls := callsOf(t, report, func(call) (int, string) { return 200, sent })
	if !slices.Equal(methods(calls), []string{"sendChatAction", "sendDocument"}) {
		t.Errorf("%v", calls)
	}
}

// TestAnOldCardGoesInSpiteOfABrokenLine: there is one card of an usulan in a chat.
func TestAnOldCardGoesInSpiteOfABrokenLine(t *testing.T) {
	card := post.Draft{
		Outgoing: post.Outgoing{To: 7, Show: &dialog.Show{To: 7, Slot: "usulan/1", Manner: dialog.Anew}},
		Held:     post.Held{Message: 4},
	}
	card.Held.At = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // where the clock of synctest begins
	broken := 0
	calls := callsOf(t, card, func(c call) (int, string) {
		if c.Method == "deleteMessage" && broken < 2 {
			broken++
			return 502, "<html>"
		}
		return 200, sent
	})
	if !slices.Equal(methods(calls), []string{"sendMessage", "deleteMessage", "deleteMessage", "deleteMessage"}) {
		t.Errorf("%v", calls)
	}
}
