package percakapan_test

import (
	"strings"
	"testing"
)

// TestAnEditFromTheQueueChangesTheCardToo: the first usulan that waits comes as a card of its own. When the admin edits it in
// his queue afterwards, the card that stands further up shows what it is now.
func TestAnEditFromTheQueueChangesTheCardToo(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	tono := s.people["Tono"]
	s.enter(tono)
	s.crowd("1")
	s.types(tono, 0, "/antrian")
	for _, word := range []string{"Edit", "Isi Manual"} {
		s.taps(tono, word)
	}
	s.types(tono, 0, "Pelatihan Vaksinasi")
	s.taps(tono, "Simpan")
	cards := 0
	for _, m := range s.chats[tono].messages {
		text := m.screen.Text.String()
		if !strings.Contains(text, "Usulan Diklat No. 1") {
			continue
		}
		if cards++; !strings.Contains(text, "Pelatihan Vaksinasi") {
			t.Errorf("shows the usulan as it was before:\n%s", text)
		}
	}
	if cards != 2 {
		t.Errorf("the usulan stands in %d messages", cards)
	}
	s.close()
}
