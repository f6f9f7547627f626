package campaign

import (
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/process"
	"siip-asn/flow/jejak"
	"siip-asn/store"
)

// testdata/skema-1.db.gz was made by the program as it was with the first schema: the town and its archive, after some
// seconds of life.
const (
	firstSchema = "testdata/skema-1.db.gz"
	firstTrail  = 217 // entries in its trail
)

// TestKilledWhileTheDatabaseIsMadeOrMigrated kills the program while it makes its first database, and while it brings one of
// the first schema up to date: the next start finds all of the old or all of the new, and goes on from there.
func TestKilledWhileTheDatabaseIsMadeOrMigrated(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	t.Parallel()
	kills := max(4, *killsWanted/5)
	for _, old := range []bool{false, true} {
		t.Run(fmt.Sprintf("migrated %v", old), func(t *testing.T) {
			for n := range kills {
				w := newCampaign(t, theProgram(t), simulator.Options{MessagesPerSecond: -1})
				w.prepare(old)
				w.killInTheMaking(n, old)
				w.goesOn(old)
			}
			t.Logf("%d kills, lost 0 unless said above", kills)
		})
	}
}

// prepare takes the database of the town away, and puts one of the first schema in its place if it is to be migrated.
func (w *campaign) prepare(old bool) {
	if err := os.Remove(w.config.Database); err != nil {
		w.t.Fatal(err)
	}
	if !old {
		return
	}
	packed, err := os.Open(firstSchema)
	if err != nil {
		w.t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		w.t.Fatal(err)
	}
	content, err := io.ReadAll(unpacked)
	if err == nil {
		err = os.WriteFile(w.config.Database, content, 0o600)
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

// killInTheMaking starts the program and kills it: every third time at any moment, else soon after the database is there, or
// the copy that is made before a migration and its seal.
func (w *campaign) killInTheMaking(n int, old bool) {
	sign := w.config.Database
	if old {
		sign += ".skema-1.sha256"
	}
	w.process.Start()
	if n%3 == 0 {
		time.Sleep(time.Duration(rand.N(60)) * time.Millisecond)
	} else {
		for deadline := time.Now().Add(2 * time.Second); !exists(sign) && time.Now().Before(deadline); {
			time.Sleep(100 * time.Microsecond)
		}
		time.Sleep(time.Duration(rand.N(12_000)) * time.Microsecond)
	}
	w.process.Kill()
	_ = w.process.Cmd.Wait() // killed
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// goesOn starts the program once more, and looks at what it has.
func (w *campaign) goesOn(old bool) {
	w.t.Helper()
	if err := w.process.comesUp(); err != nil {
		w.t.Fatal(err, w.process.Output.String())
	}
	w.process.End()
	process.Sound(w.t, w.config, func(s *store.Store) error {
		f, err := s.Figures()
		if want := map[bool]int{true: clerks + len(citizens)}[old]; f.Pegawai != want {
			w.t.Errorf("%d pegawai, not %d", f.Pegawai, want)
		}
		rows, broken, errTrail := s.Jejak(jejak.Bagian{})
		if want := map[bool]int{true: firstTrail}[old]; len(rows) != want || len(broken) > 0 || errTrail != nil {
			w.t.Errorf("%d entries in the trail, not %d; %q %v", len(rows), want, broken, errTrail)
		}
		return err
	})
	if kept := w.config.Database + ".skema-1"; old {
		if err := store.Verify(kept); err != nil {
			w.t.Errorf("the copy before the migration: %v", err)
		}
	}
}
