package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"siip-asn/bot"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// system is the rooms put together: a bot over a store, with the core between them.
type system struct {
	config  config
	store   *store.Store
	bot     *bot.Bot
	now     func() time.Time
	log     *slog.Logger
	watch   *watch
	nightly nightly
	more    chan struct{} // somebody's work is not through
	ending  chan struct{} // closed when the program is to stop
}

// storeOptions hand the core to the store.
func storeOptions(c config) store.Options {
	return store.Options{Aturan: c.aturan(), Step: percakapan.Step, Sorry: percakapan.Sorry}
}

// chatBurst is how many messages may go into one chat at once, so that somebody who taps fast is not held back.
const chatBurst = 10

// openSystem opens the database and puts the rooms together.
func openSystem(c config, now func() time.Time, log *slog.Logger) (*system, error) {
	sys := &system{
		config: c, now: now, log: log, watch: newWatch(now, log), more: make(chan struct{}, 1), ending: make(chan struct{}),
	}
	sys.watch.registry.MustRegister(officeGauges{sys})
	options := storeOptions(c)
	options.More, options.Full, options.Watch = sys.wake, sys.awaitRoom, sys.watch
	var err error
	if sys.store, err = store.Open(c.Database, options); err != nil {
		return nil, err
	}
	if err := sys.connect(); err != nil {
		return nil, errors.Join(err, sys.store.Close())
	}
	return sys, nil
}

func (sys *system) close() error { return sys.store.Close() }

func (sys *system) connect() error {
	c, s := sys.config, sys.store
	b, err := bot.New(bot.Options{
		Token: c.Token, APIURL: c.APIURL,
		Inbox: s, Outbox: s,
		Render:   sys.render,
		Sorry:    percakapan.SorryReport(),
		Examine:  sys.examine,
		Commands: percakapan.MenuForAll(),
		Known:    sys.known,
		Limits:   bot.Limits{PerSecond: c.PerSecond, ChatPerSecond: c.ChatPerSecond, ChatBurst: chatBurst},
		Now:      sys.now, Watch: sys.watch, Log: sys.log,
	})
	sys.bot = b
	return err
}

// roomEvery is how often a full disk is tried again.
const roomEvery = 2 * time.Second

// awaitRoom waits a moment when the disk is full. It says whether to try again: until the program is to stop.
func (sys *system) awaitRoom(err error) bool {
	sys.watch.DiskFull(err)
	select {
	case <-sys.ending:
		return false
	case <-time.After(roomEvery):
		return true
	}
}

func (sys *system) known(username string) {
	if err := sys.store.SetBot(username); err != nil {
		sys.log.Error("keep the bot's name", "error", err)
	}
}

// wake tells the worker that somebody's work is not through. It never waits.
func (sys *system) wake() {
	select {
	case sys.more <- struct{}{}:
	default:
	}
}

// goOn lets what is not through go on, one part in a transaction, so that nobody has to wait for it. It begins with what
// an earlier process has left.
func (sys *system) goOn(ctx context.Context) error {
	sys.wake()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-sys.more:
		}
		chats, err := sys.store.Unfinished()
		for _, chat := range chats {
			if err == nil && ctx.Err() == nil {
				err = sys.apply(dialog.Event{From: chat, Input: dialog.Continue{}})
			}
		}
		if err != nil {
			return fmt.Errorf("unfinished work: %w", err)
		}
	}
}

// apply takes an event in that no update has brought.
func (sys *system) apply(e dialog.Event) error {
	e.At = sys.now().In(sys.config.Zona)
	return sys.take(post.Incoming{Event: e})
}

func (sys *system) take(in post.Incoming) error {
	tickets, err := sys.store.Apply([]post.Incoming{in})
	if err == nil {
		sys.deliver(tickets)
	}
	return err
}

// deliver hands what is in the outbox to the bot. Without one it waits there for the next start.
func (sys *system) deliver(tickets []post.Ticket) {
	if sys.bot != nil {
		sys.bot.Deliver(tickets)
	}
}

// tick lets the core do what is due by now.
func (sys *system) tick() error {
	due := sys.config.JadwalRekap.last(sys.now().In(sys.config.Zona))
	if err := sys.apply(dialog.Event{Input: dialog.Tick{Rekap: due}}); err != nil {
		return fmt.Errorf("tick: %w", err)
	}
	return nil
}
