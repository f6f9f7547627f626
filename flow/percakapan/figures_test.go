package percakapan_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
)

// How many taps a person needs, and how many messages and calls an usulan costs. "#" counts from there, "?" is typed.
// A line ends when the words behind "=" are seen.
func TestTheTapsThatAPersonNeeds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		what, who, way, seen string
		most                 int
	}{
		{"a saved usulan", "Budi", "Tambah/Pelatihan SPBE/Simpan", "Data Berhasil Di Tambah", 3},
		{"a saved usulan with Rekomendasi", "Sari", "Tambah/Pelatihan SPBE/Pakai yang ada/Simpan", "Data Berhasil Di Tambah", 4},
		{"one of a queue decided", "Tono", "Teruskan No. 1/Ya, Lanjutkan", "Usulan telah diteruskan", 2},
		{"seventeen forwarded at once", "Tono", "Antrean (17)/Teruskan semua (17)/Ya, Lanjutkan", "17 usulan sedang diproses", 3},
		{"134 approved at once", "Wati", "Antrean (134)/Setujui semua (134)/Ya, Setujui", "134 usulan sedang diproses", 3},
		{"one usulan found and printed", "Wati", "?orang 07/Cetak", "menerima berkas: cetak", 1},
		{"the rekap of last year", "Wati", "Rekap/2026", "rekap", 2},
	} {
		s := newStage(t)
		s.enter(s.people[c.who])
		switch {
		case strings.HasPrefix(c.what, "134"):
			s.crowd("134")
			s.forwardsAll("134")
		case c.who == "Tono", c.who == "Wati":
			s.crowd("17")
		}
		if strings.HasPrefix(c.what, "the rekap") {
			s.now = s.now.AddDate(1, 0, 0)
		}
		if n := s.walks(c.who, c.way, c.seen); n > c.most {
			t.Errorf("%s: %d taps, %d at most", c.what, n, c.most)
		}
		s.close()
	}
}

// forwardsAll lets Tono forward whatever waits for him.
func (s *stage) forwardsAll(n string) {
	tono := s.people["Tono"]
	s.enter(tono)
	s.types(tono, 0, "/start")
	s.walks("Tono", fmt.Sprintf("Antrean (%s)/Teruskan semua (%s)/Ya, Lanjutkan", n, n), "diproses")
	s.finish()
}

// walks goes a way from /start and counts its taps; what begins with "?" is typed.
func (s *stage) walks(who, way, seen string) (taps int) {
	s.t.Helper()
	id := s.people[who]
	s.types(id, 0, "/start")
	for _, step := range strings.Split(way, "/") {
		s.seen.Reset()
		if text, typed := strings.CutPrefix(step, "?"); typed {
			s.types(id, 0, text)
			continue
		}
		s.taps(id, step)
		taps++
	}
	if !strings.Contains(s.seen.String(), seen) {
		s.t.Errorf("%s, %s: never sees %q\n%s", who, way, seen, s.seen.String())
	}
	return taps
}

// TestWhatAnUsulanCosts: the messages that are left in the chat of the pegawai from the proposal to the approval, and the
// sends and edits that people wait for.
func TestWhatAnUsulanCosts(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	for _, who := range []string{"Budi", "Tono", "Wati"} {
		s.enter(s.people[who])
	}
	budi := s.people["Budi"]
	before := len(s.chats[budi].messages)
	s.calls = 0
	s.walks("Budi", "Tambah/Pelatihan SPBE/Simpan", "Data Berhasil Di Tambah")
	for _, step := range []struct{ who, word string }{{"Tono", "Teruskan"}, {"Tono", "Ya, Lanjutkan"}, {"Wati", "Setujui"}, {"Wati", "Ya, Setujui"}} {
		s.taps(s.people[step.who], step.word)
	}
	if u := s.usulanOf(1); len(u) != 1 || u[0].Status != flow.Disetujui {
		t.Fatalf("%+v", u)
	}
	if n := len(s.chats[budi].messages) - before; n > 4 {
		t.Errorf("%d messages are left in the chat of the pegawai", n)
	}
	if s.calls > 9 {
		t.Errorf("%d sends and edits besides notices", s.calls)
	}
	s.close()
}

// TestSeventeenUsulanOfAMorning: the queue of an Admin OPD rings three times at most.
func TestSeventeenUsulanOfAMorning(t *testing.T) {
	t.Parallel()
	s := hoursStage(t, "Tono")
	tono := s.people["Tono"]
	s.now = wibAt("2026-09-02 07.31")
	s.rings = map[flow.AccountID][]time.Time{}
	s.crowd("17")
	if n := len(s.rings[tono]); n == 0 || n > 3 {
		t.Errorf("%d rings from 07.31 to %s", n, s.now.Format("15.04"))
	}
	s.close()
}
