package store

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// TestEveryReleasedSchemaIsUpgradedAndRead opens a database of every released version of the program. With -update the
// present version writes its own.
func TestEveryReleasedSchemaIsUpgradedAndRead(t *testing.T) {
	if *update {
		makeFixture(t)
	}
	for schema := 1; schema <= len(core.Migrations); schema++ {
		t.Run(fmt.Sprint("schema ", schema), func(t *testing.T) {
			upgrades(t, fixture(t, schema), schema)
		})
	}
}

// TestAFixtureGoesThroughAMigrationToCome upgrades the newest one by a migration that is not there yet.
func TestAFixtureGoesThroughAMigrationToCome(t *testing.T) {
	version := len(core.Migrations)
	withMigration(t, func(tx *bolt.Tx) error {
		return schema.Usulans.Each(tx, func(u flow.Usulan) error { return schema.Usulans.Put(tx, u) })
	})
	upgrades(t, fixture(t, version), version)
}

// upgrades opens a database of an earlier schema: a copy of what it was is kept, and everything is still there.
func upgrades(t *testing.T, path string, schema int) {
	seen := &watcher{}
	s, err := Open(path, Options{Aturan: flow.Aturan{Zona: wib}, Step: echo, Watch: seen})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	kept, want := fmt.Sprintf("%s.skema-%d", path, schema), ""
	if schema < len(core.Migrations) {
		want = fmt.Sprint(schema, len(core.Migrations), filepath.Base(kept))
		if err := Verify(kept); err != nil {
			t.Errorf("the copy of what was: %v", err)
		}
	}
	if seen.migrated != want {
		t.Errorf("the operator is told %q, want %q", seen.migrated, want)
	}
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Errorf("%q %v", problems, err)
	}
	isGolden(t, "testdata/schema.txt", everythingIn(t, s))
	apply(t, s, typed(9, "terus"))
}

func fixture(t *testing.T, schema int) string {
	t.Helper()
	f, err := os.Open(fixturePath(schema))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	file, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "siip-asn.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// everythingIn writes down what is read of a fixture, by the look-ups that the core has.
func everythingIn(t *testing.T, s *Store) []byte {
	var out bytes.Buffer
	read(t, s, func(r *Reader) {
		for _, p := range r.Pegawais() {
			account, bound := r.AccountOf(p.ID)
			fmt.Fprintf(&out, "pegawai %+v\n  account %+v %v\n", p, account, bound)
		}
		fmt.Fprintf(&out, "opd %+v\n", r.OPDs())
		for id := range flow.UsulanID(2) {
			u, _ := r.Usulan(id + 1)
			fmt.Fprintf(&out, "usulan %+v\n  viewers %v\n", u, r.Viewers(u.ID))
			for _, e := range r.History(u.ID) {
				e.Sebelum, e.Hash = "", ""
				fmt.Fprintf(&out, "  %+v\n", e)
			}
		}
		code, found := r.Aktivasi(aktivasi.HashKode("0000-0000-0001"))
		fmt.Fprintf(&out, "aktivasi %v %v %v\n", found, code.Pegawai, code.Sampai)
		var reasons []string
		for _, used := range r.Keterangan(0, flow.Revisi, 3) {
			reasons = append(reasons, used.Text)
		}
		fmt.Fprintf(&out, "keterangan %q\n", reasons)
		katalog := r.Katalog()
		fmt.Fprintf(&out, "katalog %d, the last %+v\n", len(katalog), katalog[len(katalog)-1])
		fmt.Fprintf(&out, "padanan %d, jendela %+v, done %v\n", r.Padanan(judul.Key("Diklat Contoh")), r.Jendela(2026), r.Done("rekap").In(wib))
		c, _ := reader.LookUp(r, schema.Sessions, schema.SessionKey(7))
		fmt.Fprintf(&out, "session %s %d\n", c.Place, c.Versi)
		fmt.Fprintf(&out, "jejak of who revised: %d\n", len(r.Jejak(jejak.Bagian{Pegawai: 2}, 0, 10)))
	})
	unfinished, err1 := s.Unfinished()
	letters, err2 := s.DeadLetters()
	fmt.Fprintf(&out, "outbox %q\nunfinished %v\ndead letters %d, %q\n%v %v\n", outbox(t, s), unfinished, len(letters), letters[0].Problem, err1, err2)
	return bytes.ReplaceAll(out.Bytes(), []byte("+0700 WIB"), []byte("+0700 +0700")) // as on a machine that stands elsewhere
}

func isGolden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("it reads otherwise; see the difference with -update\n%s\nwant\n%s", got, want)
	}
}
