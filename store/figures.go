package store

import (
	"errors"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/store/table"
)

// Figures say how much is in a database.
type Figures struct {
	Schema      int
	Bytes       int64 // of the file
	Pegawai     int
	Bound       int                 // pegawai with a Telegram account
	Usulan      map[flow.Status]int // those that are not deleted
	Waiting     int                 // messages in the outbox
	Oldest      time.Time           // of them; zero when nothing waits
	DeadLetters int
}

// Figures counts.
func (s *Store) Figures() (f Figures, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		f = Figures{
			Schema: int(table.Number(metas.In(tx).Get(schemaKey))), Bytes: tx.Size(), Usulan: map[flow.Status]int{},
			Pegawai: pegawais.Size(tx), Bound: accountPegawai.Size(tx),
			Waiting: outgoings.Size(tx), DeadLetters: letters.Size(tx),
		}
		usulanStatus.Scan(tx, nil, func(k, _ []byte) bool {
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
	err := eachHead(tx, func(h head) error {
		f.Oldest = h.at
		return errFound
	})
	if errors.Is(err, errFound) {
		return nil
	}
	return err
}
