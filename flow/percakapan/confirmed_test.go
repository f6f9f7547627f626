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

// TestOnlyTitlesThatWereShownAreMerged: somebody types another one of the group while an Admin SIIP-ASN looks at it.
func TestOnlyTitlesThatWereShownAreMerged(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	wati := s.people["Wati"]
	s.enter(wati)
	s.crowd("5")
	s.types(wati, 0, "/kelola")
	s.taps(wati, "Judul Manual")
	s.taps(wati, "2. Pelatihan Gizi Klinik")
	s.taps(wati, "Pilih dari panduan")
	s.proposes("Budi", "Pelatihan Gizi  Klinis")
	s.seen.Reset()
	s.taps(wati, "Pelatihan Tata Naskah Dinas")
	if n := s.merged(); n != 0 || !strings.Contains(s.seen.String(), "baru saja berubah") || !strings.Contains(s.seen.String(), "Klinis") {
		t.Errorf("%d merged\n%s", n, s.seen.String())
	}
	s.taps(wati, "Pilih dari panduan")
	s.taps(wati, "Pelatihan Tata Naskah Dinas")
	if n := s.merged(); n != 2 {
		t.Errorf("%d merged\n%s", n, s.seen.String())
	}
	s.close()
}

// merged counts the titles that count as an entry of the panduan.
func (s *stage) merged() (n int) {
	err := s.store.Read(func(r *store.Reader) error {
		for _, j := range r.JudulManual() {
			if r.Padanan(j.Key) != 0 {
				n++
			}
		}
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

// TestTheAnnouncementThatWasReadIsSent: another Admin SIIP-ASN changes the days before it is agreed to.
func TestTheAnnouncementThatWasReadIsSent(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	wati, agus, budi := s.people["Wati"], s.people["Agus"], s.people["Budi"]
	for _, id := range []flow.AccountID{wati, agus, budi} {
		s.enter(id)
	}
	s.types(wati, 0, "/kelola")
	s.taps(wati, "Periode")
	s.taps(wati, "Umumkan 2026")
	s.types(agus, 0, "/kelola")
	s.taps(agus, "Periode")
	s.taps(agus, "Atur 2026")
	s.types(agus, 0, "01-08-2026")
	s.types(agus, 0, "30-11-2026")
	s.taps(agus, "Ya, Lanjutkan")
	s.seen.Reset()
	s.act(wati, "mengetuk Ya, Lanjutkan")
	s.finish()
	if seen := s.seen.String(); !strings.Contains(seen, "belum diumumkan") || strings.Contains(seen, "Budi melihat") {
		t.Error(seen)
	}
	s.taps(wati, "Umumkan 2026")
	s.seen.Reset()
	s.taps(wati, "Ya, Lanjutkan")
	s.finish()
	if seen := s.seen.String(); !strings.Contains(seen, "dibuka sampai 30-11-2026") || !strings.Contains(seen, "Budi melihat") {
		t.Error(seen)
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
