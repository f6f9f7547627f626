package upkeep

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/store/core"
)

// NoteCommand writes into the trail what a command of the operator has done, when nothing else in the database says so.
func NoteCommand(s *core.Store, by imports.Actor, at time.Time, aksi flow.Aksi, keterangan string) error {
	return s.Update(func(tx *bolt.Tx) error {
		w := core.Writer{Reader: s.ReaderOf(tx), Options: s.Options}
		return w.AppendHistory(jejak.Entry{At: at, Oleh: by.ID, OlehNama: by.Nama, Peran: by.Peran, Aksi: aksi, Keterangan: keterangan})
	})
}
