package upkeep

import (
	"fmt"
	"math"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/jejak"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// Difference is how the trail differs from an anchor; the zero value: it does not.
type Difference struct {
	Words   string      // in Indonesian
	Restore jejak.Entry // the restore that the trail had at the anchor's number or before it; zero: none
}

// Found tells whether the trail differs.
func (d Difference) Found() bool { return d.Words != "" }

// ByRestore tells whether the difference is what a restore makes: an anchor of what came after the copy was made is not in
// the trail any more. It does not prove that nothing else was done.
func (d Difference) ByRestore() bool { return d.Restore.Nomor > 0 }

// CheckAnchor compares the trail with an anchor that was written down outside of it, and says what differs. It looks at that
// entry only, that all before it hang together is for Check; and where it differs, for a restore before it.
func CheckAnchor(s *core.Store, a jejak.Anchor) (d Difference, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		last, err := reader.LastEntry(tx)
		if err != nil {
			return err
		}
		e, found, err := schema.Histories.Get(tx, schema.Key(a.Nomor))
		switch {
		case err != nil:
			return err
		case a.Nomor > last.Nomor:
			d.Words = fmt.Sprintf("jangkar %s: jejak hanya sampai catatan %d; catatan sesudahnya hilang, atau basis data ini lebih lama dari jangkarnya", a.Short(), last.Nomor)
		case !found:
			d.Words = fmt.Sprintf("jangkar %s: catatan %d tidak ada", a.Short(), a.Nomor)
		case !a.Holds(e):
			d.Words = fmt.Sprintf("jangkar %s: isi jejak sampai catatan %d bukan yang dahulu dicatat (kini %s)", a.Short(), a.Nomor, e.Anchor().Short())
		}
		if at, restored := core.RestoredAt(tx); restored && a.Nomor > last.Nomor {
			d.Restore = jejak.Entry{Nomor: last.Nomor + 1, At: at} // the restore is not in the trail yet: Open writes it when it opens for writing
		}
		return nil
	})
	if err != nil || !d.Found() || d.ByRestore() {
		return d, err
	}
	d.Restore, err = restoreBefore(s, a.Nomor)
	return d, err
}

// trailPart is how many entries are read in one transaction.
const trailPart = 2_000

// LastRestore is the entry of the last restore; zero when there was none.
func LastRestore(s *core.Store) (jejak.Entry, error) { return restoreBefore(s, math.MaxUint64) }

// restoreBefore finds the last restore among the entries up to a number; zero when there is none.
func restoreBefore(s *core.Store, upTo uint64) (found jejak.Entry, err error) {
	after := uint64(0)
	for more := true; more; {
		err := s.View(func(tx *bolt.Tx) (err error) {
			var list []jejak.Entry
			list, more, err = schema.Histories.Part(tx, schema.Key(after), trailPart)
			for _, e := range list {
				after = e.Nomor
				if e.Aksi == flow.Pulihkan && e.Nomor <= upTo {
					found = e
				}
			}
			more = more && after < upTo
			return err
		})
		if err != nil {
			return jejak.Entry{}, err
		}
	}
	return found, nil
}
