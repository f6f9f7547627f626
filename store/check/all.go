package check

import (
	bolt "go.etcd.io/bbolt"

	"siip-asn/store/schema"
	"siip-asn/store/txn"
)

// All reads the whole database and lists what is wrong with it, in Indonesian; nothing when it is sound. It looks at the
// pages of the file, rebuilds every index and compares, walks the chain of the trail, and compares every usulan with what the
// trail says of it.
func All(db *txn.DB) ([]string, error) {
	problems, err := Pages(db.Db)
	if err != nil || len(problems) > 0 {
		return problems, err // what the pages hold cannot be trusted
	}
	err = db.View(func(tx *bolt.Tx) error {
		for _, check := range []func(*bolt.Tx) []string{
			schema.Pegawais.Check, schema.Opds.Check, schema.Panduans.Check, schema.Padanans.Check, schema.Jendelas.Check, schema.Usulans.Check, schema.Histories.Check, schema.Accounts.Check,
			schema.Aktivasis.Check, schema.Handovers.Check, schema.Riwayats.Check, schema.Cetakans.Check, schema.Rencanas.Check, schema.Skenarios.Check, schema.Sessions.Check, schema.Keterangans.Check, schema.Outgoings.Check, schema.Slots.Check, schema.Viewers.Check, schema.Letters.Check,
			chain, references, trail,
		} {
			problems = append(problems, check(tx)...)
		}
		return nil
	})
	return problems, err
}

// Pages looks at the pages of the file alone. bbolt compares them with the list of free pages as it is now, so nobody
// may write meanwhile: it is done in the place of a writing transaction.
func Pages(db *bolt.DB) (problems []string, err error) {
	tx, err := db.Begin(!db.IsReadOnly())
	if err != nil {
		return nil, err
	}
	for err := range tx.Check() {
		problems = append(problems, "berkas: "+err.Error())
	}
	return problems, tx.Rollback()
}
