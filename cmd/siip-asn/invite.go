package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"siip-asn/bot"
	"siip-asn/flow"
	"siip-asn/reports"
	"siip-asn/store"
)

func (a *app) inviteCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "invite", Short: "Buat kode aktivasi untuk pegawai", Args: noArgs,
		Long: `Buat kode aktivasi untuk pegawai yang belum terhubung. Kode baru menggantikan kode lama pegawai itu.
Kode hanya ditampilkan sekali ini: yang disimpan hanya sidik jarinya.`,
		Example: `  siip-asn invite --nip 190101011925011001
  siip-asn invite --opd "Dinas Kesehatan" --out kode.xlsx
  siip-asn invite --all`,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.invite(cmd) },
	}
	cmd.Flags().String("nip", "", "satu pegawai dengan `NIP` ini")
	cmd.Flags().String("opd", "", "semua pegawai OPD dengan `nama` ini")
	cmd.Flags().Bool("all", false, "semua pegawai")
	cmd.Flags().String("out", "", "`berkas` Excel untuk dibagikan (bawaan: NIP, kode, dan tautan ke keluaran standar)")
	return cmd
}

func (a *app) invite(cmd *cobra.Command) (err error) {
	choose, err := invited(cmd)
	if err != nil {
		return err
	}
	c, s, err := a.existingStore(cmd)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	a.learnName(cmd.Context(), c, s)
	codes, list, err := makeCodes(c, s, a.now(), choose)
	if err != nil {
		return err
	}
	if err := s.SaveAktivasi(codes); err != nil {
		return err
	}
	out, _ := cmd.Flags().GetString("out")
	return a.handOut(out, list)
}

// chooser picks the pegawai who are invited.
type chooser func(*store.Reader) ([]flow.Pegawai, error)

// invited reads who is invited: exactly one of the three flags.
func invited(cmd *cobra.Command) (chooser, error) {
	nip, _ := cmd.Flags().GetString("nip")
	opd, _ := cmd.Flags().GetString("opd")
	all, _ := cmd.Flags().GetBool("all")
	switch {
	case nip != "" && opd == "" && !all:
		return byNIP(nip)
	case opd != "" && nip == "" && !all:
		return func(r *store.Reader) ([]flow.Pegawai, error) { return byOPD(r, opd) }, nil
	case all && nip == "" && opd == "":
		return func(r *store.Reader) ([]flow.Pegawai, error) { return r.Pegawais(), nil }, nil
	default:
		return nil, usageError{errors.New("pilih salah satu: --nip NIP, --opd NAMA, atau --all")}
	}
}

func byNIP(typed string) (chooser, error) {
	nip, err := flow.ParseNIP(typed)
	if err != nil {
		return nil, usageError{err}
	}
	return func(r *store.Reader) ([]flow.Pegawai, error) {
		p, found := r.PegawaiByNIP(nip)
		if !found {
			return nil, fmt.Errorf("NIP %s tidak ada di data pegawai", nip)
		}
		if _, bound := r.AccountOf(p.ID); bound {
			return nil, fmt.Errorf("%s sudah terhubung dengan sebuah akun Telegram", p.Nama)
		}
		return []flow.Pegawai{p}, nil
	}, nil
}

func byOPD(r *store.Reader, nama string) ([]flow.Pegawai, error) {
	opd, found := r.OPDByName(nama)
	if !found {
		return nil, fmt.Errorf("OPD %q tidak ada di data pegawai", nama)
	}
	return r.PegawaiOf(opd.ID), nil
}

// makeCodes makes a code for everybody chosen who is not bound yet.
func makeCodes(c config, s *store.Store, now time.Time, choose chooser) (codes []flow.Aktivasi, list []flow.Undangan, err error) {
	until := now.Add(c.AktivasiBerlaku).In(c.Zona)
	err = s.Read(func(r *store.Reader) error {
		people, err := choose(r)
		for _, p := range people {
			if _, bound := r.AccountOf(p.ID); bound {
				continue
			}
			opd, _ := r.OPD(p.OPD)
			kode := newKode()
			codes = append(codes, flow.Aktivasi{Hash: flow.HashKode(kode), Pegawai: p.ID, Sampai: until})
			list = append(list, flow.Undangan{
				NIP: p.NIP, Nama: p.Nama, OPD: opd.Nama, Kode: kode, Link: r.Aturan().Link(kode), Sampai: flow.TanggalOf(until),
			})
		}
		return err
	})
	return codes, list, err
}

func newKode() string {
	var random [12]byte
	_, _ = rand.Read(random[:]) // never fails: the program ends before
	return flow.NewKode(random)
}

// learnName asks the Bot API for the bot's name, for the links. Without an answer the name known from earlier serves.
func (a *app) learnName(ctx context.Context, c config, s *store.Store) {
	if c.Token == "" {
		a.say("Perhatian: telegram.token belum diisi, jadi tautan memakai nama bot yang terakhir dikenal atau kosong.")
		return
	}
	b, err := bot.New(bot.Options{Token: c.Token, APIURL: c.APIURL, Log: slog.New(slog.DiscardHandler)})
	if err == nil {
		var name string
		if name, err = b.Me(ctx); err == nil {
			err = s.SetBot(name)
		}
	}
	if err != nil {
		a.say("Perhatian: nama bot tidak dapat ditanyakan (%v); tautan memakai nama yang terakhir dikenal atau kosong.", err)
	}
}

// handOut prints NIP, kode and link with tabs between, or writes the workbook.
func (a *app) handOut(out string, list []flow.Undangan) error {
	if len(list) == 0 {
		a.say("Semua pegawai yang dipilih sudah terhubung.")
	}
	if out == "" {
		for _, u := range list {
			fmt.Fprintf(a.stdout, "%s\t%s\t%s\n", u.NIP, u.Kode, u.Link)
		}
		return nil
	}
	if err := writeNew(out, func(w io.Writer) error { return reports.WriteUndangan(w, list) }); err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, out)
	return nil
}
