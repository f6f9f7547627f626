package store

import (
	"errors"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/post"
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
	err = s.db.View(func(tx *bolt.Tx) error {
		f = Figures{
			Schema: int(number(tx.Bucket([]byte("meta")).Get(schemaKey))), Bytes: tx.Size(), Usulan: map[flow.Status]int{},
			Pegawai: size(tx, pegawais.name), Bound: size(tx, "account.pegawai"),
			Waiting: size(tx, outgoings.name), DeadLetters: size(tx, letters.name),
		}
		scan(tx, "usulan.status", nil, func(k, _ []byte) bool {
			f.Usulan[flow.Status(k[0])]++
			return true
		})
		return f.oldest(tx)
	})
	return f, err
}

func size(tx *bolt.Tx, bucket string) int { return tx.Bucket([]byte(bucket)).Stats().KeyN }

var errFound = errors.New("found")

// oldest looks at the first that waits: they are numbered in the order in which they were caused.
func (f *Figures) oldest(tx *bolt.Tx) error {
	err := outgoings.each(tx, func(o post.Outgoing) error {
		f.Oldest = o.At
		return errFound
	})
	if errors.Is(err, errFound) {
		return nil
	}
	return err
}
