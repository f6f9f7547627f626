package people

import (
	"net/http"
	"slices"
	"time"

	"siip-asn/bot/simulator/onlooker"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

var faultKinds = []onlooker.FaultKind{onlooker.TooManyRequests, onlooker.ServerError, onlooker.BadGateway, onlooker.Hang, onlooker.CutBefore, onlooker.CutAfter, onlooker.Slow}

// faultBody is a fault as the page asks for it.
type faultBody struct {
	Kind       onlooker.FaultKind `json:"kind"`
	Method     string             `json:"method"`
	Chat       int64              `json:"chat_id"`
	Times      int                `json:"times"`
	Seconds    float64            `json:"seconds"` // how long the fault lasts
	RetryAfter int                `json:"retry_after"`
	Delay      float64            `json:"delay"` // seconds
}

func actFault(s *world.World, w http.ResponseWriter, r *http.Request) {
	var b faultBody
	if !readBody(w, r, &b) {
		return
	}
	if !slices.Contains(faultKinds, b.Kind) {
		refuse(w, http.StatusBadRequest, "no such kind of fault")
		return
	}
	s.Inject(onlooker.Fault{
		Kind: b.Kind, Method: b.Method, Chat: b.Chat, Times: b.Times, RetryAfter: b.RetryAfter,
		For: seconds(b.Seconds), Delay: seconds(b.Delay),
	})
	wire.WriteJSON(w, http.StatusOK, map[string]bool{"ok": true})
}

func seconds(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }

func actHeal(s *world.World, w http.ResponseWriter, _ *http.Request) {
	s.Heal()
	s.RestoreNetwork()
	wire.WriteJSON(w, http.StatusOK, map[string]bool{"ok": true})
}

func actNetwork(s *world.World, w http.ResponseWriter, r *http.Request) {
	var b struct {
		Down bool `json:"down"`
	}
	if !readBody(w, r, &b) {
		return
	}
	if b.Down {
		s.CutNetwork()
	} else {
		s.RestoreNetwork()
	}
	wire.WriteJSON(w, http.StatusOK, map[string]bool{"ok": true})
}
