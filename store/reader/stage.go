package reader

import (
	"sync"

	"siip-asn/flow"
)

// An import of a whole city takes longer than anybody may wait for a transaction. So it is done in steps of which each is
// short:
//
//  1. The plan is made on reads (impor_pegawai.go).
//  2. It is written, part by part, into a layer that nobody else sees (table.Staging). What it adds to the trail is kept in
//     the journal of the layer.
//  3. One small transaction shows the layer: from then on the import is done for everybody. Whoever brought it in is judged
//     in that transaction, and whatever others have changed since step 1 and would be overwritten is done anew in it.
//  4. The layer is moved down and its entries added to the trail, part by part. Those of usulan come first, and before
//     anything else that is written of one of them.
//
// A process that is killed before 3 has done nothing: the next start drops the layer. One that is killed after 3 has done
// all: the next start does what is left of 4 before anybody reads. Something small is written in one transaction.

// Stage notes what others change while an import is prepared.
type Stage struct {
	One sync.Mutex // there is one import at a time

	Mu      sync.Mutex
	On      bool
	Records map[flow.PegawaiID]bool // whose record was changed
	Around  map[flow.PegawaiID]bool // whose account or usulan was changed
	Names   bool                    // a pegawai is new or has another NIP, or an OPD is new or has another name
}

// End notes nothing any more.
func (g *Stage) End() {
	g.Mu.Lock()
	defer g.Mu.Unlock()
	g.On, g.Records, g.Around = false, nil, nil
}
