package store

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/migration"
	"siip-asn/store/table"
)

// migrations bring a database from one version of the schema to the next; the version of a database is how many of them
// it has been through.
var migrations = migration.Steps

// NewerError says that the database was written by a later version of the program.
type NewerError struct{ Has, Knows int }

func (e *NewerError) Error() string {
	return fmt.Sprintf("basis data ini dibuat oleh versi program yang lebih baru (skema %d, program ini mengenal sampai %d); silakan pakai versi program terbaru", e.Has, e.Knows)
}

// OlderError says that the database is of an earlier version of the program, and was only to be looked at.
type OlderError struct{ Has, Knows int }

func (e *OlderError) Error() string {
	return fmt.Sprintf("basis data ini masih dari versi program sebelumnya (skema %d, program ini memakai %d) dan tidak diubah oleh perintah yang hanya membaca; "+
		"jalankan siip-asn serve versi ini untuk memperbaruinya, atau pakai program versi sebelumnya", e.Has, e.Knows)
}

var schemaKey = []byte("schema")

// migrate runs what is missing, all in one transaction. A database that holds something is copied before, beside itself.
func (s *Store) migrate() error {
	version, err := s.schemaVersion()
	switch {
	case err != nil:
		return err
	case version == len(migrations):
		return nil
	case version > len(migrations):
		return &NewerError{Has: version, Knows: len(migrations)}
	case s.options.AsIs:
		return &OlderError{Has: version, Knows: len(migrations)}
	}
	kept := ""
	if version > 0 {
		kept = fmt.Sprintf("%s.skema-%d", s.Path(), version)
		if err := s.Backup(kept); err != nil {
			return fmt.Errorf("salinan sebelum basis data diperbarui tidak dapat dibuat, jadi tidak ada yang diubah: %w", err)
		}
	}
	err = s.update(func(tx *bolt.Tx) error {
		for n := version; n < len(migrations); n++ {
			if err := migrations[n](tx); err != nil {
				return fmt.Errorf("migration %d: %w", n+1, err)
			}
		}
		if err := remakeIndexes(tx, version); err != nil {
			return err
		}
		return metas.In(tx).Put(schemaKey, key(uint64(len(migrations))))
	})
	if err == nil && version > 0 {
		s.options.Watch.Migrated(version, len(migrations), kept)
	}
	return err
}

func (s *Store) schemaVersion() (version int, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		if meta := metas.In(tx); !meta.Missing() {
			version = int(table.Number(meta.Get(schemaKey)))
		}
		return nil
	})
	return version, err
}
