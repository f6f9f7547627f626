package store

import (
	bolt "go.etcd.io/bbolt"
)

// Check reads the whole database and lists what is wrong with it, in Indonesian; nothing when it is sound. It looks at
// the pages of the file, rebuilds every index and compares, walks the chain of the trail, and compares every usulan with what the trail says of it.
func (s *Store) Check() ([]string, error) {
	problems, err := s.checkPages()
	if err != nil || len(problems) > 0 {
		return problems, err // what the pages hold cannot be trusted
	}
	err = s.view(func(tx *bolt.Tx) error {
		for _, check := range []func(*bolt.Tx) []string{
			pegawais.Check, opds.Check, panduans.Check, padanans.Check, jendelas.Check, usulans.Check, histories.Check, accounts.Check,
			aktivasis.Check, handovers.Check, riwayats.Check, cetakans.Check, rencanas.Check, skenarios.Check, sessions.Check, reasons.Check, outgoings.Check, slots.Check, viewers.Check, letters.Check,
			checkChain, checkReferences, checkTrail,
		} {
			problems = append(problems, check(tx)...)
		}
		return nil
	})
	return problems, err
}

// checkPages looks at the pages of the file alone. bbolt compares them with the list of free pages as it is now, so nobody
// may write meanwhile: it is done in the place of a writing transaction.
func (s *Store) checkPages() (problems []string, err error) {
	tx, err := s.db.Begin(!s.db.IsReadOnly())
	if err != nil {
		return nil, err
	}
	for err := range tx.Check() {
		problems = append(problems, "berkas: "+err.Error())
	}
	return problems, tx.Rollback()
}
