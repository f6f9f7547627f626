package world

import (
	"cmp"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"siip-asn/bot/simulator/onlooker"
	"siip-asn/bot/simulator/wire"
)

// Options says what kind of server to be. The zero value is a server for tests: no rate limits, nothing strict.
type Options struct {
	// Token is what the bot must use, "<bot id>:<secret>". The default has the form that strict clients ask for.
	Token string
	// Username and Name are the bot's own, the former without @.
	Username string
	Name     string

	// Now gives the dates and the age of messages and taps. Waiting (polls, faults, rate limits) goes by real timers.
	Now func() time.Time
	// Seed makes ids and gaps come out the same each time; 0 draws one.
	Seed uint64

	// Strict adds unknown parameters and unknown markup fields to the complaints. They are never refused.
	Strict bool
	// MessagesPerSecond is the rate of bulk (see Limits) over all chats above which an onlooker complains: 0 means 30, below 0
	// never.
	MessagesPerSecond int
	// ChatBurst is how many messages at once in one chat, with one more each second, an onlooker bears: 0 means 10, below 0 any.
	ChatBurst int
	// Limits answers 429 as Telegram does; nil sets no limit.
	Limits *onlooker.Limits

	// AnswerWithin is how long a tap can be answered; 0 means 20 s, near to what users of the real server report.
	AnswerWithin time.Duration
	// Seen is told of everything that appears before a person, in order. It must not wait, nor call the server.
	Seen func(Sight)
	// ReadsGroups turns the bot's privacy mode off: it then sees every message of its groups.
	ReadsGroups bool
	// FileBytes bounds the files kept, the oldest go first; 0 means 512 MiB.
	FileBytes int64

	// Hosts lists host names, besides loopback and the address listened on, under which the page may be opened.
	Hosts []string
}

func (o Options) withDefaults() Options {
	o.Token = cmp.Or(o.Token, "7000000000:AAF-the-simulator-of-the-Bot-API-01")
	o.Username = cmp.Or(o.Username, "simulator_bot")
	o.Name = cmp.Or(o.Name, "Simulator")
	o.Seed = cmp.Or(o.Seed, rand.Uint64())
	o.MessagesPerSecond = cmp.Or(o.MessagesPerSecond, 30)
	o.ChatBurst = cmp.Or(o.ChatBurst, 10)
	o.AnswerWithin = cmp.Or(o.AnswerWithin, 20*time.Second)
	o.FileBytes = cmp.Or(o.FileBytes, 512<<20)
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// bot is the bot as a user; its id is the part of the token before the colon.
func (o Options) bot() wire.User {
	id, _, _ := strings.Cut(o.Token, ":")
	n, _ := strconv.ParseInt(id, 10, 64)
	return wire.User{ID: n, IsBot: true, FirstName: o.Name, Username: o.Username}
}
