package world

import (
	"slices"
	"time"

	"siip-asn/bot/simulator/onlooker"
)

// Inject makes calls fail from now on. The function it returns ends that; it may be called at any time.
// Of several faults that fit a call, the one injected first counts.
func (s *World) Inject(f onlooker.Fault) (remove func()) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	f.RetryAfter = max(f.RetryAfter, 1)
	a := &onlooker.ActiveFault{Fault: f, Left: f.Times}
	if f.For > 0 {
		a.Until = time.Now().Add(f.For)
	}
	s.Faults = append(s.Faults, a)
	return func() {
		s.Mu.Lock()
		defer s.Mu.Unlock()
		s.Faults = slices.DeleteFunc(s.Faults, func(o *onlooker.ActiveFault) bool { return o == a })
	}
}

// Heal removes every fault.
func (s *World) Heal() {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	s.Faults = nil
}

// CutNetwork cuts every waiting poll, and every connection that comes until RestoreNetwork. People go on: what they do
// waits for the bot.
func (s *World) CutNetwork() {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	s.Down = true
	s.endPoll(Severed)
	s.Emit(Event{What: networkDown})
}

// RestoreNetwork lets the bot through again.
func (s *World) RestoreNetwork() {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	s.Down = false
	s.Emit(Event{What: networkUp})
}
