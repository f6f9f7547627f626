package simulator

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"siip-asn/bot/simulator/world"
)

func TestFaults(t *testing.T) {
	b, p := start(t, Options{})
	send := args{"chat_id": p.ID(), "text": "x"}
	for _, c := range []struct {
		kind       FaultKind
		status     int
		body       string
		happens    bool // the call takes effect
		disconnect bool
	}{
		{TooManyRequests, 429, "Too Many Requests: retry after 7", false, false},
		{ServerError, 500, "Internal Server Error", false, false},
		{BadGateway, 502, "nginx", false, false},
		{CutBefore, 0, "", false, true},
		{CutAfter, 0, "", true, true},
	} {
		before := len(p.Chat())
		b.sim.Inject(Fault{Kind: c.kind, Method: "sendMessage", Times: 1, RetryAfter: 7})
		r, err := b.try("sendMessage", send)
		if (err != nil) != c.disconnect || r.status != c.status || !strings.Contains(r.body, c.body) {
			t.Errorf("%s: %v %d %s", c.kind, err, r.status, r.body)
		}
		if happened := len(p.Chat()) > before; happened != c.happens {
			t.Errorf("%s: it happened: %v", c.kind, happened)
		}
		if c.kind == TooManyRequests && (r.Parameters.RetryAfter != 7 || r.header.Get("Retry-After") != "7") {
			t.Errorf("%s %v", r.body, r.header)
		}
		if r, err := b.try("sendMessage", send); err != nil || !r.OK {
			t.Errorf("%s happens twice", c.kind)
		}
		calls := b.sim.Calls("sendMessage")
		if status := calls[len(calls)-2].Status; status != c.status {
			t.Errorf("%s: noted with status %d", c.kind, status)
		}
	}
}

func TestFaultsFitMethodsAndChats(t *testing.T) {
	b, p := start(t, Options{})
	other := b.sim.Person(budi)
	other.Send("/start")
	remove := b.sim.Inject(Fault{Kind: ServerError, Method: "SENDMESSAGE", Chat: p.ID()})
	for range 2 {
		if r := b.call("sendMessage", args{"chat_id": p.ID(), "text": "x"}); r.OK {
			t.Error("no fault")
		}
	}
	b.send(other.ID(), "x")
	must[bool](b, "sendChatAction", args{"chat_id": p.ID(), "action": "typing"})
	remove()
	b.send(p.ID(), "x")
	b.sim.Inject(Fault{Kind: ServerError, Method: "answerCallbackQuery", Chat: p.ID(), Times: 1})
	must[bool](b, "answerCallbackQuery", args{"callback_query_id": other.TapData(1, "x")})
	if r := b.call("answerCallbackQuery", args{"callback_query_id": p.TapData(1, "x")}); r.OK {
		t.Error("the chat of a tap is not known")
	}
	b.sim.Inject(Fault{Kind: ServerError})
	if r := b.call("getMe", nil); r.OK {
		t.Error("no fault")
	}
	b.sim.Heal()
	must[User](b, "getMe", nil)
}

func TestFaultOfDownloads(t *testing.T) {
	b, p := start(t, Options{})
	p.Upload("a.txt", "", []byte("isi"), "")
	info := must[fileInfo](b, "getFile", args{"file_id": b.one().Message.Document.FileID})
	b.sim.Inject(Fault{Kind: BadGateway, Method: "file", Times: 1})
	if code, _ := b.fetch(info.FilePath); code != 502 {
		t.Error(code)
	}
	if code, _ := b.fetch(info.FilePath); code != 200 {
		t.Error(code)
	}
}

func TestSlowAndHanging(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		sim.Inject(Fault{Kind: Slow, Times: 1, Delay: 4 * time.Second})
		began := time.Now()
		if r := direct(t.Context(), sim, "getMe", ""); !r.OK || time.Since(began) != 4*time.Second {
			t.Error(r.body, time.Since(began))
		}
		sim.Inject(Fault{Kind: Hang, Times: 1, Delay: time.Minute})
		began = time.Now()
		if r := direct(t.Context(), sim, "getMe", ""); r.status != 0 || time.Since(began) != time.Minute {
			t.Error(r.body, time.Since(began))
		}
		sim.Inject(Fault{Kind: Hang, Times: 1})
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		began = time.Now()
		if r := direct(ctx, sim, "getMe", ""); r.status != 0 || time.Since(began) != time.Hour {
			t.Error(r.body, time.Since(began))
		}
	})
}

func TestFaultForAWhile(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		sim.Inject(Fault{Kind: ServerError, For: 10 * time.Second})
		for _, c := range []struct {
			wait time.Duration
			ok   bool
		}{{0, false}, {9 * time.Second, false}, {2 * time.Second, true}} {
			time.Sleep(c.wait)
			if r := direct(t.Context(), sim, "getMe", ""); r.OK != c.ok {
				t.Error(c.wait, r.body)
			}
		}
	})
}

func TestNetworkDown(t *testing.T) {
	b, p := start(t, Options{})
	waiting := make(chan error, 1)
	go func() {
		_, err := b.try("getUpdates", args{"timeout": 50})
		waiting <- err
	}()
	if err := b.sim.Wait(soon(t), b.sim.Polling); err != nil {
		t.Fatal(err)
	}
	b.sim.CutNetwork()
	if err := <-waiting; err == nil {
		t.Error("the poll goes on")
	}
	if _, err := b.try("getMe", nil); err == nil {
		t.Error("a call goes through")
	}
	p.Send("halo")
	b.sim.RestoreNetwork()
	b.sim.Polls = world.PollHistory{}
	if texts, _ := poll(b, args{}); len(texts) != 1 {
		t.Error("what happened meanwhile is lost")
	}
}

func TestRedelivery(t *testing.T) {
	b, p := start(t, Options{})
	b.sim.State.Queue.Recent = nil
	p.Send("a")
	p.Send("b")
	_, all := poll(b, args{})
	_, none := poll(b, args{"offset": all[1] + 1})
	if len(none) != 0 || b.sim.Redeliver(1) != 1 {
		t.Fatal(none)
	}
	if texts, again := poll(b, args{"offset": all[1] + 2}); len(again) != 1 || again[0] != all[1] || texts[0] != "b" {
		t.Error(again, texts)
	}
	if _, none := poll(b, args{"offset": all[1] + 3}); len(none) != 0 {
		t.Error("it comes for ever")
	}
	if !b.sim.Repeat() {
		t.Fatal("nothing to repeat")
	}
	if texts, again := poll(b, args{"offset": all[1] + 1}); len(again) != 1 || again[0] != all[1]+1 || texts[0] != "b" {
		t.Error(again, texts)
	}
	if n := b.sim.Redeliver(100); n != 3 {
		t.Error(n)
	}
}

func TestRedeliveryWakesThePoll(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		p.Send("a")
		sim.Mu.Lock()
		sim.State.Queue.Updates = nil
		sim.Mu.Unlock()
		waiting := begin(t.Context(), sim, "getUpdates", `{"timeout":50}`)
		synctest.Wait()
		sim.Redeliver(1)
		if r := <-waiting; !strings.Contains(string(r.Result), `"text":"a"`) {
			t.Error(r.body)
		}
	})
}
