package store

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
)

// foldedNames makes the indexes anew that hold names as they are searched and compared: every kind of dash, quote and
// space is one there (flow.Cari, flow.Key). Two OPD whose names are one name now stay two: the later one is given a number
// behind its name, so that somebody sees them and puts them together.
func foldedNames(tx *bolt.Tx) error {
	if err := rebuild(tx, pegawais, "pegawai.cari"); err != nil {
		return err
	}
	if err := rebuild(tx, usulans, "usulan.cari"); err != nil {
		return err
	}
	taken := map[string]bool{}
	var again []flow.OPD
	err := opds.each(tx, func(o flow.OPD) error {
		name := o.Nama
		for n := 2; taken[flow.Key(o.Nama)]; n++ {
			o.Nama = fmt.Sprintf("%s (%d)", name, n)
		}
		taken[flow.Key(o.Nama)] = true
		if o.Nama != name {
			again = append(again, o)
		}
		return nil
	})
	for _, o := range again {
		if err == nil {
			err = opds.put(tx, o)
		}
	}
	if err != nil {
		return err
	}
	return rebuild(tx, opds, "opd.nama")
}

// rebuild makes one index of a table anew from its records.
func rebuild[T any](tx *bolt.Tx, t table[T], name string) error {
	if err := tx.DeleteBucket([]byte(name)); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	bucket, err := tx.CreateBucket([]byte(name))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return t.each(tx, func(v T) error {
		for _, ix := range t.indexes {
			if ix.name != name {
				continue
			}
			for _, p := range ix.entries(v) {
				if err := bucket.Put(p.key, p.value); err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
			}
		}
		return nil
	})
}
