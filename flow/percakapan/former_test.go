package percakapan_test

import (
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/store"
)

// TestAFormerAdminIsToldNothing: an Admin OPD forwards several at once, and loses his role, his OPD, his account or his place
// in the service while that goes on. Then nothing in his chat names anybody of the OPD any more: no card, no list, no queue,
// no result of the work.
func TestAFormerAdminIsToldNothing(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(*stage){
		"the role is taken": func(s *stage) { s.perform("data Tono: peran -") },
		"he moves":          func(s *stage) { s.perform("data Tono: OPD Dinas Pendidikan") },
		"he is released":    func(s *stage) { s.kelola("TONO CONTOH, S.Sos.", "Putuskan Akun", "Ya, Lanjutkan") },
		"he leaves": func(s *stage) {
			s.kelola("TONO CONTOH, S.Sos.", "Nonaktifkan", "pensiun", "Sejak hari ini", "Ya, Lanjutkan")
		},
		"he parts by himself": func(s *stage) {
			s.types(s.people["Tono"], 0, "/keluar")
			s.taps(s.people["Tono"], "Ya, Lanjutkan")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t)
			tono := s.people["Tono"]
			s.enter(tono)
			s.enter(s.people["Wati"])
			s.crowd("6")
			s.types(tono, 0, "/start")
			s.taps(tono, "Teruskan semua")
			s.taps(tono, "Ya, Lanjutkan")
			s.finish()
			s.apply(tapOn(tono, 1, ui.Button{Word: "buka", ID: 1}))
			s.types(tono, 0, "/daftar")
			if n := strings.Count(s.allText(tono), "ORANG 01"); n < 3 {
				t.Fatalf("a card, a list and a result name him, %d do:\n%s", n, s.allText(tono))
			}
			end(s)
			s.finish()
			if text := s.allText(tono); strings.Contains(text, "ORANG") {
				t.Errorf("still before him:\n%s", text)
			}
			s.close()
		})
	}
}

// TestWhoLosesARoleKeepsHisOwnNews: the decision about the own usulan of an admin waits while his role is taken, and so does
// news of an usulan of others; he gets the first, and not the second.
func TestWhoLosesARoleKeepsHisOwnNews(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	wati, agus, tono, budi := s.people["Wati"], s.people["Agus"], s.people["Tono"], s.people["Budi"]
	for _, who := range []flow.AccountID{wati, agus, tono, budi} {
		s.enter(who)
	}
	for _, who := range []flow.AccountID{budi, tono} {
		for _, line := range []string{"mengetik /start", "mengetuk Tambah", "mengetuk Pelatihan SPBE", "mengetuk Simpan"} {
			s.act(who, line)
		}
	}
	s.apply(tapOn(tono, 1, ui.Button{Word: "teruskan", ID: 1, Versi: 1}))
	s.taps(tono, "Ya, Lanjutkan")
	s.apply(tapOn(wati, 1, ui.Button{Word: "teruskan", ID: 2, Versi: 1}))
	s.taps(wati, "Ya, Lanjutkan")
	before := len(s.chats[tono].messages)
	s.apply(tapOn(wati, 1, ui.Button{Word: "setujui", ID: 1, Versi: 2}))
	s.apply(tapOn(agus, 1, ui.Button{Word: "setujui", ID: 2, Versi: 2}))
	s.down = true
	s.taps(wati, "Ya, Setujui")
	s.taps(agus, "Ya, Setujui")
	s.perform("data Tono: peran -")
	s.down = false
	s.deliver()
	var news []string
	for _, m := range s.chats[tono].messages[before:] {
		news = append(news, m.screen.Text.String())
	}
	all := strings.Join(news, "\n")
	if !strings.Contains(all, "Usulan Anda Pelatihan SPBE telah DISETUJUI") || strings.Contains(all, "BUDI") {
		t.Errorf("he reads\n%s", all)
	}
	s.close()
}

// allText is everything that stands in somebody's chat.
func (s *stage) allText(id flow.AccountID) string {
	var b strings.Builder
	for _, m := range s.chats[id].messages {
		b.WriteString(drawing(m.screen))
	}
	return b.String()
}

// kelola lets Wati do something to a pegawai.
func (s *stage) kelola(nama string, words ...string) {
	wati := s.people["Wati"]
	s.types(wati, 0, "/kelola")
	s.taps(wati, "Pegawai")
	s.types(wati, 0, strings.ToLower(nama))
	s.taps(wati, "1. "+nama)
	for _, word := range words {
		s.taps(wati, word)
	}
}

// TestResponsibilityThatMovesIsTold: whoever has to act now is shown what waits, by whichever way it came to him, and once.
func TestResponsibilityThatMovesIsTold(t *testing.T) {
	t.Parallel()
	wati := "Wati"
	for name, c := range map[string]struct {
		end  func(*stage)
		next string // who has to act now
	}{
		"the only Admin OPD blocks the bot": {func(s *stage) { s.perform("Tono memblokir bot") }, wati},
		"he is released":                    {func(s *stage) { s.kelola("TONO CONTOH, S.Sos.", "Putuskan Akun", "Ya, Lanjutkan") }, wati},
		"he leaves": {func(s *stage) {
			s.kelola("TONO CONTOH, S.Sos.", "Nonaktifkan", "meninggal", "Sejak hari ini", "Ya, Lanjutkan")
		}, wati},
		"an import takes his role":    {func(s *stage) { s.perform("data Tono: peran -") }, wati},
		"an import moves him":         {func(s *stage) { s.perform("data Tono: OPD Dinas Pendidikan") }, wati},
		"an import makes another one": {func(s *stage) { s.perform("data Sari: peran Admin OPD") }, "Sari"},
		"an import moves the pegawai": {func(s *stage) { s.perform("data Budi: OPD Dinas Pendidikan") }, "Rina"},
		"Kelola moves the pegawai": {func(s *stage) {
			s.kelola("BUDI CONTOH, S.Kom.", "Ubah Data", "OPD", "3", "Simpan")
		}, "Rina"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t)
			for _, who := range []string{"Tono", "Wati", "Sari", "Rina"} {
				s.enter(s.people[who])
			}
			s.proposesAt("Budi", s.now.Add(3600e9))
			next := s.people[c.next]
			before := len(s.rings[next])
			c.end(s)
			s.finish()
			card := s.textWith(next, "BUDI CONTOH")
			if !strings.Contains(card, flow.Masuk.String()) || len(s.rings[next])-before < 1 {
				t.Errorf("%s reads: %s (%d rings)", c.next, card, len(s.rings[next])-before)
			}
			u := s.usulanOf(1)[0]
			if who := s.waitsFor(u); len(who) == 0 {
				t.Errorf("%+v waits for nobody", u)
			}
			s.close()
		})
	}
}

// waitsFor lists who has to act on an usulan now.
func (s *stage) waitsFor(u flow.Usulan) (people []flow.Pegawai) {
	err := s.store.Read(func(r *store.Reader) error {
		people = giliran.WaitsFor(r, u).Orang
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return people
}
