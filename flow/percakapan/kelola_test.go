package percakapan_test

import (
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/store"
)

// TestAnInvitationCanBeCopiedAndSent: the code is on a button that copies it, and in a WhatsApp message to the recorded
// number; who has no number has only the first. A code that was shown lets exactly him in.
func TestAnInvitationCanBeCopiedAndSent(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	wati, tamu := s.people["Wati"], s.people["Tamu"]
	s.enter(wati)
	invitation := func(who string) map[string]ui.Choice {
		for _, line := range []string{"mengetik /kelola", "mengetuk Pegawai", "mengetik " + strings.ToLower(who), "mengetuk 1. " + who, "mengetuk Undang"} {
			s.act(wati, line)
		}
		ways := map[string]ui.Choice{}
		messages := s.chats[wati].messages
		for _, row := range messages[len(messages)-1].screen.Rows {
			for _, c := range row {
				ways[c.Label] = c
			}
		}
		return ways
	}
	if ways := invitation("SARI CONTOH, S.E."); len(ways) != 1 || ways["Salin"].Copy == "" {
		t.Errorf("without a number: %+v", ways)
	}
	ways := invitation("BUDI CONTOH, S.Kom.")
	kodes := aktivasi.FindKode(ways["Salin"].Copy)
	if link := ways["Kirim WhatsApp"].Link; len(kodes) == 0 || !strings.HasPrefix(link, "https://wa.me/628110000001?text=") {
		t.Fatalf("%+v", ways)
	}
	s.types(tamu, 0, ways["Salin"].Copy) // forwarded as it is
	s.taps(tamu, "Ya, ini saya")
	err := s.store.Read(func(r *store.Reader) error {
		if a, bound := r.AccountOf(1); !bound || a.ID != tamu {
			t.Errorf("%+v", a)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	s.close()
}

// TestTwoAdminsWantTheSame: both have read the same button, and both tap it. What it said is what comes of it, not its
// opposite.
func TestTwoAdminsWantTheSame(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	for _, who := range []string{"Wati", "Agus"} {
		s.enter(s.people[who])
		for _, line := range []string{"mengetik /kelola", "mengetuk Panduan", "mengetik spbe", "mengetuk Pelatihan SPBE"} {
			s.act(s.people[who], line)
		}
	}
	for _, word := range []string{"Nonaktifkan", "Pengawas"} {
		for _, who := range []string{"Wati", "Agus"} {
			s.taps(s.people[who], word)
		}
		s.act(s.people["Agus"], "mengetik /kelola")
		for _, line := range []string{"mengetuk Panduan", "mengetik spbe", "mengetuk 1"} {
			s.act(s.people["Agus"], line)
		}
	}
	err := s.store.Read(func(r *store.Reader) error {
		p, _ := r.Panduan(3)
		if !p.Pensiun || len(p.Sasaran) != 1 || p.Sasaran[0] != flow.Pengawas {
			t.Errorf("%+v", p)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	s.close()
}

// TestTwoAdminsRenameTheSame: both have read the old name, and both type another. The second one is shown what the first has
// made of it, and nothing of his is saved before he has read that.
func TestTwoAdminsRenameTheSame(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	wati, agus := s.people["Wati"], s.people["Agus"]
	for _, who := range []flow.AccountID{wati, agus} {
		s.enter(who)
		for _, line := range []string{"mengetik /kelola", "mengetuk Panduan", "mengetik spbe", "mengetuk Pelatihan SPBE", "mengetuk ✏️ Ubah Nama"} {
			s.act(who, line)
		}
	}
	name := func(want string) {
		t.Helper()
		err := s.store.Read(func(r *store.Reader) error {
			if p, _ := r.Panduan(3); p.Nama != want {
				t.Errorf("%s, want %s", p.Nama, want)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	s.types(wati, 0, "Pelatihan SPBE Dasar")
	s.types(agus, 0, "Pelatihan SPBE Lanjutan")
	name("Pelatihan SPBE Dasar")
	messages := s.chats[agus].messages
	if text := messages[len(messages)-1].screen.Text.String(); !strings.Contains(text, "baru saja diubah") || !strings.Contains(text, "SPBE Dasar") {
		t.Errorf("he reads %s", text)
	}
	s.act(agus, "mengetuk ✏️ Ubah Nama")
	s.types(agus, 0, "Pelatihan SPBE Lanjutan")
	name("Pelatihan SPBE Lanjutan")
	s.close()
}

// TestAnotherAccountIsNotReleased: the question was about one account; by the time of the answer the pegawai has another.
func TestAnotherAccountIsNotReleased(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	wati, agus, tamu := s.people["Wati"], s.people["Agus"], s.people["Tamu"]
	s.enter(wati)
	s.enter(agus)
	s.enter(s.people["Budi"])
	asks := func(who flow.AccountID) {
		for _, line := range []string{"mengetik /kelola", "mengetuk Pegawai", "mengetik budi contoh", "mengetuk 1. BUDI CONTOH, S.Kom.", "mengetuk Putuskan Akun"} {
			s.act(who, line)
		}
	}
	asks(agus)
	s.act(agus, "mengetuk Ya, Lanjutkan")
	invited := func(code string) {
		until := s.now.Add(time.Hour)
		if _, err := s.store.HandOut([]aktivasi.Aktivasi{{Hash: aktivasi.HashKode(code), Pegawai: 1, Sampai: until}}, imports.Actor{Peran: flow.Sistem}, s.now); err != nil {
			t.Fatal(err)
		}
	}
	invited("K0DE-000A-0001")
	s.types(s.people["Budi"], 0, "K0DE-000A-0001")
	s.taps(s.people["Budi"], "Ya, ini saya")
	asks(wati) // about the account of Budi
	asks(agus)
	s.act(agus, "mengetuk Ya, Lanjutkan")
	invited("K0DE-000A-0002")
	s.types(tamu, 0, "K0DE-000A-0002")
	s.taps(tamu, "Ya, ini saya")
	s.act(wati, "mengetuk Ya, Lanjutkan")
	err := s.store.Read(func(r *store.Reader) error {
		if a, bound := r.AccountOf(1); !bound || a.ID != tamu {
			t.Errorf("%+v", a)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	s.close()
}
