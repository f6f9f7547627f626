package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/store/schema"
)

// decided has two usulan; the first one was sent back for a revision.
func decided(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(path, Options{Aturan: flow.Aturan{Zona: wib}, Step: func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		if e.Input.(dialog.Text).Body != "revisi" {
			return propose(r, session, e)
		}
		u, _ := r.Usulan(1)
		u.Versi, u.Status, u.Keterangan = u.Versi+1, flow.Direvisi, "Mohon diperjelas."
		entry := jejak.Entry{At: e.At, Usulan: 1, Pegawai: 1, Oleh: 1, Aksi: flow.Revisi, Dari: flow.Masuk, Ke: flow.Direvisi, Keterangan: u.Keterangan}
		return session, []dialog.Effect{dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: entry}}, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"))
	apply(t, s, typed(1, "satu"), typed(2, "dua"), typed(3, "revisi"))
	return s
}

// rewrite changes the entries of the trail and makes the hashes fit again: what somebody does who has the file.
func rewrite(tx *bolt.Tx, change func(e jejak.Entry) (jejak.Entry, bool)) error {
	var last jejak.Entry
	var all []jejak.Entry
	if err := schema.Histories.Each(tx, func(e jejak.Entry) error { all = append(all, e); return nil }); err != nil {
		return err
	}
	for _, e := range all {
		if err := schema.Histories.Delete(tx, schema.Key(e.Nomor)); err != nil {
			return err
		}
		e, keep := change(e)
		if !keep {
			continue
		}
		e = e.After(last)
		if err := schema.Histories.Put(tx, e); err != nil {
			return err
		}
		last = e
	}
	return nil
}

// byHand sets an usulan back, as somebody does who has the file.
func byHand(tx *bolt.Tx) error {
	u, _, err := schema.Usulans.Get(tx, schema.Key(uint64(1)))
	if err != nil {
		return err
	}
	u.Status, u.Keterangan = flow.Masuk, ""
	return schema.Usulans.Put(tx, u)
}

func TestATrailThatWasTamperedWithIsSeen(t *testing.T) {
	isVerdict := func(e jejak.Entry) bool { return e.Aksi == flow.Revisi }
	for _, c := range []struct {
		name   string
		tamper func(*bolt.Tx) error
		check  bool // sees it by itself; an anchor always does
	}{
		{"a status set by hand", byHand, true},
		{"the keterangan set by hand", func(tx *bolt.Tx) error {
			u, _, err := schema.Usulans.Get(tx, schema.Key(uint64(1)))
			if err != nil {
				return err
			}
			u.Keterangan = "Sudah baik."
			return schema.Usulans.Put(tx, u)
		}, true},
		{"the last entry cut off", func(tx *bolt.Tx) error {
			return rewrite(tx, func(e jejak.Entry) (jejak.Entry, bool) { return e, !isVerdict(e) })
		}, true},
		{"the last entry cut off, and the status to fit", func(tx *bolt.Tx) error {
			if err := byHand(tx); err != nil {
				return err
			}
			return rewrite(tx, func(e jejak.Entry) (jejak.Entry, bool) { return e, !isVerdict(e) })
		}, false},
		{"an entry rewritten, with all hashes after it", func(tx *bolt.Tx) error {
			return rewrite(tx, func(e jejak.Entry) (jejak.Entry, bool) {
				if e.Aksi == flow.Simpan {
					e.OlehNama = "ORANG LAIN"
				}
				return e, true
			})
		}, false},
		{"an entry that leads elsewhere", func(tx *bolt.Tx) error {
			return rewrite(tx, func(e jejak.Entry) (jejak.Entry, bool) {
				if isVerdict(e) {
					e.Dari = flow.Diteruskan
				}
				return e, true
			})
		}, true},
		{"an usulan taken out", func(tx *bolt.Tx) error { return schema.Usulans.Delete(tx, schema.Key(uint64(2))) }, true},
	} {
		s := decided(t, filepath.Join(t.TempDir(), "siip-asn.db"))
		anchor, err := s.Anchor()
		if err != nil || anchor.Nomor != 4 {
			t.Fatalf("%v %v", anchor, err)
		}
		if problem, err := s.CheckAnchor(anchor); problem.Found() || err != nil {
			t.Fatalf("before: %v %v", problem, err)
		}
		if problems, err := s.Check(); err != nil || len(problems) > 0 {
			t.Fatalf("before: %q %v", problems, err)
		}
		if err := s.Update(c.tamper); err != nil {
			t.Fatal(err)
		}
		problems, err := s.Check()
		if seen := len(problems) > 0; seen != c.check || err != nil {
			t.Errorf("%s: check says %q %v", c.name, problems, err)
		}
		if c.check {
			continue
		}
		if d, err := s.CheckAnchor(anchor); !d.Found() || d.ByRestore() || err != nil {
			t.Errorf("%s: the anchor does not see it: %v", c.name, err)
		}
	}
}

// TestASealHoldsTheAnchor of the copy, in a line that sha256sum takes for a comment.
func TestASealHoldsTheAnchor(t *testing.T) {
	s := decided(t, filepath.Join(t.TempDir(), "siip-asn.db"))
	copied := copyOf(t, s)
	anchor, err := s.Anchor()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(copied + ".sha256")
	if err != nil || !strings.HasSuffix(string(text), "copy.db\n# jejak "+anchor.String()+"\n") {
		t.Errorf("%q %v", text, err)
	}
	if err := Verify(copied); err != nil {
		t.Error(err)
	}
}

// TestAnAnchorOfWhatARestoreHasUndoneIsKnown: one of after the copy differs because of the restore, one of before it does not
// differ, and one that was altered before the copy is no matter of the restore.
func TestAnAnchorOfWhatARestoreHasUndoneIsKnown(t *testing.T) {
	s := decided(t, filepath.Join(t.TempDir(), "siip-asn.db"))
	copied, path := copyOf(t, s), filepath.Join(t.TempDir(), "siip-asn.db")
	before, err := s.Anchor()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(copied, path, imports.Actor{Nama: "Perintah restore"}, noon); err != nil {
		t.Fatal(err)
	}
	again := open(t, path, nil)
	for _, c := range []struct {
		name             string
		anchor           jejak.Anchor
		differs, restore bool
	}{
		{"the end of the copy", before, false, false},
		{"the number that the restore has now", jejak.Anchor{Nomor: before.Nomor + 1, Hash: before.Hash}, true, true},
		{"a number that is still to come", jejak.Anchor{Nomor: before.Nomor + 9, Hash: before.Hash}, true, true},
		{"another hash before the copy", jejak.Anchor{Nomor: before.Nomor - 1, Hash: before.Hash}, true, false},
	} {
		d, err := again.CheckAnchor(c.anchor)
		if d.Found() != c.differs || d.ByRestore() != c.restore || err != nil {
			t.Errorf("%s: %+v %v", c.name, d, err)
		}
		if c.restore && !d.Restore.At.Equal(noon) {
			t.Errorf("%s: restored at %v", c.name, d.Restore.At)
		}
	}
}
