package upkeep

import (
	"errors"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/store/core"
	"siip-asn/store/schema"
)

// Figures say how much is in a database.
type Figures struct {
	Schema      int
	Bytes       int64               // of the file
	Pegawai     int                 // who are Aktif
	Nonaktif    int                 // pegawai who have left
	Bound       int                 // pegawai with a Telegram account
	Usulan      map[flow.Status]int // those that are not deleted
	Waiting     int                 // messages in the outbox
	Oldest      time.Time           // of them; zero when nothing waits
	DeadLetters int
}

// Count reads the figures in one transaction.
func Count(s *core.Store) (f Figures, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		f = Figures{
			Schema: schema.VersionOf(tx), Bytes: tx.Size(), Usulan: map[flow.Status]int{},
			Bound:   schema.AccountPegawai.Size(tx),
			Waiting: schema.Outgoings.Size(tx), DeadLetters: schema.Letters.Size(tx),
		}
		schema.Pegawais.Scan(tx, nil, func(_, v []byte) bool {
			if schema.HasLeft(v) {
				f.Nonaktif++
			} else {
				f.Pegawai++
			}
			return true
		})
		schema.UsulanStatus.Scan(tx, nil, func(k, _ []byte) bool {
			f.Usulan[flow.Status(k[0])]++
			return true
		})
		return f.oldest(tx)
	})
	return f, err
}

var errFound = errors.New("found")

// oldest looks at the first that waits: they are numbered in the order in which they were caused.
func (f *Figures) oldest(tx *bolt.Tx) error {
	err := core.EachHead(tx, func(h schema.Head) error {
		f.Oldest = h.At
		return errFound
	})
	if errors.Is(err, errFound) {
		return nil
	}
	return err
}
