// Package office is the bot at work: a bot over a store with the core between them, and everything that is done at the
// same desk whether a chat or a command line asks for it:
//
//	the wiring     office.go puts a bot over a store, run.go lets it run, work.go takes events in
//	the reports    laporan.go makes what is sent or written as files
//	the imports    impor.go reads a workbook, says what it changes, and applies it
//	the codes      kode.go makes activation codes
//	the nights     nightly.go and backups.go make the copies of the schedule
//	the figures    watch.go counts; status.go, gauges.go and health.go show it
//
// It knows no command and no simulator. A newcomer reads Open, then Run.
package office

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"siip-asn/bot"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/flow/percakapan"
	"siip-asn/reports/picture"
	"siip-asn/store"
)

// Office is the rooms put together: a bot over a store, with the core between them. One made by Over has no bot.
type Office struct {
	Config  config.Config
	Store   *store.Store
	Bot     *bot.Bot
	version string
	proven  func(username string) // may be nil
	now     func() time.Time
	log     *slog.Logger
	watch   *watch // nil without a bot
	nightly nightly
	large   large
	more    chan struct{} // somebody's work is not through
	ending  chan struct{} // closed when the program is to stop
}

// Options are what an office is told by the program it runs in.
type Options struct {
	Now     func() time.Time
	Log     *slog.Logger
	Version string                // of the program, for status
	Proven  func(username string) // called once Telegram has accepted the token; may be nil
	Apart   func(error)           // called once, if Telegram cannot be reached from the start; it is tried again; may be nil
}

// StoreOptions hand the core to the store.
func StoreOptions(c config.Config) store.Options {
	return store.Options{Aturan: c.Aturan(), Step: percakapan.Step, Sorry: percakapan.Sorry}
}

// chatBurst is how many messages may go into one chat at once, so that somebody who taps fast is not held back.
const chatBurst = 10

// Open opens the database and puts the rooms together.
func Open(c config.Config, with Options) (*Office, error) {
	o := &Office{
		Config: c, version: with.Version, proven: with.Proven, now: with.Now, log: with.Log, watch: newWatch(with.Now, with.Log),
		more: make(chan struct{}, 1), ending: make(chan struct{}),
	}
	o.watch.apart = with.Apart
	o.watch.registry.MustRegister(officeGauges{o})
	options := StoreOptions(c)
	options.More, options.Full, options.Watch = o.wake, o.awaitRoom, o.watch
	var err error
	if o.Store, err = store.Open(c.Database, options); err != nil {
		return nil, err
	}
	if err := o.connect(); err != nil {
		return nil, errors.Join(err, o.Store.Close())
	}
	return o, nil
}

// Over is the office of a command that has the database open by itself: there is no bot in it.
func Over(c config.Config, s *store.Store, now func() time.Time) *Office {
	return &Office{Config: c, Store: s, now: now, log: slog.New(slog.DiscardHandler)}
}

// Close closes the database.
func (o *Office) Close() error { return o.Store.Close() }

// Anchor is the newest entry of the trail, NUMBER:HASH, for the log; empty when there is none or it cannot be read.
func (o *Office) Anchor() string {
	a, err := o.Store.Anchor()
	o.logged("anchor of the trail", err)
	return a.String()
}

// Since is when the office was opened.
func (o *Office) Since() time.Time { return o.watch.since }

func (o *Office) connect() error {
	c, s := o.Config, o.Store
	about, short := percakapan.Profil(c.Aturan())
	b, err := bot.New(bot.Options{
		Token: c.Token, APIURL: c.APIURL,
		Inbox: s, Outbox: s,
		Render:   o.Render,
		Sorry:    percakapan.SorryReport(),
		Unshown:  percakapan.SorryScreen(),
		Examine:  uploads{o}.examine,
		Commands: percakapan.MenuForAll(),
		Profile:  bot.Profile{About: about, Short: short, Photo: picture.WriteProfile},
		Known:    o.known,
		Limits:   bot.Limits{PerSecond: c.PerSecond, ChatPerSecond: c.ChatPerSecond, ChatBurst: chatBurst, Off: !c.Limits},
		Now:      o.now, Watch: o.watch, Log: o.log,
	})
	o.Bot = b
	return err
}

// roomEvery is how often a full disk is tried again.
const roomEvery = 2 * time.Second

// awaitRoom is store.Options.Full: it waits roomEvery and lets the transaction be tried again, until the program stops. So a full
// disk delays everybody and loses nothing.
func (o *Office) awaitRoom(err error) bool {
	o.watch.DiskFull(err)
	select {
	case <-o.ending:
		return false
	case <-time.After(roomEvery):
		return true
	}
}

func (o *Office) known(username string) {
	if err := o.Store.SetBot(username); err != nil {
		o.log.Error("keep the bot's name", "error", err)
	}
	if o.proven != nil {
		o.proven(username)
	}
}

// Now is the time of the program.
func (o *Office) Now() time.Time { return o.now() }

// local is now in the zone of the office.
func (o *Office) local() time.Time { return o.now().In(o.Config.Zona) }

func (o *Office) logged(what string, err error) {
	if err != nil {
		o.log.Error(what, "error", err)
	}
}

// LearnName asks the Bot API for the bot's name, for links, and keeps it. A bot that runs has asked already; then, and
// without an answer, the name known from earlier serves.
func (o *Office) LearnName(ctx context.Context) error {
	if o.Bot != nil {
		return nil
	}
	b, err := bot.New(bot.Options{Token: o.Config.Token, APIURL: o.Config.APIURL, Log: o.log})
	if err != nil {
		return err
	}
	name, err := b.Me(ctx)
	if err != nil {
		return err
	}
	return o.Store.SetBot(name)
}
