package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siip-asn/flow"
)

func TestBackupAndRestore(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "siip-asn.db"), filepath.Join(dir, "backup", "copy.db")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	imports(t, s, flow.KolomPegawai{}, row(1, "Dinas A"))
	if err := s.Backup(copied); err != nil {
		t.Fatal(err)
	}
	imports(t, s, flow.KolomPegawai{}, row(2, "Dinas A"))
	var inUse *InUseError
	if _, err := Restore(copied, path, noon); !errors.As(err, &inUse) {
		t.Fatalf("a database in use is not replaced: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := Restore(copied, path, noon)
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]int{path: 1, kept: 2} {
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

func TestADamagedBackupIsNotRestored(t *testing.T) {
	dir := t.TempDir()
	path, bad := filepath.Join(dir, "siip-asn.db"), filepath.Join(dir, "bad.db")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var rows []flow.BarisPegawai
	for n := range 900 {
		rows = append(rows, row(n, "Dinas A"))
	}
	imports(t, s, flow.KolomPegawai{}, rows...)
	if err := errors.Join(s.Backup(bad), s.Close()); err != nil {
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
		"a page zero": func(b []byte) []byte { clear(b[4*4096 : 6*4096]); return b },
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
		if _, err := Restore(bad, path, noon); err == nil {
			t.Errorf("%s: restored", name)
		}
		if err := Verify(path); err != nil {
			t.Errorf("%s: the database has suffered: %v", name, err)
		}
	}
}

func TestCheckSeesATornIndexAndABrokenTrail(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "x.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	imports(t, s, flow.KolomPegawai{}, row(1, "Dinas A"), row(2, "Dinas A"))
	for name, tear := range map[string]func(*writer) error{
		"index gone":    func(w *writer) error { return w.tx.Bucket([]byte("pegawai.nip")).Delete(key(string(row(1, "").NIP))) },
		"index surplus": func(w *writer) error { return w.tx.Bucket([]byte("pegawai.opd")).Put(key(uint64(9), uint64(9)), nil) },
		"trail broken": func(w *writer) error {
			e, err := lastEntry(w.tx)
			e.Keterangan = "lain"
			return errors.Join(err, histories.put(w.tx, e))
		},
		"no OPD": func(w *writer) error { return opds.delete(w.tx, key(uint64(1))) },
	} {
		torn, err := Open(copyOf(t, s), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if problems, err := torn.Check(); err != nil || len(problems) > 0 {
			t.Fatalf("before: %q %v", problems, err)
		}
		if err := torn.importing(false, tear); err != nil {
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
