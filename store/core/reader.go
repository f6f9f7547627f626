package core

import (
	"cmp"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// ReaderOf is the look-ups over a transaction.
func (s *Store) ReaderOf(tx *bolt.Tx) *reader.Reader {
	r := &reader.Reader{Records: &reader.Records{Tx: tx, Rules: s.Options.Aturan, Stage: &s.Stage}}
	r.Rules.Bot = cmp.Or(r.Rules.Bot, string(schema.Metas.In(tx).Get(botKey)))
	return r
}
