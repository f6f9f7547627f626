package core

import (
	"errors"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/store/reader"
	"siip-asn/store/table"
)

// BeginStage begins to note what others change while an import is prepared (reader.Stage). The empty transaction at its end waits
// for the writer before it, so when it returns every change is either noted or visible to the reads of the plan.
func BeginStage(s *Store) error {
	s.Stage.Mu.Lock()
	s.Stage.On, s.Stage.Names = true, false
	s.Stage.Records, s.Stage.Around = map[flow.PegawaiID]bool{}, map[flow.PegawaiID]bool{}
	s.Stage.Mu.Unlock()
	return s.Update(func(*bolt.Tx) error { return nil })
}

// note records a change that is not the import's own, while an import is prepared; else it does nothing.
func (w *Writer) note(change func(*reader.Stage)) {
	if w.Staged || w.Stage == nil {
		return
	}
	w.Stage.Mu.Lock()
	defer w.Stage.Mu.Unlock()
	if w.Stage.On {
		change(w.Stage)
	}
}

func (w *Writer) touchPegawai(before, p flow.Pegawai) {
	w.note(func(g *reader.Stage) {
		g.Records[p.ID] = true
		g.Names = g.Names || before.NIP != p.NIP
	})
}

func (w *Writer) touch(ids ...flow.PegawaiID) {
	w.note(func(g *reader.Stage) {
		for _, id := range ids {
			g.Around[id] = true
		}
	})
}

func (w *Writer) touchOPD() { w.note(func(g *reader.Stage) { g.Names = true }) }

// finishImport is the recovery at the start: a layer that was shown when the process was killed is moved down, one that was not is
// dropped. It runs before the migrations, which know nothing of layers.
func finishImport(s *Store) error {
	var any, shown bool
	err := s.View(func(tx *bolt.Tx) error {
		any, shown = table.LayerOf(tx)
		return nil
	})
	version, err2 := schemaVersion(s)
	if err = errors.Join(err, err2); err != nil || !any || version > len(Migrations) {
		return err
	}
	defer table.Watched()()
	if shown {
		return MoveDown(s)
	}
	return s.Update(table.DropLayer)
}
