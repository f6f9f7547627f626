package store

import (
	"errors"
	"sync"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/store/table"
)

// An import of a whole city takes longer than anybody may wait for a transaction. So it is done in steps of which each is
// short:
//
//  1. The plan is made on reads (impor_pegawai.go).
//  2. It is written, part by part, into a layer that nobody else sees (table.Staging). What it adds to the trail is kept in
//     the journal of the layer.
//  3. One small transaction shows the layer: from then on the import is done for everybody. Whoever brought it in is judged
//     in that transaction, and whatever others have changed since step 1 and would be overwritten is done anew in it.
//  4. The layer is moved down and its entries added to the trail, part by part.
//
// A process that is killed before 3 has done nothing: the next start drops the layer. One that is killed after 3 has done
// all: the next start does what is left of 4 before anybody reads. Something small is written in one transaction.

// stage notes what others change while an import is prepared.
type stage struct {
	one sync.Mutex // there is one import at a time

	mu      sync.Mutex
	on      bool
	records map[flow.PegawaiID]bool // whose record was changed
	around  map[flow.PegawaiID]bool // whose account or usulan was changed
	names   bool                    // a pegawai is new or has another NIP, or an OPD is new or has another name
}

// begin notes from now on. Transactions that were under way are over when it returns.
func (s *Store) beginStage() error {
	s.stage.mu.Lock()
	s.stage.on, s.stage.names = true, false
	s.stage.records, s.stage.around = map[flow.PegawaiID]bool{}, map[flow.PegawaiID]bool{}
	s.stage.mu.Unlock()
	return s.update(func(*bolt.Tx) error { return nil })
}

func (g *stage) end() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.on, g.records, g.around = false, nil, nil
}

// note is for whoever changes something besides the import.
func (w *writer) note(change func(*stage)) {
	if w.staged || w.stage == nil {
		return
	}
	w.stage.mu.Lock()
	defer w.stage.mu.Unlock()
	if w.stage.on {
		change(w.stage)
	}
}

func (w *writer) touchPegawai(before, p flow.Pegawai) {
	w.note(func(g *stage) {
		g.records[p.ID] = true
		g.names = g.names || before.NIP != p.NIP
	})
}

func (w *writer) touch(ids ...flow.PegawaiID) {
	w.note(func(g *stage) {
		for _, id := range ids {
			g.around[id] = true
		}
	})
}

func (w *writer) touchOPD() { w.note(func(g *stage) { g.names = true }) }

// overtaken tells whether the plan does not hold any more, and lists the steps that have to be done anew because something
// around their pegawai has changed.
func (g *stage) overtaken(pl *pegawaiPlan) (over bool, again []pegawaiStep) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.names {
		return true, nil
	}
	for _, step := range pl.steps {
		switch {
		case step.old.ID == 0:
		case g.records[step.old.ID]:
			return true, nil
		case g.around[step.old.ID]:
			again = append(again, step)
		}
	}
	return false, again
}

// overtakenUsulan tells whether something around the pegawai of these new usulan has changed: one of them may have another
// usulan by now.
func (g *stage) overtakenUsulan(list []flow.Usulan) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, u := range list {
		if g.around[u.Pegawai] || g.records[u.Pegawai] {
			return errOvertaken
		}
	}
	return nil
}

// finishImport is for the start: an import that was shown when the process was killed is completed, and one that was not is
// dropped.
func (s *Store) finishImport() error {
	var any, shown bool
	err := s.view(func(tx *bolt.Tx) error {
		any, shown = table.LayerOf(tx)
		return nil
	})
	version, err2 := s.schemaVersion()
	if err = errors.Join(err, err2); err != nil || !any || version > len(migrations) {
		return err
	}
	defer table.Watched()()
	if shown {
		return s.moveDown()
	}
	return s.update(table.DropLayer)
}
