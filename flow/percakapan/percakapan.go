// Package percakapan is everything that a person is told and asked: the conversations of the bot, and every word in them.
//
// A conversation is a package below this one, and a file here that adds it to the registry: nothing else names it, and
// no conversation sees another. Where one leads to another it opens a door by its name (engine.Turn.Open). What several
// need stands in small libraries that keep nothing: kartu (the live card), kabar (changing an usulan and telling people),
// queue (what waits for whom), people and paging (lists), keterangan (the form for a reason), buttons, wording, trail.
//
// The engine that leads through places and doors is engine.Registry. It imports the office, flow/dialog and the packages
// below; no Telegram, no database, no file. A newcomer reads engine.Conversation, then usulan, the smallest conversation, then form.
package percakapan

import (
	"sync"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
)

// conversations are all conversations; each file of this package that is named after one adds it when the program starts.
var conversations []engine.Conversation

func add(c engine.Conversation) { conversations = append(conversations, c) }

// Registry is all conversations of the bot.
var Registry = sync.OnceValue(func() *engine.Registry { return engine.NewRegistry(conversations...) })

// Step takes what somebody did and where they were, and says where they are now and what must happen.
func Step(r dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	return Registry().Step(r, s, e)
}

// MenuForAll is the menu of commands before the bot knows who is there.
func MenuForAll() []dialog.Perintah { return Registry().Menu(flow.Pegawai{}) }
