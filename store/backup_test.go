package store

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/store/backup"
	"siip-asn/store/boltfile"
	"siip-asn/store/core"
	"siip-asn/store/impor"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

func TestBackupAndRestore(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "siip-asn.db"), filepath.Join(dir, "backup", "copy.db")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"))
	if err := s.Backup(copied); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("a folder that is not there is not made, its disk may be missing: %v", err)
	}
	if err := errors.Join(os.Mkdir(filepath.Dir(copied), 0o700), s.Backup(copied)); err != nil {
		t.Fatal(err)
	}
	imported(t, s, imports.PegawaiColumns{}, row(2, "Dinas A"))
	var inUse *InUseError
	if _, err := Restore(copied, path, imports.Actor{Nama: "Perintah restore"}, noon); !errors.As(err, &inUse) {
		t.Fatalf("a database in use is not replaced: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	restored, err := Restore(copied, path, imports.Actor{Nama: "Perintah restore"}, noon)
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]int{path: 1, restored.Kept: 2} {
		s := open(t, file, nil)
		read(t, s, func(r *Reader) {
			if got := len(r.Pegawais()); got != want {
				t.Errorf("%s has %d pegawai, want %d", file, got, want)
			}
		})
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "backup", ".*")); len(left) > 0 {
		t.Errorf("temporary files are left: %q", left)
	}
}

func TestRestoreOnAMachineThatHasNothing(t *testing.T) {
	copied := copyOf(t, fresh(t, nil))
	path := filepath.Join(t.TempDir(), "data", "siip-asn.db")
	restored, err := Restore(copied, path, imports.Actor{Nama: "Perintah restore"}, noon)
	if err != nil || restored != (Restored{}) {
		t.Fatalf("%+v %v", restored, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	open(t, path, nil)
}

func TestADatabaseIsNotRestoredFromItself(t *testing.T) {
	path := oldDatabase(t)
	link := filepath.Join(t.TempDir(), "salinan.db")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	for _, backup := range []string{path, link} {
		if _, err := Restore(backup, path, imports.Actor{Nama: "Perintah restore"}, noon); err == nil || !strings.Contains(err.Error(), "basis data itu sendiri") {
			t.Errorf("%s: %v", backup, err)
		}
	}
}

// TestARestoredDatabaseGoesOnWhereNothingHasBeen looks at the numbers and versions: an old button must not mean anything
// else than it did.
func TestARestoredDatabaseGoesOnWhereNothingHasBeen(t *testing.T) {
	s := fresh(t, propose)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"))
	apply(t, s, typed(1, "satu"))
	copied, path := copyOf(t, s), filepath.Join(t.TempDir(), "siip-asn.db")
	if _, err := Restore(copied, path, imports.Actor{Nama: "Perintah restore"}, noon); err != nil {
		t.Fatal(err)
	}
	seen := &watcher{}
	again, err := Open(path, Options{Step: propose, Watch: seen})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if !seen.restored.Equal(noon) {
		t.Errorf("the operator is told of a restore at %v", seen.restored)
	}
	apply(t, again, typed(2, "dua"))
	read(t, again, func(r *Reader) {
		old, _ := r.Usulan(1)
		if _, there := r.Usulan(2); there || old.Versi <= core.RenewStep {
			t.Errorf("number 2 was given out again, or version %d", old.Versi)
		}
		if _, there := r.Usulan(core.RenewStep + 2); !there {
			t.Error("the next usulan is not the one after the gap")
		}
		if c, _ := reader.LookUp(r, schema.Sessions, schema.SessionKey(7)); c.Versi != core.RenewStep+2 {
			t.Errorf("the buttons of the next screen have version %d", c.Versi)
		}
	})
	read(t, again, func(r *Reader) {
		e := r.Jejak(jejak.Bagian{}, 0, 2)[1]
		if e.Aksi != flow.Pulihkan || e.OlehNama != "Perintah restore" || !strings.Contains(e.Keterangan, "sampai catatan 2") {
			t.Errorf("the trail says nothing of the restore: %+v", e)
		}
	})
	if problems, err := again.Check(); err != nil || len(problems) > 0 {
		t.Errorf("%q %v", problems, err)
	}
}

// TestARestoreRevivesNoUsedCode restores a copy in which two codes are valid; one of them was used since.
func TestARestoreRevivesNoUsedCode(t *testing.T) {
	valid := func(path string) (list []string) {
		s := open(t, path, nil)
		read(t, s, func(r *Reader) {
			for _, hash := range []string{"terpakai", "tersisa"} {
				if _, found := r.Aktivasi(hash); found {
					list = append(list, hash)
				}
			}
		})
		return list
	}
	path := filepath.Join(t.TempDir(), "siip-asn.db")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = s.SaveAktivasi([]aktivasi.Aktivasi{{Hash: "terpakai", Pegawai: 1, Sampai: noon}, {Hash: "tersisa", Pegawai: 2, Sampai: noon}})
	if err != nil {
		t.Fatal(err)
	}
	copied := copyOf(t, s)
	err = s.Update(func(tx *bolt.Tx) error { return core.DropAktivasi(tx, 1) })
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(t.TempDir(), "siip-asn.db")
	for place, want := range map[string]string{path: "tersisa", elsewhere: ""} {
		restored, err := Restore(copied, place, imports.Actor{Nama: "Perintah restore"}, noon)
		if err != nil || restored.Codes != 2-len(strings.Fields(want)) {
			t.Errorf("%+v %v", restored, err)
		}
		if got := strings.Join(valid(place), " "); got != want {
			t.Errorf("valid in %s: %q, want %q", place, got, want)
		}
	}
}

// propose makes an usulan of every text.
func propose(_ dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	s.Versi++
	u := flow.Usulan{ID: e.Usulan, Pegawai: 1, OPD: 1, Versi: 1, Status: flow.Masuk, Judul: "Diklat", TanggalUsul: kalender.TanggalOf(e.At.AddDate(int(e.Usulan), 0, 0)), Sejak: e.At}
	return s, []dialog.Effect{
		dialog.SaveUsulan{Usulan: u},
		dialog.AppendHistory{Entry: jejak.Entry{At: e.At, Usulan: u.ID, Pegawai: 1, Oleh: 1, Aksi: flow.Simpan, Ke: flow.Masuk}},
	}, nil
}

// aCopy is a sealed copy of a database with some pages, and the database.
func aCopy(t *testing.T) (path, copied string) {
	t.Helper()
	dir := t.TempDir()
	path, copied = filepath.Join(dir, "siip-asn.db"), filepath.Join(dir, "bad.db")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var rows []imports.BarisPegawai
	for n := range 900 {
		rows = append(rows, row(n, "Dinas A"))
	}
	imported(t, s, imports.PegawaiColumns{}, rows...)
	if err := errors.Join(s.Backup(copied), s.Close()); err != nil {
		t.Fatal(err)
	}
	return path, copied
}

func TestADamagedBackupIsNotRestored(t *testing.T) {
	path, bad := aCopy(t)
	if err := os.Remove(bad + ".sha256"); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(bad)
	if err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]func([]byte) []byte{
		"cut short":   func(b []byte) []byte { return b[:len(b)/3] },
		"empty":       func([]byte) []byte { return nil },
		"no database": func([]byte) []byte { return []byte(strings.Repeat("x", 9000)) },
		"pages zero":  func(b []byte) []byte { clear(b[4*4096 : len(b)/2]); return b }, // some of them are in use
		"pages random": func(b []byte) []byte {
			for i := 3 * 4096; i < len(b); i += 7 {
				b[i] ^= 0x5a
			}
			return b
		},
	} {
		if err := os.WriteFile(bad, damage(append([]byte(nil), whole...)), 0o600); err != nil {
			t.Fatal(err)
		}
		var damaged *DamagedError
		if _, err := Restore(bad, path, imports.Actor{Nama: "Perintah restore"}, noon); !errors.As(err, &damaged) || !strings.Contains(err.Error(), "rusak atau bukan basis data SIIP-ASN") {
			t.Errorf("%s: %v", name, err)
		}
		if err := Verify(path); err != nil {
			t.Errorf("%s: the database has suffered: %v", name, err)
		}
	}
	if kept, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*restore*")); len(kept) > 0 {
		t.Errorf("the database was set aside for a damaged backup: %q", kept)
	}
}

// TestEveryChangedBitOfACopyIsSeen flips bits, also such as lie inside a name and leave the database sound.
func TestEveryChangedBitOfACopyIsSeen(t *testing.T) {
	_, copied := aCopy(t)
	if err := Verify(copied); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(copied, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		at := random.Int64N(int64(len(whole)))
		var damaged *DamagedError
		_, err1 := f.WriteAt([]byte{whole[at] ^ 1<<random.IntN(8)}, at)
		seen := errors.As(Verify(copied), &damaged)
		_, err2 := f.WriteAt(whole[at:at+1], at)
		if err := errors.Join(err1, err2); err != nil || !seen {
			t.Fatalf("byte %d: seen %v, %v", at, seen, err)
		}
	}
	if err := Verify(copied); err != nil {
		t.Error(err)
	}
}

// TestADamagedFileWithoutASealEndsNothing flips bits of a file that has no seal, as the database itself: whatever comes of
// it, the program goes on.
func TestADamagedFileWithoutASealEndsNothing(t *testing.T) {
	path, _ := aCopy(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	random, seen := rand.New(rand.NewPCG(3, 4)), 0
	for range 60 {
		b := append([]byte(nil), whole...)
		for range 8 {
			b[random.IntN(len(b))] ^= 1 << random.IntN(8)
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Verify(path); err != nil {
			seen++
		}
	}
	t.Logf("%d of 60 damaged files were recognised", seen)
}

func TestANewCopyBreaksTheSealOfTheOldOne(t *testing.T) {
	s := fresh(t, echo)
	copied := copyOf(t, s)
	apply(t, s, typed(1, "satu"))
	if err := s.Backup(copied); err != nil {
		t.Fatal(err)
	}
	if err := Verify(copied); err != nil {
		t.Error(err)
	}
	if err := backup.Remove(copied); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(copied), "*")); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
}

// TestACopyThatCannotBeWrittenLeavesTheOldOne fails in the middle of the work.
func TestACopyThatCannotBeWrittenLeavesTheOldOne(t *testing.T) {
	s := fresh(t, echo)
	copied, broken := copyOf(t, s), errors.New("broken")
	for name, write := range map[string]func(io.Writer) error{
		"an error":       func(w io.Writer) error { return errors.Join(s.Copy(w), broken) },
		"half of a copy": func(w io.Writer) error { _, err := w.Write(make([]byte, 9000)); return err },
	} {
		if err := WriteCopy(copied, write); err == nil {
			t.Errorf("%s: no error", name)
		}
		if err := Verify(copied); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := backup.Leftovers(copied); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
}

// TestWhoOnlyLooksMigratesNothing opens a database of an earlier schema as it is, and copies it.
func TestWhoOnlyLooksMigratesNothing(t *testing.T) {
	path := fixture(t, 2)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var older *OlderError
	if _, err := Open(path, Options{AsIs: true}); !errors.As(err, &older) || older.Has != 2 {
		t.Errorf("%v", err)
	}
	var copied bytes.Buffer
	if err := CopyFile(path, &copied); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file has changed: %v", err)
	}
	if kept, _ := filepath.Glob(path + ".skema*"); len(kept) > 0 {
		t.Errorf("%q", kept)
	}
	if err := boltfile.Check(bytes.NewReader(copied.Bytes()), int64(copied.Len())); err != nil {
		t.Error(err)
	}
}

// TestACopyToAStuckTargetHoldsNothingOpen lets the target stand still after its first bytes.
func TestACopyToAStuckTargetHoldsNothingOpen(t *testing.T) {
	s := fresh(t, echo)
	stuck, goOn, done := make(chan struct{}), make(chan struct{}), make(chan error)
	var copied bytes.Buffer
	go func() { done <- s.Copy(&stuckWriter{to: &copied, stuck: stuck, goOn: goOn}) }()
	<-stuck
	if n := s.Db.Stats().OpenTxN; n != 0 {
		t.Errorf("%d transactions are open", n)
	}
	apply(t, s, typed(1, "satu"))
	close(goOn)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if err := boltfile.Check(bytes.NewReader(copied.Bytes()), int64(copied.Len())); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), ".*")); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
}

// stuckWriter stands still before its first bytes.
type stuckWriter struct {
	to          io.Writer
	stuck, goOn chan struct{}
	once        sync.Once
}

func (w *stuckWriter) Write(p []byte) (int, error) {
	w.once.Do(func() { close(w.stuck); <-w.goOn })
	return w.to.Write(p)
}

func TestCheckSeesATornIndexAndABrokenTrail(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "x.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"), row(2, "Dinas A"))
	for name, tear := range map[string]func(*core.Writer) error{
		"index gone": func(w *core.Writer) error {
			return schema.PegawaiNIP.In(w.Tx).Delete(schema.Key(string(row(1, "").NIP)))
		},
		"index surplus": func(w *core.Writer) error {
			return schema.PegawaiOPD.In(w.Tx).Put(schema.Key(uint64(9), uint64(9)), nil)
		},
		"trail broken": func(w *core.Writer) error {
			e, err := reader.LastEntry(w.Tx)
			e.Keterangan = "lain"
			return errors.Join(err, schema.Histories.Put(w.Tx, e))
		},
		"no OPD": func(w *core.Writer) error { return schema.Opds.Delete(w.Tx, schema.Key(uint64(1))) },
	} {
		torn, err := Open(copyOf(t, s), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if problems, err := torn.Check(); err != nil || len(problems) > 0 {
			t.Fatalf("before: %q %v", problems, err)
		}
		if err := impor.Importing(torn.Store, imports.ImportCommand, false, tear); err != nil {
			t.Fatal(err)
		}
		if problems, err := torn.Check(); err != nil || len(problems) == 0 {
			t.Errorf("%s: not seen (%v)", name, err)
		}
		torn.Close()
	}
}

func copyOf(t *testing.T, s *Store) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(path); err != nil {
		t.Fatal(err)
	}
	return path
}
