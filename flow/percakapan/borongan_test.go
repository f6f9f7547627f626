package percakapan_test

import (
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// TestTwoAdminsWorkOnTheSameRows: while one forwards fifty, part by part, another one forwards some of them. Each row is
// done once, by one of the two, and the other reads why it was not he.
func TestTwoAdminsWorkOnTheSameRows(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	tono, tini := s.people["Tono"], s.people["Tini"]
	s.enter(tono)
	s.enter(tini)
	s.crowd("50")
	s.forwards(tono, "", "50")
	s.forwards(tini, "gizi", "17")
	for _, who := range []flow.AccountID{tono, tini, tini, tono, tono} { // the part of Tini lies between those of Tono
		s.apply(post.Incoming{Event: dialog.Event{From: who, Input: dialog.Continue{}}})
	}
	if chats, err := s.store.Unfinished(); err != nil || len(chats) > 0 {
		t.Errorf("not through: %v %v", chats, err)
	}
	s.reads(tono, "Teruskan selesai: 41 berhasil, 9 tidak.")
	s.reads(tini, "Teruskan selesai: 9 berhasil, 8 tidak.")
	by := map[flow.PegawaiID]int{}
	err := s.store.Read(func(r *store.Reader) error {
		for id := flow.UsulanID(1); id <= 50; id++ {
			trail := r.History(id)
			if len(trail) != 2 || trail[1].Aksi != flow.Teruskan {
				t.Fatalf("usulan %d: %+v", id, trail)
			}
			by[trail[1].Oleh]++
		}
		return nil
	})
	if err != nil || by[3] != 41 || by[4] != 9 {
		t.Errorf("%v %v", by, err)
	}
	s.close()
}

// forwards ticks all rows of a search and confirms Teruskan for them.
func (s *stage) forwards(who flow.AccountID, search, rows string) {
	s.types(who, 0, "/daftar")
	if search != "" {
		s.types(who, 0, search)
	}
	for _, word := range []string{"Centang", "Semua (" + rows + ")", "Teruskan", "Ya, Lanjutkan"} {
		s.taps(who, word)
	}
}

// reads looks for words on a screen of the chat.
func (s *stage) reads(who flow.AccountID, words string) {
	s.t.Helper()
	for _, m := range s.chats[who].messages {
		if strings.Contains(m.screen.Text.String(), words) {
			return
		}
	}
	s.t.Errorf("%s never reads %q", s.names[who], words)
}
