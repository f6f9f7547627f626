package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/store/backup"
	"siip-asn/store/boltfile"
)

// Restored is what a restore has done with what was there before.
type Restored struct {
	Kept  string // where the database is that was replaced; empty: there was none
	Codes int    // activation codes in the copy that count no longer: they may have been used since
}

// Restore puts a backup in the place of the database at path as backup.Restore does, and notes in it that it comes from a
// copy, and by whom: Open renews it then, and writes it into the trail. The backup may be of an earlier schema, not of a later one (*NewerError).
func Restore(from, path string, by flow.Pelaku, now time.Time) (r Restored, err error) {
	count := codesOf(path)
	for _, code := range codesOf(from) {
		if _, counts := slices.BinarySearch(count, code); !counts {
			r.Codes++
		}
	}
	r.Kept, err = backup.Restore(from, path, now, examine, func(path string) error { return markRestored(path, by, now, count) })
	return r, err
}

var (
	restoredKey = []byte("restored")       // when
	byKey       = []byte("restored.by")    // the name of who did it
	codesKey    = []byte("restored.codes") // the hashes of the codes that still count, in order, each with a line break
)

// codesOf lists the codes of a database that were not used; none when it cannot be read.
func codesOf(path string) (hashes []string) {
	if _, err := os.Stat(path); err != nil || Verify(path) != nil {
		return nil
	}
	db, err := boltfile.OpenToRead(path)
	if err != nil {
		return nil
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		return aktivasis.Each(tx, func(a flow.Aktivasi) error {
			hashes = append(hashes, a.Hash)
			return nil
		})
	})
	if err != nil {
		return nil
	}
	slices.Sort(hashes)
	return hashes
}

// markRestored notes in a database that it comes from a copy.
func markRestored(path string, by flow.Pelaku, now time.Time, codes []string) error {
	db, err := boltfile.Open(path, false)
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		meta := metas.In(tx)
		return errors.Join(meta.Put(restoredKey, key(now)), meta.Put(byKey, []byte(by.Nama)), meta.Put(codesKey, []byte(strings.Join(codes, "\n"))))
	})
	return errors.Join(err, db.Close())
}

// dropUsedCodes takes away the codes of a restored database that may have been used since the copy was made: those that
// were not there any more in the database that it replaced. Where that could not be read, it is all of them.
func dropUsedCodes(tx *bolt.Tx) error {
	still := bytes.Split(bytes.Clone(metas.In(tx).Get(codesKey)), []byte("\n"))
	var used [][]byte
	err := aktivasis.Each(tx, func(a flow.Aktivasi) error {
		if _, counts := slices.BinarySearchFunc(still, []byte(a.Hash), bytes.Compare); !counts {
			used = append(used, aktivasis.Key(a))
		}
		return nil
	})
	for _, k := range used {
		if err == nil {
			err = aktivasis.Delete(tx, k)
		}
	}
	return errors.Join(err, metas.In(tx).Delete(codesKey))
}

// noteRestored writes into the trail that it goes on from an older copy: what came after that is not in it.
func noteRestored(tx *bolt.Tx, at time.Time) error {
	w := writer{Reader: &Reader{tx: tx}}
	last, err := lastEntry(tx)
	if err != nil {
		return err
	}
	err = w.appendHistory(flow.Entry{
		At: at, OlehNama: string(metas.In(tx).Get(byKey)), Peran: flow.Sistem, Aksi: flow.Pulihkan,
		Keterangan: fmt.Sprintf("Basis data dikembalikan dari salinan yang jejaknya sampai entri %d.", last.Nomor),
	})
	return errors.Join(err, metas.In(tx).Delete(byKey))
}
