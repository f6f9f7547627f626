package core

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/jejak"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

var (
	RestoredKey = []byte("restored")       // when
	ByKey       = []byte("restored.by")    // the name of who did it
	CodesKey    = []byte("restored.codes") // the hashes of the codes that still count, in order, each with a line break
)

// dropUsedCodes takes away the codes of a restored database that may have been used since the copy was made: those that
// were not there any more in the database that it replaced. Where that could not be read, it is all of them.
func dropUsedCodes(tx *bolt.Tx) error {
	still := bytes.Split(bytes.Clone(schema.Metas.In(tx).Get(CodesKey)), []byte("\n"))
	var used [][]byte
	err := schema.Aktivasis.Each(tx, func(a aktivasi.Aktivasi) error {
		if _, counts := slices.BinarySearchFunc(still, []byte(a.Hash), bytes.Compare); !counts {
			used = append(used, schema.Aktivasis.Key(a))
		}
		return nil
	})
	for _, k := range used {
		if err == nil {
			err = schema.Aktivasis.Delete(tx, k)
		}
	}
	return errors.Join(err, schema.Metas.In(tx).Delete(CodesKey))
}

// noteRestored writes into the trail that it goes on from an older copy: what came after that is not in it.
func noteRestored(tx *bolt.Tx, at time.Time) error {
	w := Writer{Reader: &reader.Reader{Records: &reader.Records{Tx: tx}}}
	last, err := reader.LastEntry(tx)
	if err != nil {
		return err
	}
	err = w.AppendHistory(jejak.Entry{
		At: at, OlehNama: string(schema.Metas.In(tx).Get(ByKey)), Peran: flow.Sistem, Aksi: flow.Pulihkan,
		Keterangan: fmt.Sprintf("Basis data dikembalikan dari salinan yang jejaknya sampai catatan %d.", last.Nomor),
	})
	return errors.Join(err, schema.Metas.In(tx).Delete(ByKey))
}
