package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/store"
)

func deadCommand(a *app) *cobra.Command {
	list := &cobra.Command{
		Use: "list", Short: "Tampilkan pesan gagal, yang terlama dahulu", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.perform(cmd, deadLetters{Act: listLetters}, a.stdout)
		},
	}
	return group("dead", "Pesan gagal: yang tidak dapat dibaca, dikerjakan, atau dikirim", list,
		deadAct(a, "resend", "Kirim atau kerjakan lagi pesan gagal", resendLetters),
		deadAct(a, "drop", "Buang pesan gagal", dropLetters))
}

// deadAct is a command on some dead letters, or on all.
func deadAct(a *app, name, short, act string) *cobra.Command {
	cmd := &cobra.Command{
		Use: name + " [NOMOR ...]", Short: short, Example: "  siip-asn dead " + name + " 3 4\n  siip-asn dead " + name + " --all",
		RunE: func(cmd *cobra.Command, args []string) error {
			j := deadLetters{Act: act, By: operator("dead " + name)}
			all, _ := cmd.Flags().GetBool("all")
			if all == (len(args) > 0) {
				return usageError{errors.New("sebutkan nomor pesan gagal, atau --all")}
			}
			for _, arg := range args {
				n, err := strconv.ParseUint(arg, 10, 64)
				if err != nil {
					return usageError{fmt.Errorf("%q bukan nomor pesan gagal; lihat: siip-asn dead list", arg)}
				}
				j.Nomor = append(j.Nomor, n)
			}
			return a.perform(cmd, j, a.stdout)
		},
	}
	cmd.Flags().Bool("all", false, "semua pesan gagal")
	return cmd
}

const (
	listLetters   = "list"
	resendLetters = "resend"
	dropLetters   = "drop"
)

// deadLetters is the job of the commands; without numbers it is about all of them.
type deadLetters struct {
	Act   string
	Nomor []uint64
	By    flow.Pelaku
}

func (j deadLetters) do(ctx context.Context, o *office.Office, out desk.Reply) error {
	letters, err := o.Store.DeadLetters()
	if err != nil {
		return err
	}
	letters, err = j.chosen(letters)
	if err != nil {
		return err
	}
	switch j.Act {
	case resendLetters:
		err := errors.Join(o.Resend(letters, progress(ctx, out, "pesan gagal")), j.note(o, letters, "dikirim atau dikerjakan lagi"))
		if err == nil {
			out.Say("%d pesan gagal dikirim atau dikerjakan lagi; yang gagal lagi muncul di: siip-asn dead list", len(letters))
		}
		return err
	case dropLetters:
		err := errors.Join(o.Store.Forget(numbersOf(letters)), j.note(o, letters, "dibuang"))
		if err == nil {
			out.Say("%d pesan gagal dibuang.", len(letters))
		}
		return err
	}
	for _, d := range letters {
		out.Printf("%d\t%s\t%s\t%s\n", d.Nomor, d.At.In(o.Config.Zona).Format("2006-01-02 15:04:05"), kindOf(d), firstLine(d.Problem))
	}
	if len(letters) == 0 {
		out.Say("Tidak ada pesan gagal.")
	}
	return nil
}

// note writes into the trail what was done with the letters, and by whom.
func (j deadLetters) note(o *office.Office, letters []store.DeadLetter, done string) error {
	if len(letters) == 0 {
		return nil
	}
	return o.Store.NoteCommand(j.By, o.Now(), flow.PesanGagal, fmt.Sprintf("%d pesan gagal %s, nomor %d sampai %d.",
		len(letters), done, letters[0].Nomor, letters[len(letters)-1].Nomor))
}

// chosen are the letters with the numbers of the job; one that is not there is said.
func (j deadLetters) chosen(letters []store.DeadLetter) ([]store.DeadLetter, error) {
	if len(j.Nomor) == 0 {
		return letters, nil
	}
	byNumber := map[uint64]store.DeadLetter{}
	for _, d := range letters {
		byNumber[d.Nomor] = d
	}
	var list []store.DeadLetter
	for _, n := range slices.Compact(slices.Sorted(slices.Values(j.Nomor))) {
		d, found := byNumber[n]
		if !found {
			return nil, fmt.Errorf("tidak ada pesan gagal nomor %d; lihat: siip-asn dead list", n)
		}
		list = append(list, d)
	}
	return list, nil
}

func numbersOf(letters []store.DeadLetter) []uint64 {
	var list []uint64
	for _, d := range letters {
		list = append(list, d.Nomor)
	}
	return list
}

// kindOf says what a letter is, in one word that names nobody.
func kindOf(d store.DeadLetter) string {
	if d.Letter != nil {
		return "keluar"
	}
	return "masuk"
}

func firstLine(s string) string {
	for i, r := range s {
		if r == '\n' || r == '\r' {
			return s[:i]
		}
	}
	return s
}
