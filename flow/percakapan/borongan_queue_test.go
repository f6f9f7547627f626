package percakapan_test

import (
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
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
		if !s.stands(who, "3 usulan yang menunggu Anda") {
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
		if s.stands(who, "📥 Ada ") || !s.stands(who, "📥 Tidak ada usulan yang menunggu Anda.") {
			t.Errorf("%s is still told of usulan that wait: %q", s.names[who], s.textWith(who, "📥 Ada "))
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
	if text := s.textWith(tono, "📥 Tidak ada usulan"); !strings.Contains(text, "DITERUSKAN") {
		t.Errorf("the queue shows the usulan as it was before:\n%s", text)
	}
	s.close()
}

// TestQueuesFollowTheWorkPartByPart: while fifty are forwarded, a part at a time, the queue message of a colleague counts
// after each part what still waits.
func TestQueuesFollowTheWorkPartByPart(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	tono, tini := s.people["Tono"], s.people["Tini"]
	s.enter(tono)
	s.enter(tini)
	s.crowd("50")
	s.forwards(tono, "", "50")
	s.apply(post.Incoming{Event: dialog.Event{From: tono, Input: dialog.Continue{}}})
	if !s.stands(tini, "25 usulan yang menunggu Anda") {
		t.Errorf("after the first part: %q", s.textWith(tini, "menunggu Anda"))
	}
	s.finish()
	if !s.stands(tini, "📥 Tidak ada usulan yang menunggu Anda.") {
		t.Errorf("at the end: %q", s.textWith(tini, "menunggu Anda"))
	}
	s.close()
}

// TestResultsStay: what came of an aksi over many begins with a warning where something failed, with the failures first, and
// stays in the chat when the next one is done.
func TestResultsStay(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	tono, tini := s.people["Tono"], s.people["Tini"]
	s.enter(tono)
	s.enter(tini)
	s.crowd("6")
	s.forwards(tono, "gizi", "2")
	s.forwards(tini, "gizi", "2")
	for range 2 {
		s.apply(post.Incoming{Event: dialog.Event{From: tini, Input: dialog.Continue{}}})
	}
	s.finish()
	s.reads(tono, "⚠️ Teruskan tidak dapat dilakukan untuk 2 usulan.\n⚠️ No. 2 ORANG 02: ")
	s.types(tono, 0, "/daftar")
	s.taps(tono, "Hapus Filter")
	s.forwards(tono, "", "6")
	s.finish()
	s.reads(tono, "⚠️ Teruskan selesai: 4 berhasil, 2 tidak.\n⚠️ No. 2 ORANG 02: ")
	s.reads(tono, "⚠️ Teruskan tidak dapat dilakukan untuk 2 usulan.")
	s.close()
}
