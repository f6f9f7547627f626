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

// pegawaiImport is an import of pegawai that is to be written.
type pegawaiImport struct {
	*Store
	list     flow.ImporPegawai
	by       flow.Pelaku
	at       time.Time
	progress Progress
	plan     *pegawaiPlan
}

const (
	atOnce     = 300                   // steps that are written in one transaction
	stagePart  = 20 * time.Millisecond // how long a transaction of the preparation works before it is committed
	movePart   = 2000                  // entries of the layer that are moved down in one transaction
	trailPart  = 500                   // entries that are added to the trail in one transaction
	stageTries = 5                     // when others keep changing what the workbook changes
)

// errOvertaken says that others have changed what the plan is made of.
var errOvertaken = errors.New("the data have changed since the plan was made")

// run plans and writes; what others have overtaken is planned anew.
func (im *pegawaiImport) run() (flow.HasilImpor, error) {
	im.stage.one.Lock()
	defer im.stage.one.Unlock()
	err := errOvertaken
	for try := 0; try < stageTries && errors.Is(err, errOvertaken); try++ {
		err = im.try()
	}
	if errors.Is(err, errOvertaken) {
		err = flow.ErrBerubah
	}
	return im.plan.outcome(), err
}

func (im *pegawaiImport) try() (err error) {
	if err := im.Read(func(r *Reader) error { return r.mayImport(im.by) }); err != nil {
		return err
	}
	defer im.stage.end()
	if err := im.beginStage(); err != nil {
		return err
	}
	if im.plan, err = im.planPegawai(im.list, im.today(im.at), nil); err != nil {
		return err
	}
	if err := agreed(im.plan.result, im.by); err != nil {
		return err
	}
	if len(im.plan.steps) <= atOnce {
		err = im.writeAtOnce()
	} else {
		err = im.writeInParts()
	}
	if err != nil {
		return err
	}
	return im.Read(func(r *Reader) error {
		im.plan.nameNew(r)
		return nil
	})
}

func (im *pegawaiImport) blank() flow.Entry { return importEntry(im.by, im.at) }

// judged looks, in the transaction that makes the import true, whether it may be: by whoever brought it in, and as planned.
func (im *pegawaiImport) judged(w *writer) (again []pegawaiStep, err error) {
	if err := w.mayImport(im.by); err != nil {
		return nil, err
	}
	over, again := im.stage.overtaken(im.plan)
	if over {
		return nil, errOvertaken
	}
	return again, nil
}

func (im *pegawaiImport) writeAtOnce() error {
	err := im.waking(func(w *writer) error {
		if _, err := im.judged(w); err != nil {
			return err
		}
		w.staged = true // others do not overtake it by what it does itself
		before := len(w.AdminSIIP())
		if err := im.plan.apply(w, im.blank()); err != nil {
			return err
		}
		if before > 0 && len(w.AdminSIIP()) == 0 {
			return errLastAdmin
		}
		return w.closing(im.blank(), flow.BerkasPegawai, im.plan.result, im.by, false)
	})
	if err != nil {
		return err
	}
	return im.progress.tell(len(im.plan.steps), len(im.plan.steps))
}

// writeInParts writes the plan into a layer, shows it, and moves it down.
func (im *pegawaiImport) writeInParts() error {
	defer table.Watched()()
	shown := false
	defer func() {
		if !shown {
			_ = im.update(func(tx *bolt.Tx) error { // what cannot be dropped now is dropped by the next start
				if any, _ := table.LayerOf(tx); !any {
					return nil
				}
				return table.DropLayer(tx)
			})
		}
	}()
	for done := 0; done < len(im.plan.steps); {
		next, err := im.stagePart(done)
		if err != nil {
			return err
		}
		done = next
		if im.progress != nil {
			if err := im.progress(done, len(im.plan.steps)); err != nil {
				return err
			}
		}
	}
	if err := im.show(); err != nil {
		return err
	}
	shown = true
	return im.moveDown()
}

// stagePart writes steps into the layer for a while, and says which comes next.
func (im *pegawaiImport) stagePart(from int) (next int, err error) {
	err = im.update(func(tx *bolt.Tx) error {
		w := &writer{Reader: im.reader(tx), options: im.options, staged: true}
		return table.Staging(tx, func() error {
			var err error
			if w.journal, err = table.MakeJournal(tx); err != nil {
				return err
			}
			if from == 0 {
				err = im.plan.opds.apply(w, im.blank())
			}
			began := time.Now()
			for next = from; err == nil && next < len(im.plan.steps) && time.Since(began) < stagePart; next++ {
				err = im.plan.applyStep(w, im.plan.steps[next], im.blank())
			}
			return errors.Join(err, w.err)
		})
	})
	return next, err
}

// show makes the import true. What it adds to the trails of usulan goes there with it: what is done to them from now on comes
// behind.
func (im *pegawaiImport) show() error {
	return im.waking(func(w *writer) error {
		before := len(w.AdminSIIP())
		again, err := im.judged(w)
		if err != nil {
			return err
		}
		if err := table.ShowLayer(w.tx); err != nil {
			return err
		}
		w.more, w.staged = true, true
		for _, step := range again {
			if err := im.redo(w, step); err != nil {
				return fmt.Errorf("pegawai %d: %w", step.old.ID, err)
			}
		}
		if before > 0 && len(w.AdminSIIP()) == 0 {
			return errLastAdmin
		}
		if _, err := w.publish(journalUsulan, -1); err != nil {
			return err
		}
		entry := im.blank()
		entry.Keterangan = im.plan.result.Keterangan(flow.BerkasPegawai)
		return keepEntry(table.Journal(w.tx), journalEnd, entry)
	})
}

// redo does a step anew on what others have made of the account and the usulan of its pegawai meanwhile.
func (im *pegawaiImport) redo(w *writer, step pegawaiStep) error {
	id := step.old.ID
	var all []error
	for _, u := range w.UsulanOf(id) {
		all = append(all, usulans.Undo(w.tx, key(uint64(u.ID))))
	}
	if a, bound := w.AccountOf(id); bound {
		all = append(all, accounts.Undo(w.tx, key(int64(a.ID))))
	}
	if hash := aktivasiPegawai.In(w.tx).Get(key(uint64(id))); hash != nil {
		all = append(all, aktivasis.Undo(w.tx, append([]byte(nil), hash...)))
	}
	all = append(all, handovers.Undo(w.tx, key(uint64(id))), pegawais.Undo(w.tx, key(uint64(id))))
	for _, kind := range []uint8{journalUsulan, journalRest} {
		all = append(all, dropEntries(table.Journal(w.tx), key(kind, uint64(id))))
	}
	if err := errors.Join(all...); err != nil {
		return err
	}
	return im.plan.applyStep(w, step, im.blank())
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
