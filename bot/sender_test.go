package bot

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

func contains(text, part string) bool { return strings.Contains(text, part) }

func message1(id uint64, to flow.AccountID) post.Draft {
	return post.Draft{Outgoing: post.Outgoing{ID: id, To: to, Show: &dialog.Show{To: to, Screen: screen("Halo")}}}
}

// TestWhatIsHandedOverTwiceIsSentOnce: a poll that is durable before the outbox is read has its tickets in both.
func TestWhatIsHandedOverTwiceIsSentOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newBench(t, well, nil)
		w.hold(message1(3, 1), message1(7, 2))
		w.Deliver([]post.Ticket{{ID: 5, To: 1}, {ID: 7, To: 2}}) // 5 was replaced meanwhile
		ctx, cancel := withCancel()
		over := make(chan error, 1)
		go func() { over <- w.Run(ctx) }()
		time.Sleep(time.Second)
		w.hold(message1(8, 3))
		w.Deliver([]post.Ticket{{ID: 8, To: 3}})
		time.Sleep(time.Second)
		w.wants("sendMessage", "sendMessage", "sendMessage")
		cancel()
		<-over
	})
}

// TestOneChatsPauseIsThatChats: another person notices nothing, and the pause is kept for the next process by its chat.
func TestOneChatsPauseIsThatChats(t *testing.T) {
	answer := func(c call) (int, string) {
		if c.Chat == 7 && len(c.Body) > 0 && c.After < time.Second {
			return 429, refusal(429, "Too Many Requests: retry after 3")
		}
		return well(c)
	}
	atWork(t, []post.Draft{message1(1, 7), message1(2, 8)}, answer, nil, 10*time.Second, func(w *bench) {
		for _, c := range w.of("sendMessage") {
			if c.Chat == 8 && c.After > 100*time.Millisecond {
				t.Errorf("another person has waited %s", c.After)
			}
			if c.Chat == 7 && c.After > 100*time.Millisecond && c.After < 3*time.Second {
				t.Errorf("called after %s", c.After)
			}
		}
		if w.durable != 1 {
			t.Error("the pause is not durable while the program runs")
		}
		if len(w.rests) != 1 || w.rests[0].Scope != "chat/7" || w.rests[0].For < 3*time.Second {
			t.Errorf("%+v", w.rests)
		}
		w.wants("sendMessage", "sendMessage", "sendMessage")
	})
}

// TestTheNextProcessKeepsToAPause.
func TestTheNextProcessKeepsToAPause(t *testing.T) {
	atWork(t, []post.Draft{message1(1, 7), message1(2, 8)}, well, func(o *Options) {
		o.Outbox.(*box).rests = []post.Rest{{Scope: "chat/7", For: 5 * time.Second}}
	}, 10*time.Second, func(w *bench) {
		for _, c := range w.of("sendMessage") {
			if (c.Chat == 7) != (c.After >= 5*time.Second) {
				t.Errorf("chat %d after %s", c.Chat, c.After)
			}
		}
	})
}

// TestChatsThatTakeNothingAreForgottenQuietly: no stranger, and no group of strangers, makes an alarm or a dead letter.
func TestChatsThatTakeNothingAreForgottenQuietly(t *testing.T) {
	for _, c := range []struct {
		chat flow.AccountID
		code int
		text string
	}{
		{7, 403, "Forbidden: bot was blocked by the user"}, {7, 400, "Bad Request: chat not found"}, {7, 400, "Bad Request: INPUT_USER_DEACTIVATED"},
		{-7, 403, "Forbidden: bot was kicked from the group chat"}, {-7, 400, "Bad Request: not enough rights to send text messages to the chat"},
		{-7, 400, "Bad Request: TOPIC_CLOSED"}, {-7, 400, "Bad Request: SOME_RULE_OF_2030"},
	} {
		answer := func(call) (int, string) { return c.code, refusal(c.code, c.text) }
		atWork(t, []post.Draft{message1(1, c.chat)}, answer, nil, time.Hour, func(w *bench) {
			w.wants("sendMessage")
			if r, through := w.receipt(1); !through || !r.Unreachable || r.Problem != "" || contains(w.log.String(), "level=ERROR") {
				t.Errorf("%s: %+v\n%s", c.text, r, w.log)
			}
		})
	}
}

// TestWhatConcernsTheBotIsTriedAgain, and said to the operator with what he can do.
func TestWhatConcernsTheBotIsTriedAgain(t *testing.T) {
	for text, advice := range map[string]string{"Bad Request: Logged out": "logOut", "Bad Request: FROZEN_METHOD_INVALID": "frozen"} {
		answer := func(c call) (int, string) {
			if c.After < time.Minute {
				return 400, refusal(400, text)
			}
			return well(c)
		}
		atWork(t, []post.Draft{message1(1, 7)}, answer, nil, 5*time.Minute, func(w *bench) {
			r, through := w.receipt(1)
			if !through || r.Problem != "" || !contains(w.log.String(), advice) {
				t.Errorf("%s: %+v\n%s", text, r, w.log)
			}
		})
	}
}

// TestATapIsAnsweredAtOnce however much news waits, and however slow the server is with it.
func TestATapIsAnsweredAtOnce(t *testing.T) {
	var waiting []post.Draft
	for id := range uint64(2000) {
		d := message1(id+1, flow.AccountID(id+100))
		d.Lane = dialog.News
		waiting = append(waiting, d)
	}
	answer := func(c call) (int, string) {
		if c.Chat >= 100 {
			time.Sleep(8 * time.Second)
			return 429, refusal(429, "Too Many Requests: retry after 3")
		}
		return well(c)
	}
	atWork(t, waiting, answer, nil, 10*time.Second, func(w *bench) {
		tap := post.Draft{Outgoing: post.Outgoing{ID: 5000, To: 7, Tap: "1", Answer: &dialog.Answer{}}}
		w.hold(tap, message1(5001, 7))
		began := time.Since(w.began)
		w.Deliver([]post.Ticket{tap.Ticket(), {ID: 5001, To: 7}})
		time.Sleep(100 * time.Millisecond)
		got := w.of("answerCallbackQuery")
		at := slices.IndexFunc(w.of("sendMessage"), func(c call) bool { return c.Chat == 7 })
		if len(got) != 1 || got[0].After > began+10*time.Millisecond || at < 0 {
			t.Errorf("answers %v, screen %d", got, at)
		}
	})
}
