package percakapan_test

import (
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// TestTheDayThatWasConfirmedIsSaved: a summary of the 31st of December that is confirmed after midnight would take the
// place of the next year. It is shown again instead, with the new day.
func TestTheDayThatWasConfirmedIsSaved(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	budi := s.people["Budi"]
	s.enter(budi)
	s.now = time.Date(2026, 12, 31, 23, 50, 0, 0, wib)
	s.types(budi, 0, "/start")
	for s.place(budi) != "form/ringkasan" {
		s.act(budi, map[dialog.PlaceName]string{
			"": "mengetuk Tambah", "form/panduan": "mengetuk Pelatihan SPBE",
		}[s.place(budi)])
	}
	s.now = time.Date(2027, 1, 1, 0, 5, 0, 0, wib)
	s.act(budi, "mengetuk Simpan")
	if saved := s.usulanOf(1); len(saved) != 0 || !strings.Contains(s.seen.String(), "01-01-2027") {
		t.Errorf("%+v\n%s", saved, s.seen.String())
	}
	s.act(budi, "mengetuk Simpan")
	if saved := s.usulanOf(1); len(saved) != 1 || saved[0].TanggalUsul != "2027-01-01" {
		t.Errorf("%+v", saved)
	}
	s.close()
}

// TestALateTextIsNoAnswer: a text that was set aside and is taken in again is not the keterangan of whatever is asked now.
func TestALateTextIsNoAnswer(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	budi := s.people["Budi"]
	s.enter(budi)
	s.types(budi, 0, "/start")
	for s.place(budi) != "form/manual" {
		s.act(budi, map[dialog.PlaceName]string{"": "mengetuk Tambah", "form/panduan": "mengetuk Isi Manual"}[s.place(budi)])
	}
	s.apply(post.Incoming{Event: dialog.Event{From: budi, Late: true, Input: dialog.Text{Body: "Pelatihan yang lama tertunda"}}})
	if s.place(budi) != "form/manual" || !strings.Contains(s.seen.String(), "tertunda") {
		t.Errorf("%s: %s", s.place(budi), s.seen.String())
	}
	s.close()
}

// place is where somebody is.
func (s *stage) place(id flow.AccountID) (p dialog.PlaceName) {
	err := s.store.Read(func(r *store.Reader) error {
		p = r.Session(id).Place
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return p
}

// usulanOf lists what somebody has proposed.
func (s *stage) usulanOf(p flow.PegawaiID) (list []flow.Usulan) {
	err := s.store.Read(func(r *store.Reader) error {
		list = r.UsulanOf(p)
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return list
}
