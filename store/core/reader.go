package core

import (
	bolt "go.etcd.io/bbolt"

	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// ReaderOf is the look-ups over a transaction.
func (s *Store) ReaderOf(tx *bolt.Tx) *reader.Reader {
	r := &reader.Reader{Records: &reader.Records{Tx: tx, Rules: s.Options.Aturan, Stage: &s.Stage}}
	if r.Rules.Bot == "" {
		r.Rules.Bot = s.botName(tx)
	}
	return r
}

// botName is the username of the bot, which every transaction needs and almost none changes: it is read once.
func (s *Store) botName(tx *bolt.Tx) string {
	if known := s.bot.Load(); known != nil {
		return *known
	}
	name := string(schema.Metas.In(tx).Get(botKey))
	s.bot.CompareAndSwap(nil, &name)
	return name
}

var botKey = []byte("bot")

// SetBot keeps the username of the bot, as the Bot API told it, for the links that are made without asking.
func (s *Store) SetBot(username string) error {
	err := s.Update(func(tx *bolt.Tx) error { return schema.Metas.In(tx).Put(botKey, []byte(username)) })
	if err == nil {
		s.bot.Store(&username)
	}
	return err
}
