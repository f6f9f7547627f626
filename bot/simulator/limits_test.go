package simulator

import (
	"fmt"
	"testing"
	"time"
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

func TestLimitOverAllChats(t *testing.T) {
	bubble(t, Options{Limits: TelegramLimits()}, func(t *testing.T, sim *Server, p *Person) {
		for i := range 40 {
			id := int64(100 + i)
			sim.Person(Profile{ID: id, FirstName: "x"}).Send("/start")
			r := direct(t.Context(), sim, "sendMessage", fmt.Sprintf(`{"chat_id":%d,"text":"x"}`, id))
			if r.OK != (i < 30) {
				t.Fatal(i, r.body)
			}
		}
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
