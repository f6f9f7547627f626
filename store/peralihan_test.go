package store

import (
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/giliran"
	"siip-asn/flow/imports"
	"siip-asn/flow/post"
)

// changes is a step that does what the test puts into it.
type changes struct {
	effects []dialog.Effect
	update  int64 // id of the last one
}

func (c *changes) step(_ dialog.Reader, s dialog.Session, _ dialog.Event) (dialog.Session, []dialog.Effect, error) {
	return s, c.effects, nil
}

// TestNoHandoverIsMissed: whichever way somebody gets or loses what he can act on or see, the state before is noted in the
// same transaction, and the clock is to go on with it. Everything else is no handover.
func TestNoHandoverIsMissed(t *testing.T) {
	admin, plain := row(1, "Dinas A"), row(2, "Dinas A")
	admin.AdminOPD = true
	for name, c := range map[string]struct {
		act  func(*testing.T, *Store, *changes)
		want []giliran.Peralihan
	}{
		"a role is taken": {saves(func(p flow.Pegawai) flow.Pegawai { p.AdminOPD = false; return p }), noted(1, 7)},
		"he has left":     {saves(func(p flow.Pegawai) flow.Pegawai { return p.Keluarkan(flow.Pensiun, "2026-08-01") }), noted(1, 7)},
		"a name":          {saves(func(p flow.Pegawai) flow.Pegawai { p.Nama = "PEGAWAI LAIN"; return p }), nil},
		"a release": {func(t *testing.T, s *Store, c *changes) {
			c.effects = []dialog.Effect{dialog.SaveAccount{Account: flow.Account{ID: 7}}}
			apply(t, s, typed(9, "lepas"))
		}, noted(1, 7)},
		"a block by an admin": {func(t *testing.T, s *Store, c *changes) {
			c.effects = []dialog.Effect{dialog.SaveAccount{Account: flow.Account{ID: 7, Pegawai: 1, Unreachable: true}}}
			apply(t, s, typed(9, "blokir"))
		}, noted(1, 7)},
		"a block that a delivery meets":  {func(t *testing.T, s *Store, _ *changes) { settle(t, s, post.Receipt{ID: 99, To: 7, Unreachable: true}) }, noted(1, 7)},
		"one by somebody without a role": {func(t *testing.T, s *Store, _ *changes) { settle(t, s, post.Receipt{ID: 99, To: 8, Unreachable: true}) }, nil},
		"an import": {func(t *testing.T, s *Store, _ *changes) {
			moved, new := admin, row(3, "Dinas B")
			moved.OPD, new.AdminOPD = "Dinas B", true
			imported(t, s, imports.PegawaiColumns{Peran: true}, moved, plain, new)
		}, noted(1, 7)},
		"twice: what people were told last counts": {func(t *testing.T, s *Store, c *changes) {
			saves(func(p flow.Pegawai) flow.Pegawai { p.AdminSIIP = true; return p })(t, s, c)
			saves(func(p flow.Pegawai) flow.Pegawai { p.AdminOPD = false; return p })(t, s, c)
		}, noted(1, 7)},
	} {
		t.Run(name, func(t *testing.T) {
			did := &changes{}
			s := fresh(t, did.step)
			imported(t, s, imports.PegawaiColumns{Peran: true}, admin, plain)
			did.effects = []dialog.Effect{
				dialog.SaveAccount{Account: flow.Account{ID: 7, Pegawai: 1}}, dialog.SaveAccount{Account: flow.Account{ID: 8, Pegawai: 2}}, dialog.Told{Pegawai: 1},
			}
			apply(t, s, typed(1, "masuk"))
			c.act(t, s, did)
			got := waitingHandovers(t, s)
			if len(got) != len(c.want) {
				t.Fatalf("%+v", got)
			}
			for i, h := range got {
				if h.Pegawai != c.want[i].Pegawai || h.Akun != c.want[i].Akun || !h.Dulu.AdminOPD || h.Dulu.AdminSIIP || !h.Dulu.Aktif() {
					t.Errorf("%+v", h)
				}
			}
			if chats, err := s.Unfinished(); err != nil || len(got) > 0 && len(chats) == 0 {
				t.Errorf("nobody goes on with it: %v %v", chats, err)
			}
		})
	}
}

// noted is a handover of that pegawai, who had that account.
func noted(p flow.PegawaiID, akun flow.AccountID) []giliran.Peralihan {
	return []giliran.Peralihan{{Pegawai: p, Akun: akun}}
}

// saves changes the first pegawai by an effect.
func saves(change func(flow.Pegawai) flow.Pegawai) func(*testing.T, *Store, *changes) {
	return func(t *testing.T, s *Store, c *changes) {
		err := s.Read(func(r *Reader) error {
			p, _ := r.Pegawai(1)
			c.effects = []dialog.Effect{dialog.SavePegawai{Pegawai: change(p)}}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		c.update++
		apply(t, s, typed(20+c.update, "ubah"))
	}
}

func waitingHandovers(t *testing.T, s *Store) (list []giliran.Peralihan) {
	t.Helper()
	err := s.Read(func(r *Reader) error {
		list = r.Peralihan(10)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestAPegawaiChangesHisNIPAndStaysOne: account and usulan stay his, the old number finds nobody, and the number of
// another one is refused.
func TestAPegawaiChangesHisNIPAndStaysOne(t *testing.T) {
	did := &changes{}
	s := fresh(t, did.step)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas A"))
	did.effects = []dialog.Effect{dialog.SaveAccount{Account: flow.Account{ID: 7, Pegawai: 1}}}
	apply(t, s, typed(1, "masuk"))
	old, other, next := row(1, "").NIP, row(2, "").NIP, row(77, "").NIP
	saves(func(p flow.Pegawai) flow.Pegawai { p.NIP = next; return p })(t, s, did)
	saves(func(p flow.Pegawai) flow.Pegawai { p.NIP = other; return p })(t, s, did)
	err := s.Read(func(r *Reader) error {
		p, found := r.PegawaiByNIP(next)
		account, bound := r.AccountOf(1)
		_, still := r.PegawaiByNIP(old)
		if !found || p.ID != 1 || !bound || account.ID != 7 || still {
			t.Errorf("%+v %+v %v", p, account, still)
		}
		return nil
	})
	if letters, err2 := s.DeadLetters(); err != nil || err2 != nil || len(letters) != 1 {
		t.Errorf("the number of another one was taken: %v %v %v", letters, err, err2)
	}
}

// TestWhoLeavesHasNothingLeft: no account, no code, no way in by number, no place in the counts of his OPD; his record and
// his usulan stay.
func TestWhoLeavesHasNothingLeft(t *testing.T) {
	did := &changes{}
	s := fresh(t, did.step)
	one := row(1, "Dinas A")
	one.HP, one.AdminOPD = "+628110000001", true
	imported(t, s, imports.PegawaiColumns{HP: true, Peran: true}, one, row(2, "Dinas A"))
	did.effects = []dialog.Effect{
		dialog.SaveAccount{Account: flow.Account{ID: 7, Pegawai: 1}},
		dialog.SaveAktivasi{Aktivasi: aktivasi.Aktivasi{Hash: aktivasi.HashKode("K0DE-000A-0001"), Pegawai: 1, Sampai: noon.Add(time.Hour)}},
	}
	apply(t, s, typed(1, "masuk"))
	saves(func(p flow.Pegawai) flow.Pegawai { return p.Keluarkan(flow.Meninggal, "2026-08-01") })(t, s, did)
	err := s.Read(func(r *Reader) error {
		p, known := r.Pegawai(1)
		_, bound := r.AccountOf(1)
		_, code := r.Aktivasi(aktivasi.HashKode("K0DE-000A-0001"))
		sum := r.OPDSummary(2026)[0]
		if !known || p.Aktif() || bound || code || len(r.PegawaiByHP(one.HP)) > 0 || len(r.AdminOPD(1)) > 0 || sum.Pegawai != 1 || sum.Terhubung != 0 {
			t.Errorf("%+v %v %v %+v", p, bound, code, sum)
		}
		return nil
	})
	if f, err := s.Figures(); err != nil || f.Pegawai != 1 || f.Nonaktif != 1 || f.Bound != 0 {
		t.Errorf("%+v %v", f, err)
	}
	did.effects = []dialog.Effect{dialog.SaveAccount{Account: flow.Account{ID: 7, Pegawai: 1}}}
	apply(t, s, typed(2, "masuk lagi"))
	if letters, err2 := s.DeadLetters(); err != nil || err2 != nil || len(letters) != 1 {
		t.Errorf("he is bound again: %v %v", err, err2)
	}
	if err := s.SaveAktivasi([]aktivasi.Aktivasi{{Hash: aktivasi.HashKode("K0DE-000A-0002"), Pegawai: 1, Sampai: noon.Add(time.Hour)}}); err == nil {
		t.Error("a code is given to somebody who has left")
	}
}
