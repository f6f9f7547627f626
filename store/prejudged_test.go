package store

import (
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/flow/post"
)

// TestATicketIsJudgedAgainAfterAnyChangeOfPeople: what was judged when it was caused counts only as long as nobody's account and
// nobody's record has changed, by whatever way.
func TestATicketIsJudgedAgainAfterAnyChangeOfPeople(t *testing.T) {
	list := dialog.Show{To: 8, Slot: ui.Dialog, Screen: says("x")}
	for name, changes := range map[string]func(t *testing.T, s *Store){
		"an import takes the role": func(t *testing.T, s *Store) {
			imported(t, s, imports.PegawaiColumns{Peran: true}, row(2, "Dinas A"))
		},
		"an import lets him leave": func(t *testing.T, s *Store) {
			gone := row(2, "Dinas A")
			gone.Status = imports.StatusPegawai{Nonaktif: true, Sebab: flow.Pindah}
			imported(t, s, imports.PegawaiColumns{Status: true}, gone)
		},
		"an event releases him":   func(t *testing.T, s *Store) { happens(t, s, released) },
		"an event takes the role": func(t *testing.T, s *Store) { happens(t, s, demoted) },
	} {
		t.Run(name, func(t *testing.T) {
			s := office(t, nil)
			ticket := sends(t, s, list)
			if ticket.Judged == 0 {
				t.Fatal("it is not judged where it is caused")
			}
			if _, ready, err := s.Ready(ticket); err != nil || !ready {
				t.Fatal("before", ready, err)
			}
			changes(t, s)
			if _, ready, err := s.Ready(ticket); err != nil || ready {
				t.Error("it is delivered", err)
			}
		})
	}
}

// TestWhatIsCausedBesideAChangeIsJudgedAtDelivery: in one transaction with the event that takes the right away, before or after.
func TestWhatIsCausedBesideAChangeIsJudgedAtDelivery(t *testing.T) {
	s := office(t, nil)
	event := func(effects func(dialog.Reader) []dialog.Effect) post.Incoming {
		return post.Incoming{Event: dialog.Event{At: noon, From: 7, Input: does{effects: effects}}}
	}
	show := func(dialog.Reader) []dialog.Effect {
		return []dialog.Effect{dialog.Show{To: 8, Screen: says("x")}}
	}
	tickets := apply(t, s, event(show), event(demoted))
	if len(tickets) == 0 {
		t.Fatal("no ticket")
	}
	for _, ticket := range tickets {
		if ticket.Judged != 0 {
			t.Error("it counts as judged")
		}
		if _, ready, err := s.Ready(ticket); err != nil || ready {
			t.Error("it is delivered", err)
		}
	}
}
