package percakapan_test

import (
	"strings"
	"testing"

	"siip-asn/flow"
)

// TestADecisionOverManyLeavesNoQueueBehind: an Admin SIIP-ASN decides on many usulan that wait for Admin OPD. Each of those
// reads of it in one message, and his queue message, which stands further up, counts them no longer.
func TestADecisionOverManyLeavesNoQueueBehind(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	tono, tini, agus := s.people["Tono"], s.people["Tini"], s.people["Agus"]
	for _, who := range []flow.AccountID{tono, tini, agus} {
		s.enter(who)
	}
	s.crowd("3")
	for _, who := range []flow.AccountID{tono, tini} {
		if !s.stands(who, "3 usulan menunggu Anda") {
			t.Fatalf("%s has no queue message", s.names[who])
		}
	}
	s.types(agus, 0, "/daftar")
	for _, word := range []string{"Centang", "Semua (3)", "Revisi"} {
		s.taps(agus, word)
	}
	s.types(agus, 0, "Mohon dilengkapi.")
	s.taps(agus, "Simpan")
	s.finish()
	for _, who := range []flow.AccountID{tono, tini} {
		if s.stands(who, " usulan menunggu Anda") || !s.stands(who, "📥 Tidak ada usulan yang menunggu Anda.") {
			t.Errorf("%s is still told of usulan that wait: %q", s.names[who], s.textWith(who, " usulan menunggu Anda"))
		}
	}
	s.close()
}

// stands tells whether a message with these words stands in the chat.
func (s *stage) stands(who flow.AccountID, words string) bool {
	for _, m := range s.chats[who].messages {
		if strings.Contains(m.screen.Text.String(), words) {
			return true
		}
	}
	return false
}

// TestTheOwnQueueFollowsTheOwnWorkOverMany: whoever opens his queue while his work over many goes on sees there what that does
// to the usulan before him.
func TestTheOwnQueueFollowsTheOwnWorkOverMany(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	tono := s.people["Tono"]
	s.enter(tono)
	s.crowd("3")
	s.forwards(tono, "", "3")
	s.types(tono, 0, "/antrian")
	if !s.stands(tono, "📥 Antrean: 1 dari 3") {
		t.Fatal("the queue does not open")
	}
	s.finish()
	if text := s.textWith(tono, "📥 Antrean: 1 dari"); !strings.Contains(text, "DITERUSKAN") {
		t.Errorf("the queue shows the usulan as it was before:\n%s", text)
	}
	s.close()
}
