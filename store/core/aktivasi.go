package core

import (
	"errors"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// SaveAktivasi keeps a code in the place of an earlier one of the same pegawai.
func SaveAktivasi(tx *bolt.Tx, a aktivasi.Aktivasi) error {
	if p, _, err := schema.Pegawais.Get(tx, schema.Key(uint64(a.Pegawai))); err != nil || !p.Aktif() {
		return errors.Join(err, fmt.Errorf("aktivasi: pegawai %d has left", a.Pegawai))
	}
	if err := DropAktivasi(tx, a.Pegawai); err != nil {
		return err
	}
	a.Sampai = (&reader.Reader{Records: &reader.Records{Tx: tx}}).UntilBelieved(a.Sampai)
	return schema.Aktivasis.Put(tx, a)
}

// DropAktivasi burns the code of a pegawai, if there is one.
func DropAktivasi(tx *bolt.Tx, p flow.PegawaiID) error {
	hash := schema.AktivasiPegawai.In(tx).Get(schema.Key(uint64(p)))
	if hash == nil {
		return nil
	}
	return schema.Aktivasis.Delete(tx, slices.Clone(hash))
}
