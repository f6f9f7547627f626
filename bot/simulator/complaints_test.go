package simulator

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/simulator/onlooker"
)

func expectComplaints(t *testing.T, sim *Server, want ...string) {
	t.Helper()
	got := sim.Complaints()
	fits := slices.EqualFunc(got, want, func(got, want string) bool { return strings.Contains(got, want) })
	if !fits {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestCallsBeforeRetryAfter(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		sim.Inject(Fault{Kind: TooManyRequests, Method: "sendMessage", Chat: p.ID(), RetryAfter: 5, Times: 1})
		direct(t.Context(), sim, "sendMessage", halo)
		direct(t.Context(), sim, "sendMessage", halo) // was under way already
		expectComplaints(t, sim)
		time.Sleep(time.Second)
		direct(t.Context(), sim, "getMe", "")
		direct(t.Context(), sim, "sendMessage", `{"chat_id":1,"text":"x"}`)
		expectComplaints(t, sim)
		direct(t.Context(), sim, "sendMessage", halo)
		expectComplaints(t, sim, "sendMessage was called 4s before the retry_after of a 429 had passed")
		time.Sleep(5 * time.Second)
		direct(t.Context(), sim, "sendMessage", halo)
		expectComplaints(t, sim, "sendMessage")
	})
}

func TestTooManyMessages(t *testing.T) {
	bubble(t, Options{MessagesPerSecond: 10, ChatBurst: -1}, func(t *testing.T, sim *Server, p *Person) {
		p.Send("halo")
		for range 100 { // replies are no bulk
			direct(t.Context(), sim, "sendMessage", halo)
		}
		time.Sleep(onlooker.Lately + time.Second)
		for range 3 {
			for range 12 { // a fifth more is forgiven
				direct(t.Context(), sim, "sendMessage", halo)
			}
			time.Sleep(time.Second)
		}
		expectComplaints(t, sim)
		for range 20 {
			direct(t.Context(), sim, "sendMessage", halo)
		}
		expectComplaints(t, sim, "more than 10 messages in a second")
	})
	bubble(t, Options{MessagesPerSecond: -1, ChatBurst: -1}, func(t *testing.T, sim *Server, p *Person) {
		for range 100 {
			direct(t.Context(), sim, "sendMessage", halo)
		}
		expectComplaints(t, sim)
	})
}

func TestTooManyMessagesInOneChat(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		for range 10 {
			direct(t.Context(), sim, "sendMessage", halo)
		}
		for range 5 {
			time.Sleep(time.Second)
			direct(t.Context(), sim, "sendMessage", halo)
		}
		expectComplaints(t, sim)
		direct(t.Context(), sim, "sendMessage", halo)
		expectComplaints(t, sim, "more than 10 messages at once, or than one a second, for chat 7000000001")
	})
}

func TestMessagesInVain(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		p.Block()
		direct(t.Context(), sim, "sendMessage", halo)
		direct(t.Context(), sim, "sendMessage", halo) // was under way already
		expectComplaints(t, sim)
		time.Sleep(time.Second)
		direct(t.Context(), sim, "sendMessage", halo)
		expectComplaints(t, sim, "sendMessage for chat 7000000001, which takes nothing")
		p.Send("/start")
		direct(t.Context(), sim, "sendMessage", halo)
		expectComplaints(t, sim, "sendMessage")
	})
}

func TestFailingPollsInALoop(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		sim.Inject(Fault{Kind: BadGateway, Method: "getUpdates"})
		for range 20 {
			direct(t.Context(), sim, "getUpdates", "")
			time.Sleep(210 * time.Millisecond)
		}
		expectComplaints(t, sim)
		for range 20 {
			direct(t.Context(), sim, "getUpdates", "")
		}
		expectComplaints(t, sim, "getUpdates failed more than 5 times in a second")
	})
}

// An answer that was taken, but whose answer was lost, may be given again.
func TestLostAnswerIsNoSin(t *testing.T) {
	b, p := start(t, Options{})
	id := p.TapData(1, "a")
	b.sim.Inject(Fault{Kind: CutAfter, Times: 1})
	if _, err := b.try("answerCallbackQuery", args{"callback_query_id": id}); err == nil {
		t.Error("it was not lost")
	}
	b.refused("answerCallbackQuery", args{"callback_query_id": id}, 400, tooOld)
	expectComplaints(t, b.sim)
}

func TestStrictness(t *testing.T) {
	call := args{"chat_id": 7_000_000_001, "text": "x", "colour": "red", "reply_to_message_id": "0",
		"reply_markup":         `{"inline_keyboard":[[{"text":"a","callback_data":"b","url":"https://example.org","unique":"u"}]],"shiny":true}`,
		"link_preview_options": `{"is_disabled":true,"off":true}`, "entities": `[{"type":"bold","offset":0,"length":1,"weight":2}]`}
	for _, c := range []struct {
		options Options
		want    []string
	}{
		{Options{}, nil},
		{Options{Strict: true}, []string{
			`sendMessage: unknown parameter "colour"`, `entities: unknown field "weight"`, `link_preview_options: unknown field "off"`,
			`reply_markup: unknown field "shiny"`, `inline button: unknown field "unique"`, `inline button: beside url it has callback_data`,
		}},
	} {
		b, _ := start(t, c.options)
		must[Message](b, "sendMessage", call)
		expectComplaints(t, b.sim, c.want...)
	}
}

func TestCallsAreNotedAndBounded(t *testing.T) {
	b, p := start(t, Options{})
	b.send(p.ID(), "x")
	b.call("nothing", nil)
	b.upload("sendDocument", "document", "a.txt", []byte("isi"), toSari)
	calls := b.sim.Calls()
	if len(calls) != 3 || calls[0].Params["text"] != "x" || calls[1].Status != 404 || calls[1].Description == "" || calls[2].Files["document"] != 3 {
		t.Errorf("%+v", calls)
	}
	for range onlooker.MaxCalls {
		b.sim.CallLog.Add(&Call{})
	}
	if n := len(b.sim.Calls()); n > onlooker.MaxCalls {
		t.Error(n)
	}
}

// A bot that does not rest while the network is down is too hasty as well.
func TestHastyPollsWhileTheNetworkIsDown(t *testing.T) {
	b, _ := start(t, Options{})
	b.sim.CutNetwork()
	for range onlooker.HastyPolls + 1 {
		if _, err := b.post(t.Context(), "getUpdates", "application/json", strings.NewReader("{}")); err == nil {
			t.Fatal("the network is down")
		}
	}
	expectComplaints(t, b.sim, "getUpdates failed more than 5 times")
}

// What a killed process may not have noted, its successor may do again.
func TestAnsweringAgainAfterAKill(t *testing.T) {
	b, p := start(t, Options{})
	m := b.sendWith(p.ID(), "satu", inline(row(data("a", "b"))))
	query, err := p.Tap(m.ID, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	b.call("answerCallbackQuery", args{"callback_query_id": query})
	p.Block()
	b.refused("sendMessage", args{"chat_id": p.ID(), "text": "x"}, 403, "Forbidden: bot was blocked by the user")
	b.sim.BotKilled(time.Now())
	b.call("answerCallbackQuery", args{"callback_query_id": query})
	if len(b.sim.Watch.Shut) > 0 {
		t.Error("its successor cannot know of the block")
	}
	expectComplaints(t, b.sim)
}

// Everything that appears before a person is told to Options.Seen.
func TestSights(t *testing.T) {
	var seen []string
	b, p := start(t, Options{Seen: func(s Sight) {
		switch {
		case s.Toast != nil:
			seen = append(seen, "toast "+s.Toast.Text)
		default:
			seen = append(seen, fmt.Sprint(s.Message.Text, " ", s.Changed))
		}
	}})
	seen = nil
	m := b.sendWith(p.ID(), "satu", inline(row(data("a", "b"))))
	must[Message](b, "editMessageText", args{"chat_id": p.ID(), "message_id": m.ID, "text": "dua", "reply_markup": inline(row(data("a", "b")))})
	query, _ := p.Tap(m.ID, 0, 0)
	b.call("answerCallbackQuery", args{"callback_query_id": query, "text": "ya"})
	if got := strings.Join(seen, ", "); got != "satu false, dua true, toast ya" {
		t.Error(got)
	}
}
