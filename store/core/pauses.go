package core

import (
	"bytes"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/post"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// restPrefix begins the names in meta under which rests are kept; the scope follows.
var restPrefix = []byte("pause")

func restKey(scope string) []byte {
	if scope == "" {
		return restPrefix // the key of an older version of the program, which kept one pause for everything
	}
	return append(append(bytes.Clone(restPrefix), '/'), scope...)
}

// Rest keeps a pause that the server has asked for (a 429 with its seconds): nothing of the scope may be called until r.Until, by
// the wall clock. It is for a process that is started in the meantime; this one has it in its scheduler. At most post.RestMax.
// It never waits for the disk.
func (s *Store) Rest(r post.Rest) {
	r.For = min(r.For, post.RestMax)
	_ = s.Commits.note(func(n *notes) { n.rests = append(n.rests, r) })
}

func (w *Writer) rest(r post.Rest) error {
	return schema.Metas.In(w.Tx).Put(restKey(r.Scope), schema.Key(int64(r.For), r.Until))
}

// Rests lists the rests that are not over. None is longer than it was asked for, even if the clock of the machine was set
// back meanwhile, nor than post.RestMax.
func (s *Store) Rests(now time.Time) (list []post.Rest, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		schema.Metas.Scan(tx, restPrefix, func(k, v []byte) bool {
			if r, is := readRest(k, v); is {
				r.For = min(r.For, post.RestMax, r.Until.Sub(now))
				if r.For > 0 {
					r.Until = now.Add(r.For)
					list = append(list, r)
				}
			}
			return true
		})
		return nil
	})
	return list, err
}

func readRest(k, v []byte) (r post.Rest, is bool) {
	if len(v) != 16 {
		return r, false
	}
	scope := bytes.TrimPrefix(bytes.TrimPrefix(k, restPrefix), []byte("/"))
	return post.Rest{Scope: string(scope), For: time.Duration(table.Signed(v[:8])), Until: time.Unix(0, table.Signed(v))}, true
}

// EndRests forgets all rests: the operator says that the server may be called.
func (s *Store) EndRests() error {
	return s.Update(func(tx *bolt.Tx) error { return dropRests(tx, func(post.Rest) bool { return true }) })
}

// dropRests forgets those that are over, or to be forgotten for another reason.
func dropRests(tx *bolt.Tx, over func(post.Rest) bool) error {
	var gone [][]byte
	schema.Metas.Scan(tx, restPrefix, func(k, v []byte) bool {
		if r, is := readRest(k, v); is && over(r) {
			gone = append(gone, bytes.Clone(k))
		}
		return true
	})
	return schema.Metas.Drop(tx, gone)
}
