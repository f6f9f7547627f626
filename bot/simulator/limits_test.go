package simulator

import (
	"fmt"
	"testing"
	"time"

	"siip-asn/bot/simulator/onlooker"
)

const halo = `{"chat_id":7000000001,"text":"halo"}`

func TestChatLimit(t *testing.T) {
	bubble(t, Options{Limits: TelegramLimits()}, func(t *testing.T, sim *Server, p *Person) {
		for i := range 5 {
			if r := direct(t.Context(), sim, "sendMessage", halo); !r.OK {
				t.Fatal(i, r.body)
			}
		}
		r := direct(t.Context(), sim, "sendMessage", halo)
		if r.status != 429 || r.Parameters.RetryAfter != 1 || r.header.Get("Retry-After") != "1" || r.Description != "Too Many Requests: retry after 1" {
			t.Error(r.body)
		}
		// Other chats, and calls that send nothing, go on.
		other := sim.Person(budi)
		other.Send("/start")
		if r := direct(t.Context(), sim, "sendMessage", fmt.Sprintf(`{"chat_id":%d,"text":"x"}`, other.ID())); !r.OK {
			t.Error(r.body)
		}
		if r := direct(t.Context(), sim, "sendChatAction", `{"chat_id":7000000001,"action":"typing"}`); !r.OK {
			t.Error(r.body)
		}
		time.Sleep(time.Second)
		if r := direct(t.Context(), sim, "sendMessage", halo); !r.OK {
			t.Error(r.body)
		}
		if c := sim.Complaints(); len(c) > 0 {
			t.Errorf("the bot waited, and yet: %v", c)
		}
	})
}

// TestLimitOfBulk: what goes to people who have done nothing of late is limited over all chats, and what goes to the others is not.
func TestLimitOfBulk(t *testing.T) {
	bubble(t, Options{Limits: TelegramLimits()}, func(t *testing.T, sim *Server, p *Person) {
		send := func(id int64) reply {
			return direct(t.Context(), sim, "sendMessage", fmt.Sprintf(`{"chat_id":%d,"text":"x"}`, id))
		}
		for id := range int64(40) {
			sim.Person(Profile{ID: 100 + id, FirstName: "x"}).Send("/start")
			if r := send(100 + id); !r.OK {
				t.Fatal(id, r.body)
			}
		}
		time.Sleep(onlooker.Lately + time.Second)
		for id := range int64(35) {
			if r := send(100 + id); r.OK != (id < 30) {
				t.Fatal(id, r.body)
			}
		}
		sim.Person(Profile{ID: 139, FirstName: "x"}).Send("halo")
		if r := send(139); !r.OK {
			t.Error("a reply: ", r.body)
		}
		if c := sim.Complaints(); len(c) > 0 {
			t.Errorf("%v", c)
		}
	})
}

// TestAThrottledCallIsHeld before it is refused, and only its chat is to be left alone.
func TestAThrottledCallIsHeld(t *testing.T) {
	bubble(t, Options{Limits: ThrottlingLimits()}, func(t *testing.T, sim *Server, p *Person) {
		for range 5 {
			direct(t.Context(), sim, "sendMessage", halo)
		}
		began := time.Now()
		if r := direct(t.Context(), sim, "sendMessage", halo); r.status != 429 || time.Since(began) != 8*time.Second {
			t.Errorf("%d after %s", r.status, time.Since(began))
		}
		other := sim.Person(budi)
		other.Send("/start")
		time.Sleep(onlooker.UnderWay + 50*time.Millisecond)
		if r := direct(t.Context(), sim, "sendMessage", fmt.Sprintf(`{"chat_id":%d,"text":"x"}`, other.ID())); !r.OK {
			t.Error(r.body)
		}
		expectComplaints(t, sim)
		direct(t.Context(), sim, "sendMessage", halo)
		expectComplaints(t, sim, "sendMessage was called 700ms before the retry_after of a 429 had passed")
	})
}

// TestA429IsForAChatOrAMethod, also one that was injected; it may be held too.
func TestA429IsForAChatOrAMethod(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		other := sim.Person(budi)
		other.Send("/start")
		sim.Inject(Fault{Kind: TooManyRequests, RetryAfter: 5, Delay: 8 * time.Second, Times: 2})
		began := time.Now()
		if r := direct(t.Context(), sim, "sendMessage", halo); r.status != 429 || time.Since(began) != 8*time.Second {
			t.Errorf("%d after %s", r.status, time.Since(began))
		}
		if r := direct(t.Context(), sim, "getFile", `{"file_id":"x"}`); r.status != 429 {
			t.Error(r.body)
		}
		time.Sleep(time.Second)
		direct(t.Context(), sim, "sendMessage", fmt.Sprintf(`{"chat_id":%d,"text":"x"}`, other.ID()))
		direct(t.Context(), sim, "getMe", `{}`)
		direct(t.Context(), sim, "sendChatAction", `{"chat_id":7000000001,"action":"typing"}`)
		expectComplaints(t, sim)
		direct(t.Context(), sim, "getFile", `{"file_id":"x"}`)
		expectComplaints(t, sim, "getFile was called 4s before the retry_after of a 429 had passed")
	})
}

func TestLimitOfGroups(t *testing.T) {
	bubble(t, Options{Limits: &Limits{GroupBurst: 2, GroupPerMin: 20}}, func(t *testing.T, sim *Server, p *Person) {
		sim.Group(-5, "Grup", p)
		var last reply
		for range 3 {
			last = direct(t.Context(), sim, "sendMessage", `{"chat_id":-5,"text":"x"}`)
		}
		if last.Parameters.RetryAfter != 3 {
			t.Error(last.body)
		}
		for range 50 { // what is not limited is not
			if r := direct(t.Context(), sim, "sendMessage", halo); !r.OK {
				t.Fatal(r.body)
			}
		}
	})
}
