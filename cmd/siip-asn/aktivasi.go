package main

import (
	"context"
	"crypto/rand"
	"log/slog"

	"siip-asn/bot"
	"siip-asn/flow"
	"siip-asn/store"
)

// chooser picks pegawai.
type chooser = func(*store.Reader) ([]flow.Pegawai, error)

// makeCodes makes a code for everybody chosen who is not bound yet.
func (sys *system) makeCodes(choose chooser, code func(flow.Pegawai) string) (codes []flow.Aktivasi, list []flow.Undangan, err error) {
	until := sys.now().Add(sys.config.AktivasiBerlaku).In(sys.config.Zona)
	err = sys.store.Read(func(r *store.Reader) error {
		people, err := choose(r)
		for _, p := range people {
			if _, bound := r.AccountOf(p.ID); bound {
				continue
			}
			opd, _ := r.OPD(p.OPD)
			kode := code(p)
			codes = append(codes, flow.Aktivasi{Hash: flow.HashKode(kode), Pegawai: p.ID, Sampai: until})
			list = append(list, flow.Undangan{
				NIP: p.NIP, Nama: p.Nama, OPD: opd.Nama, Kode: kode, Link: r.Aturan().Link(kode), Sampai: flow.TanggalOf(until),
			})
		}
		return err
	})
	return codes, list, err
}

func newKode(flow.Pegawai) string {
	var random [12]byte
	_, _ = rand.Read(random[:]) // never fails: the program ends before
	return flow.NewKode(random)
}

// learnName asks the Bot API for the bot's name, for the links. Without an answer the name known from earlier serves; a
// bot that runs has asked already.
func (sys *system) learnName(ctx context.Context, out reply) {
	if sys.bot != nil {
		return
	}
	if sys.config.Token == "" {
		out.say("Perhatian: telegram.token belum diisi, jadi tautan memakai nama bot yang terakhir dikenal.")
		return
	}
	b, err := bot.New(bot.Options{Token: sys.config.Token, APIURL: sys.config.APIURL, Log: slog.New(slog.DiscardHandler)})
	if err == nil {
		var name string
		if name, err = b.Me(ctx); err == nil {
			err = sys.store.SetBot(name)
		}
	}
	if err != nil {
		out.say("Perhatian: nama bot tidak dapat ditanyakan (%v); tautan memakai nama yang terakhir dikenal.", inWords(err))
	}
}
