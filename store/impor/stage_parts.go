package impor

import (
	"errors"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// parts is an import as a list of steps. A small one is written in one transaction; a large one goes step by step into the layer
// and becomes true at one instant, when the layer is shown.
type parts struct {
	steps int
	begin func(*core.Writer) error      // goes with the first step; nil: nothing
	step  func(*core.Writer, int) error // writes one of them
	judge func(*core.Writer) error      // in the transaction that makes it true: whether it still may be
	after func(*core.Writer) error      // in the same one, when everything is written; nil: nothing
	entry jejak.Entry                   // of the whole, the last in the trail
}

const (
	AtOnce     = 300                   // steps that are written in one transaction
	stagePart  = 20 * time.Millisecond // how long a transaction of the preparation works before it is committed
	stageTries = 5                     // when others keep changing what the work changes
)

// errOvertaken is the conflict of an optimistic transaction: others have changed what the plan was made of while it was written.
var errOvertaken = errors.New("the data have changed since the plan was made")

// prepared plans and writes an import, one at a time. It locks nothing for that long: when others have changed what the plan was
// made of, it is planned anew, up to stageTries times; then it gives up with imports.ErrChanged.
func prepared(s *core.Store, by imports.Actor, plan func() (*parts, error), progress Progress) error {
	s.Stage.One.Lock()
	defer s.Stage.One.Unlock()
	err := errOvertaken
	for try := 0; try < stageTries && errors.Is(err, errOvertaken); try++ {
		err = prepare(s, by, plan, progress)
	}
	if errors.Is(err, errOvertaken) {
		return imports.ErrChanged
	}
	return err
}

func prepare(s *core.Store, by imports.Actor, plan func() (*parts, error), progress Progress) error {
	if err := s.Read(func(r *reader.Reader) error { return core.MayImport(r, by) }); err != nil {
		return err
	}
	defer s.Stage.End()
	if err := core.BeginStage(s); err != nil {
		return err
	}
	p, err := plan()
	if err != nil || p == nil {
		return err
	}
	may := p.judge
	p.judge = func(w *core.Writer) error { return errors.Join(core.MayImport(w.Reader, by), may(w)) }
	if p.steps > AtOnce {
		return inParts(s, p, progress)
	}
	if err := inOne(s, p); err != nil {
		return err
	}
	return progress.tell(p.steps, p.steps)
}

// inOne writes a small work in one transaction.
func inOne(s *core.Store, p *parts) error {
	return s.Waking(func(w *core.Writer) error {
		if err := p.judge(w); err != nil {
			return err
		}
		w.Staged = true // its own changes are not noted as those of others
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
		return w.AppendHistory(p.entry)
	})
}

func (p *parts) run(w *core.Writer, part func(*core.Writer) error) error {
	if part == nil {
		return nil
	}
	return part(w)
}

// inParts writes a large one into a layer, shows it, and moves it down.
func inParts(s *core.Store, p *parts, progress Progress) error {
	defer table.Watched()()
	shown := false
	defer func() {
		if !shown {
			_ = s.Update(dropLayer) // what cannot be dropped now is dropped by the next start
		}
	}()
	for done := 0; done < p.steps; {
		next, err := writePart(s, p, done)
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
	if err := show(s, p); err != nil {
		return err
	}
	shown = true
	return core.MoveDown(s)
}

func dropLayer(tx *bolt.Tx) error {
	if any, _ := table.LayerOf(tx); !any {
		return nil
	}
	return table.DropLayer(tx)
}

// writePart writes steps into the layer for a while, and says which comes next.
func writePart(s *core.Store, p *parts, from int) (next int, err error) {
	err = s.Update(func(tx *bolt.Tx) error {
		w := &core.Writer{Reader: s.ReaderOf(tx), Options: s.Options, Staged: true}
		return table.Staging(tx, func() error {
			var err error
			if w.Journal, err = table.MakeJournal(tx); err != nil {
				return err
			}
			if from == 0 {
				err = p.run(w, p.begin)
			}
			began := time.Now()
			for next = from; err == nil && next < p.steps && time.Since(began) < stagePart; next++ {
				err = p.step(w, next)
			}
			return errors.Join(err, w.Err)
		})
	})
	return next, err
}

// show is the commit point of an import: one small transaction in which the right is judged, conflicts are resolved, and the layer
// becomes visible to everybody. Its entries get into the trail after that, in parts (core.MoveDown); an entry that somebody else
// adds for an usulan meanwhile is kept behind those of the import (core.Writer.AppendHistory).
func show(s *core.Store, p *parts) error {
	return s.Waking(func(w *core.Writer) error {
		if err := p.judge(w); err != nil {
			return err
		}
		if err := table.ShowLayer(w.Tx); err != nil {
			return err
		}
		w.More, w.Staged = true, true
		if err := p.run(w, p.after); err != nil {
			return err
		}
		return schema.KeepEntry(table.Journal(w.Tx), schema.JournalEnd, p.entry)
	})
}
