package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/store/table"
)

// parts is a long work that is written in a layer: something with many steps that comes true at one instant.
type parts struct {
	steps int
	begin func(*writer) error      // goes with the first step; nil: nothing
	step  func(*writer, int) error // writes one of them
	judge func(*writer) error      // in the transaction that makes it true: whether it still may be
	after func(*writer) error      // in the same one, when everything is written; nil: nothing
	entry flow.Entry               // of the whole, the last in the trail
}

const (
	atOnce     = 300                   // steps that are written in one transaction
	stagePart  = 20 * time.Millisecond // how long a transaction of the preparation works before it is committed
	movePart   = 2000                  // entries of the layer that are moved down in one transaction
	trailPart  = 500                   // entries that are added to the trail in one transaction
	stageTries = 5                     // when others keep changing what the work changes
)

// errOvertaken says that others have changed what a plan is made of.
var errOvertaken = errors.New("the data have changed since the plan was made")

// prepared plans and writes, one such work at a time; what others have overtaken is planned anew.
func (s *Store) prepared(by flow.Pelaku, plan func() (*parts, error), progress Progress) error {
	s.stage.one.Lock()
	defer s.stage.one.Unlock()
	err := errOvertaken
	for try := 0; try < stageTries && errors.Is(err, errOvertaken); try++ {
		err = s.prepare(by, plan, progress)
	}
	if errors.Is(err, errOvertaken) {
		return flow.ErrBerubah
	}
	return err
}

func (s *Store) prepare(by flow.Pelaku, plan func() (*parts, error), progress Progress) error {
	if err := s.Read(func(r *Reader) error { return r.mayImport(by) }); err != nil {
		return err
	}
	defer s.stage.end()
	if err := s.beginStage(); err != nil {
		return err
	}
	p, err := plan()
	if err != nil || p == nil {
		return err
	}
	may := p.judge
	p.judge = func(w *writer) error { return errors.Join(w.mayImport(by), may(w)) }
	if p.steps > atOnce {
		return s.inParts(p, progress)
	}
	if err := s.inOne(p); err != nil {
		return err
	}
	return progress.tell(p.steps, p.steps)
}

// inOne writes a small work in one transaction.
func (s *Store) inOne(p *parts) error {
	return s.waking(func(w *writer) error {
		if err := p.judge(w); err != nil {
			return err
		}
		w.staged = true // others are not overtaken by what it does itself
		if err := p.run(w, p.begin); err != nil {
			return err
		}
		for i := range p.steps {
			if err := p.step(w, i); err != nil {
				return err
			}
		}
		if err := p.run(w, p.after); err != nil {
			return err
		}
		return w.appendHistory(p.entry)
	})
}

func (p *parts) run(w *writer, part func(*writer) error) error {
	if part == nil {
		return nil
	}
	return part(w)
}

// inParts writes a large one into a layer, shows it, and moves it down.
func (s *Store) inParts(p *parts, progress Progress) error {
	defer table.Watched()()
	shown := false
	defer func() {
		if !shown {
			_ = s.update(dropLayer) // what cannot be dropped now is dropped by the next start
		}
	}()
	for done := 0; done < p.steps; {
		next, err := s.stagePart(p, done)
		if err != nil {
			return err
		}
		done = next
		if progress != nil {
			if err := progress(done, p.steps); err != nil {
				return err
			}
		}
	}
	if err := s.show(p); err != nil {
		return err
	}
	shown = true
	return s.moveDown()
}

func dropLayer(tx *bolt.Tx) error {
	if any, _ := table.LayerOf(tx); !any {
		return nil
	}
	return table.DropLayer(tx)
}

// stagePart writes steps into the layer for a while, and says which comes next.
func (s *Store) stagePart(p *parts, from int) (next int, err error) {
	err = s.update(func(tx *bolt.Tx) error {
		w := &writer{Reader: s.reader(tx), options: s.options, staged: true}
		return table.Staging(tx, func() error {
			var err error
			if w.journal, err = table.MakeJournal(tx); err != nil {
				return err
			}
			if from == 0 {
				err = p.run(w, p.begin)
			}
			began := time.Now()
			for next = from; err == nil && next < p.steps && time.Since(began) < stagePart; next++ {
				err = p.step(w, next)
			}
			return errors.Join(err, w.err)
		})
	})
	return next, err
}

// show makes the work true. What it adds to the trails of usulan goes there with it: what is done to them from now on comes
// behind.
func (s *Store) show(p *parts) error {
	return s.waking(func(w *writer) error {
		if err := p.judge(w); err != nil {
			return err
		}
		if err := table.ShowLayer(w.tx); err != nil {
			return err
		}
		w.more, w.staged = true, true
		if err := p.run(w, p.after); err != nil {
			return err
		}
		if _, err := w.publish(journalUsulan, -1); err != nil {
			return err
		}
		return keepEntry(table.Journal(w.tx), journalEnd, p.entry)
	})
}

// moveDown completes what is shown.
func (s *Store) moveDown() error {
	for more := true; more; {
		err := s.update(func(tx *bolt.Tx) (err error) {
			more, err = table.MoveDown(tx, movePart)
			return err
		})
		if err != nil {
			return err
		}
	}
	for more := true; more; {
		err := s.update(func(tx *bolt.Tx) (err error) {
			w := &writer{Reader: s.reader(tx), options: s.options, staged: true}
			if more, err = w.publish(journalRest, trailPart); more || err != nil {
				return err
			}
			if _, err := w.publish(journalEnd, -1); err != nil {
				return err
			}
			return table.DropLayer(tx)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// The journal of the layer holds what an import adds to the trail: kind, pegawai, a number → Entry. The entries get their
// numbers and hashes when they come into the trail.
const (
	journalUsulan uint8 = 1 + iota // of usulan: with the import
	journalRest                    // soon after it
	journalEnd                     // of the import as a whole: last
)

func kindOf(e flow.Entry) uint8 {
	if e.Usulan != 0 {
		return journalUsulan
	}
	return journalRest
}

func keepEntry(journal *bolt.Bucket, kind uint8, e flow.Entry) error {
	n, err := journal.NextSequence()
	if err != nil {
		return err
	}
	text, err := json.Marshal(e)
	if err != nil {
		return err
	}
	return journal.Put(key(kind, uint64(e.Pegawai), n), text)
}

func dropEntries(journal *bolt.Bucket, prefix []byte) error {
	var keys [][]byte
	c := journal.Cursor()
	for k, _ := c.Seek(prefix); k != nil && len(k) > len(prefix) && string(k[:len(prefix)]) == string(prefix); k, _ = c.Next() {
		keys = append(keys, append([]byte(nil), k...))
	}
	for _, k := range keys {
		if err := journal.Delete(k); err != nil {
			return err
		}
	}
	return nil
}

// publish adds up to n entries of a kind to the trail, or all for -1, and tells whether there may be more.
func (w *writer) publish(kind uint8, n int) (more bool, err error) {
	journal := table.Journal(w.tx)
	var keys [][]byte
	var entries []flow.Entry
	c := journal.Cursor()
	for k, v := c.Seek([]byte{kind}); k != nil && k[0] == kind && len(keys) != n; k, v = c.Next() {
		var e flow.Entry
		if err := json.Unmarshal(v, &e); err != nil {
			return false, fmt.Errorf("journal %x: %w", k, err)
		}
		keys, entries = append(keys, append([]byte(nil), k...)), append(entries, e)
	}
	for i, e := range entries {
		if err := w.appendHistory(e); err != nil {
			return false, err
		}
		if err := journal.Delete(keys[i]); err != nil {
			return false, err
		}
	}
	return len(keys) == n, nil
}
