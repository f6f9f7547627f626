package core

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/migration"
	"siip-asn/store/schema"
)

// Migrations bring a database from one version of the schema to the next; the version of a database is how many of them
// it has been through.
var Migrations = migration.Steps

// migrate runs what is missing, all in one transaction. A database that holds something is copied before, beside itself.
func migrate(s *Store) error {
	version, err := schemaVersion(s)
	switch {
	case err != nil:
		return err
	case version == len(Migrations):
		return nil
	case version > len(Migrations):
		return &schema.NewerError{Has: version, Knows: len(Migrations)}
	case s.Options.AsIs:
		return &schema.OlderError{Has: version, Knows: len(Migrations)}
	}
	kept := ""
	if version > 0 {
		kept = fmt.Sprintf("%s.skema-%d", s.Path(), version)
		if err := s.Backup(kept); err != nil {
			return fmt.Errorf("salinan sebelum basis data diperbarui tidak dapat dibuat, sehingga tidak ada yang diubah: %w", err)
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
		return schema.Metas.In(tx).Put(schema.VersionKey, schema.Key(uint64(len(Migrations))))
	})
	if err == nil && version > 0 {
		s.Options.Watch.Migrated(version, len(Migrations), kept)
	}
	return err
}

// schemaVersion is the version of the schema; 0 for a new file.
func schemaVersion(s *Store) (version int, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		version = schema.VersionOf(tx)
		return nil
	})
	return version, err
}
