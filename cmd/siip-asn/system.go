package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"time"

	"siip-asn/bot"
	"siip-asn/flow"
	"siip-asn/flow/percakapan"
	"siip-asn/reports"
	"siip-asn/store"
)

// system is the rooms put together: a bot over a store, with the core between them.
type system struct {
	config config
	store  *store.Store
	bot    *bot.Bot
	now    func() time.Time
	log    *slog.Logger
}

// chatBurst is how many messages may go into one chat at once, so that somebody who taps fast is not held back.
const chatBurst = 10

func newSystem(c config, s *store.Store, now func() time.Time, log *slog.Logger) (*system, error) {
	sys := &system{config: c, store: s, now: now, log: log}
	b, err := bot.New(bot.Options{
		Token: c.Token, APIURL: c.APIURL,
		Inbox: s, Outbox: s,
		Render:   sys.render,
		Commands: percakapan.MenuForAll(),
		Known:    sys.known,
		Limits:   bot.Limits{PerSecond: c.PerSecond, ChatPerSecond: c.ChatPerSecond, ChatBurst: chatBurst},
		Now:      now, Log: log,
	})
	sys.bot = b
	return sys, err
}

func (sys *system) known(username string) {
	if err := sys.store.SetBot(username); err != nil {
		sys.log.Error("keep the bot's name", "error", err)
	}
}

// render makes a report when its turn to be sent has come. It copies what it needs out of the database and works on
// that.
func (sys *system) render(_ context.Context, l flow.Laporan) ([]bot.Part, error) {
	switch l.Jenis {
	case flow.LaporanRekap:
		return sys.renderRekap(l.Periode)
	default:
		return nil, fmt.Errorf("unknown report %q", l.Jenis)
	}
}

func (sys *system) renderRekap(p flow.Periode) ([]bot.Part, error) {
	rows, err := sys.store.Data(p)
	if err != nil {
		return nil, err
	}
	r := flow.NewRekap(sys.config.aturan(), p, sys.now().In(sys.config.Zona), rows)
	return []bot.Part{
		{Screen: percakapan.RekapScreen(r)},
		{Name: reports.RekapName(r), Write: func(w io.Writer) error { return reports.WriteRekap(w, r) }},
	}, nil
}

// tick lets the core do what is due by now.
func (sys *system) tick() error {
	now := sys.now().In(sys.config.Zona)
	tickets, err := sys.store.Apply([]flow.Incoming{{
		Event: flow.Event{At: now, Input: flow.Tick{Rekap: sys.config.JadwalRekap.last(now)}},
	}})
	if err != nil {
		return fmt.Errorf("tick: %w", err)
	}
	sys.bot.Deliver(tickets)
	return nil
}
