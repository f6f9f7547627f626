package core

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/migration"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// Migrations bring a database from one version of the schema to the next; the version of a database is how many of them
// it has been through.
var Migrations = migration.Steps

// NewerError says that the database was written by a later version of the program.
type NewerError struct{ Has, Knows int }

// Error says it in Indonesian, with what to do.
func (e *NewerError) Error() string {
	return fmt.Sprintf("basis data ini dibuat oleh versi program yang lebih baru (skema %d, program ini mengenal sampai %d); silakan pakai versi program terbaru", e.Has, e.Knows)
}

// OlderError says that the database is of an earlier version of the program, and was only to be looked at.
type OlderError struct{ Has, Knows int }

// Error says it in Indonesian, with what to do.
func (e *OlderError) Error() string {
	return fmt.Sprintf("basis data ini masih dari versi program sebelumnya (skema %d, program ini memakai %d) dan tidak diubah oleh perintah yang hanya membaca; "+
		"jalankan siip-asn serve versi ini untuk memperbaruinya, atau pakai program versi sebelumnya", e.Has, e.Knows)
}

// SchemaKey is where the version of the schema is kept.
var SchemaKey = []byte("schema")

// migrate runs what is missing, all in one transaction. A database that holds something is copied before, beside itself.
func migrate(s *Store) error {
	version, err := SchemaVersion(s)
	switch {
	case err != nil:
		return err
	case version == len(Migrations):
		return nil
	case version > len(Migrations):
		return &NewerError{Has: version, Knows: len(Migrations)}
	case s.Options.AsIs:
		return &OlderError{Has: version, Knows: len(Migrations)}
	}
	kept := ""
	if version > 0 {
		kept = fmt.Sprintf("%s.skema-%d", s.Path(), version)
		if err := s.Backup(kept); err != nil {
			return fmt.Errorf("salinan sebelum basis data diperbarui tidak dapat dibuat, jadi tidak ada yang diubah: %w", err)
		}
	}
	err = s.Update(func(tx *bolt.Tx) error {
		for n := version; n < len(Migrations); n++ {
			if err := Migrations[n](tx); err != nil {
				return fmt.Errorf("migration %d: %w", n+1, err)
			}
		}
		if err := schema.RemakeIndexes(tx, version); err != nil {
			return err
		}
		return schema.Metas.In(tx).Put(SchemaKey, schema.Key(uint64(len(Migrations))))
	})
	if err == nil && version > 0 {
		s.Options.Watch.Migrated(version, len(Migrations), kept)
	}
	return err
}

// SchemaVersion is the version of the schema; 0 for a new file.
func SchemaVersion(s *Store) (version int, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		if meta := schema.Metas.In(tx); !meta.Missing() {
			version = int(table.Number(meta.Get(SchemaKey)))
		}
		return nil
	})
	return version, err
}
