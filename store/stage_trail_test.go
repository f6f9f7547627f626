package store

import (
	"testing"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/post"
	"siip-asn/store/table"
)

// busy is a crowded store in which everybody has an usulan.
func busy(t *testing.T) *Store {
	t.Helper()
	s := crowded(t, t.TempDir()+"/x.db")
	t.Cleanup(func() { s.Close() })
	var effects []dialog.Effect
	id := flow.UsulanID(crowdSize / 10)
	for n := 1; n <= crowdSize; n++ {
		if n%10 == 0 {
			continue
		}
		id++
		p := flow.PegawaiID(n)
		u := flow.Usulan{ID: id, Versi: 1, Pegawai: p, Pembuat: p, OPD: flow.OPDID(1 + (n-1)%7), Status: flow.Masuk, Sejak: noon, Panduan: 1}
		effects = append(effects, dialog.SaveUsulan{Usulan: u},
			dialog.AppendHistory{Entry: jejak.Entry{Usulan: id, Pegawai: p, Oleh: p, Aksi: flow.Simpan, Ke: flow.Masuk}})
	}
	does1(t, s, func(dialog.Reader) []dialog.Effect { return effects })
	return s
}

func does1(t *testing.T, s *Store, what func(dialog.Reader) []dialog.Effect) {
	t.Helper()
	if _, err := s.Apply([]post.Incoming{{Event: dialog.Event{At: noon, From: 7, Input: does{effects: what}}}}); err != nil {
		t.Error(err)
	}
}

// endOfTrail is the number of the last entry, and whether an import is shown that is not moved down yet.
func endOfTrail(t *testing.T, s *Store) (last uint64, shown bool) {
	t.Helper()
	err := s.Db.View(func(tx *bolt.Tx) error {
		_, shown = table.LayerOf(tx)
		last = s.ReaderOf(tx).Anchor().Nomor
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return last, shown
}

// TestNobodyWaitsForTheTrailOfAnImport moves a thousand usulan: no transaction adds more than some hundred entries.
func TestNobodyWaitsForTheTrailOfAnImport(t *testing.T) {
	s := busy(t)
	before, most := uint64(0), uint64(0)
	before, _ = endOfTrail(t, s)
	first := before
	s.Options.Watch = &afterCommit{func() {
		now, _ := endOfTrail(t, s)
		most, before = max(most, now-before), now
	}}
	if _, err := s.ImportPegawai(big(), imports.ImportCommand, noon, false, nil); err != nil {
		t.Fatal(err)
	}
	if most == 0 || most > 501 || before-first != 2*crowdSize+1 {
		t.Errorf("%d entries, up to %d in one transaction", before-first, most)
	}
}

// TestTheTrailOfAnImportComesBeforeWhatFollows lets somebody forward an usulan as soon as the import is shown.
func TestTheTrailOfAnImportComesBeforeWhatFollows(t *testing.T) {
	s := busy(t)
	const id, owner = 100, 1000
	forwarded := false
	s.Options.Watch = &afterCommit{func() {
		if _, shown := endOfTrail(t, s); !shown || forwarded {
			return
		}
		forwarded = true
		checked(t, s, "when the import is shown")
		does1(t, s, func(r dialog.Reader) []dialog.Effect {
			if trail := r.History(id); len(trail) != 2 || trail[1].Aksi != flow.Impor {
				t.Errorf("the import is not seen in the trail: %+v", trail)
			}
			u, _ := r.Usulan(id)
			u.Status, u.Versi = flow.Diteruskan, u.Versi+1
			return []dialog.Effect{dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: jejak.Entry{
				Usulan: id, Pegawai: owner, Aksi: flow.Teruskan, Dari: flow.Masuk, Ke: flow.Diteruskan,
			}}}
		})
		checked(t, s, "after an usulan was forwarded")
	}}
	if _, err := s.ImportPegawai(big(), imports.ImportCommand, noon, false, nil); err != nil {
		t.Fatal(err)
	}
	if !forwarded {
		t.Fatal("the import was never seen before it was moved down")
	}
	checked(t, s, "when all is done")
	read(t, s, func(r *Reader) {
		trail := r.History(id)
		if len(trail) != 3 || trail[1].Aksi != flow.Impor || trail[2].Aksi != flow.Teruskan || trail[1].Nomor == 0 {
			t.Errorf("%+v", trail)
		}
	})
}

func checked(t *testing.T, s *Store, when string) {
	t.Helper()
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Errorf("%s: %q %v", when, problems, err)
	}
}
