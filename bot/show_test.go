package bot

import (
	"slices"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// TestAnOldCardGoesInSpiteOfABrokenLine: there is one card of an usulan in a chat.
func TestAnOldCardGoesInSpiteOfABrokenLine(t *testing.T) {
	broken := 0
	answer := func(c call) (int, string) {
		if c.Method == "deleteMessage" && broken < 2 {
			broken++
			return 502, "<html>"
		}
		return well(c)
	}
	atWork(t, []post.Draft{card(1, dialog.Anew, 4)}, answer, nil, time.Minute, func(w *bench) {
		w.wants("sendMessage", "deleteMessage", "deleteMessage", "deleteMessage")
	})
}

// TestACardThatCannotBeEditedIsSentAnew, without a ring, and the old one keeps no buttons that are wrong.
func TestACardThatCannotBeEditedIsSentAnew(t *testing.T) {
	for _, m := range []dialog.Manner{dialog.Quietly, dialog.Here} {
		answer := func(c call) (int, string) {
			switch c.Method {
			case "editMessageText":
				return 400, refusal(400, "Bad Request: message can't be edited")
			case "deleteMessage":
				return 400, refusal(400, "Bad Request: message can't be deleted for everyone")
			}
			return well(c)
		}
		handed(t, card(1, m, 4), answer, func(w *bench) {
			w.wants("editMessageText", "sendMessage", "deleteMessage", "editMessageReplyMarkup")
			if !w.of("sendMessage")[0].Silent {
				t.Error("it rings")
			}
			if r, _ := w.receipt(1); r.Held.Message != 5 || r.Slot != "usulan/1" || r.Problem != "" {
				t.Errorf("%+v", r)
			}
		})
	}
}

// TestACardThatThePersonHasRemoved stays removed in a silent refresh, and comes again where he looks.
func TestACardThatThePersonHasRemoved(t *testing.T) {
	gone := func(c call) (int, string) {
		if c.Method == "editMessageText" {
			return 400, refusal(400, "Bad Request: message to edit not found")
		}
		return well(c)
	}
	atWork(t, []post.Draft{card(1, dialog.Quietly, 4)}, gone, nil, time.Minute, func(w *bench) { w.wants("editMessageText") })
	handed(t, card(1, dialog.Here, 4), gone, func(w *bench) { w.wants("editMessageText", "sendMessage") })
}

// TestWhatTheServerHasTakenIsThrough, whatever it answers besides.
func TestWhatTheServerHasTakenIsThrough(t *testing.T) {
	for _, taken := range []struct {
		code int
		body string
	}{
		{200, `{"ok":true,"result":true}`}, {200, `{"ok":true,"result":{"message_id":0}}`}, {200, `{"ok":true}`},
		{500, refusal(500, "Internal Server Error: sent message was immediately deleted")},
	} {
		answer := func(call) (int, string) { return taken.code, taken.body }
		atWork(t, []post.Draft{card(1, dialog.Anew, 4)}, answer, nil, time.Hour, func(w *bench) {
			w.wants("sendMessage")
			if r, through := w.receipt(1); !through || r.Problem != "" || r.Held.Message != 0 {
				t.Errorf("%s: %+v", taken.body, r)
			}
		})
	}
}

// TestNoMessageShowsWhatALinkLeadsTo.
func TestNoMessageShowsWhatALinkLeadsTo(t *testing.T) {
	cards := []post.Draft{card(1, dialog.Quietly, 4), card(2, dialog.Anew, 0), report(3, 9)}
	cards[0].Show.Slot = "usulan/2"
	atWork(t, cards, well, nil, time.Minute, func(w *bench) {
		for _, method := range []string{"sendMessage", "editMessageText"} {
			calls := w.of(method)
			if len(calls) == 0 {
				t.Errorf("no %s", method)
			}
			for _, c := range calls {
				if !contains(c.Body, `"link_preview_options":{"is_disabled":true}`) {
					t.Errorf("%s", c.Body)
				}
			}
		}
	})
}

// TestASilentMessageMakesNoSound, and of a report the first part alone does.
func TestASilentMessageMakesNoSound(t *testing.T) {
	quiet, loud := card(1, dialog.Anew, 0), card(2, dialog.Anew, 0)
	quiet.Show.Silent, quiet.Show.Slot = true, "usulan/2"
	quietly, report2 := report(3, 8), report(4, 9)
	quietly.Send.Silent = true
	atWork(t, []post.Draft{quiet, loud, quietly, report2}, well, nil, time.Minute, func(w *bench) {
		silent := map[flow.AccountID][]bool{}
		for _, c := range w.of("sendMessage") {
			silent[c.Chat] = append(silent[c.Chat], c.Silent)
		}
		if !slices.Equal(silent[7], []bool{true, false}) || !slices.Equal(silent[8], []bool{true}) || !slices.Equal(silent[9], []bool{false}) {
			t.Errorf("%v", silent)
		}
		for _, c := range w.of("sendDocument") {
			if !contains(c.Body, "disable_notification") {
				t.Error("a second part rings")
			}
		}
	})
}

// TestAReaction: whatever becomes of it is no loss.
func TestAReaction(t *testing.T) {
	d := post.Draft{Outgoing: post.Outgoing{ID: 1, To: 7, Tapped: 3, React: &dialog.React{To: 7, Emoji: "🙏"}}}
	for _, answer := range []string{`{"ok":true,"result":true}`, refusal(400, "Bad Request: REACTION_INVALID"), refusal(400, "Bad Request: message to react not found")} {
		atWork(t, []post.Draft{d}, func(call) (int, string) { return 200, answer }, nil, time.Minute, func(w *bench) {
			w.wants("setMessageReaction")
			if c := w.of("setMessageReaction")[0]; c.Body != `{"chat_id":7,"message_id":3,"reaction":[{"type":"emoji","emoji":"🙏"}]}` {
				t.Error(c.Body)
			}
			if r, through := w.receipt(1); !through || r.Problem != "" {
				t.Errorf("%+v", r)
			}
		})
	}
}

// handed is atWork where the draft is caused while the bot runs.
func handed(t *testing.T, d post.Draft, answer func(call) (int, string), look func(*bench)) {
	t.Helper()
	atWork(t, nil, answer, nil, time.Second, func(w *bench) {
		w.hold(d)
		w.Deliver([]post.Ticket{d.Ticket()})
		time.Sleep(time.Minute)
		look(w)
	})
}

// TestWhatAnEarlierProcessHasLeftComesAtTheEnd: it may have sent the screen below the message that is known to hold the slot,
// and died; an edit above it would leave an old card as the newest one.
func TestWhatAnEarlierProcessHasLeftComesAtTheEnd(t *testing.T) {
	atWork(t, []post.Draft{card(1, dialog.Here, 4)}, well, nil, time.Minute, func(w *bench) { w.wants("sendMessage", "deleteMessage") })
	atWork(t, []post.Draft{card(1, dialog.Quietly, 4)}, well, nil, time.Minute, func(w *bench) { w.wants("editMessageText") })
	handed(t, card(1, dialog.Here, 4), well, func(w *bench) { w.wants("editMessageText") })
}

// TestWhatAnEarlierProcessHasLeftOfATapIsChangedAgain: that process has changed the message that was tapped, or nothing. It
// may have sent another one when this screen took the place of one that waited before.
func TestWhatAnEarlierProcessHasLeftOfATapIsChangedAgain(t *testing.T) {
	tapped := card(1, dialog.Here, 4)
	tapped.Tapped, tapped.Newest = 4, 4
	atWork(t, []post.Draft{tapped}, well, nil, time.Minute, func(w *bench) { w.wants("editMessageText") })
	tapped.Over = true
	atWork(t, []post.Draft{tapped}, well, nil, time.Minute, func(w *bench) { w.wants("sendMessage", "deleteMessage") })
}

// TestWhatStandsForARefusedEditIsJudged: the right to a card is lost while its edit is refused.
func TestWhatStandsForARefusedEditIsJudged(t *testing.T) {
	var b *box
	answer := func(c call) (int, string) {
		if c.Method == "editMessageText" {
			b.mu.Lock()
			delete(b.waiting, 1)
			b.mu.Unlock()
			return 400, refusal(400, "Bad Request: message can't be edited")
		}
		return well(c)
	}
	atWork(t, []post.Draft{card(1, dialog.Quietly, 4)}, answer, func(o *Options) { b = o.Outbox.(*box) }, time.Minute, func(w *bench) {
		w.wants("editMessageText")
	})
}

// TestWhoWaitsForAScreenThatIsRefusedIsTold, once, whatever becomes of that; the operator finds the screen among the dead
// letters. Who does not wait is not bothered.
func TestWhoWaitsForAScreenThatIsRefusedIsTold(t *testing.T) {
	bad := func(c call) (int, string) {
		if c.Text == "Kartu" {
			return 400, refusal(400, "Bad Request: BUTTON_DATA_INVALID")
		}
		return well(c)
	}
	worse := func(call) (int, string) { return 400, refusal(400, "Bad Request: BUTTON_DATA_INVALID") }
	news := card(1, dialog.Anew, 0)
	news.Lane = dialog.News
	for name, c := range map[string]struct {
		draft  post.Draft
		answer func(call) (int, string)
		wants  []string
	}{
		"a new one":      {card(1, dialog.Anew, 0), bad, []string{"sendMessage", "sendMessage"}},
		"a changed one":  {card(1, dialog.Here, 4), bad, []string{"editMessageText", "sendMessage"}},
		"nothing goes":   {card(1, dialog.Anew, 0), worse, []string{"sendMessage", "sendMessage"}},
		"a quiet change": {card(1, dialog.Quietly, 4), bad, []string{"editMessageText"}},
		"news":           {news, bad, []string{"sendMessage"}},
	} {
		handed(t, c.draft, c.answer, func(w *bench) {
			w.wants(c.wants...)
			if r, through := w.receipt(1); !through || !contains(r.Problem, "BUTTON_DATA_INVALID") || r.Held != (post.Held{}) {
				t.Errorf("%s: %+v", name, r)
			}
			if all := w.of("sendMessage"); len(c.wants) == 2 && !contains(all[len(all)-1].Text, "tidak dapat ditampilkan") {
				t.Errorf("%s: told %q", name, all[len(all)-1].Text)
			}
		})
	}
}
