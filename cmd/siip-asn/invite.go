package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/words"
	"siip-asn/flow"
	"siip-asn/reports/undangan"
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

func (a *app) invite(cmd *cobra.Command) error {
	j, err := invited(cmd)
	if err != nil {
		return err
	}
	out, _ := cmd.Flags().GetString("out")
	if out == "" {
		return a.perform(cmd, j, a.stdout)
	}
	j.Workbook = true
	if err := writeNew(out, func(w io.Writer) error { return a.perform(cmd, j, w) }); err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, out)
	return nil
}

// invite is the job of the command: codes for one pegawai, one OPD, or all when neither is named.
type invite struct {
	NIP      flow.NIP
	OPD      string
	Workbook bool // a workbook to hand out, instead of lines with NIP, kode and link
}

// invited reads who is invited: exactly one of the three flags.
func invited(cmd *cobra.Command) (j invite, err error) {
	nip, _ := cmd.Flags().GetString("nip")
	opd, _ := cmd.Flags().GetString("opd")
	all, _ := cmd.Flags().GetBool("all")
	switch {
	case nip != "" && opd == "" && !all:
		if j.NIP, err = flow.ParseNIP(nip); err != nil {
			err = usageError{err}
		}
		return j, err
	case opd != "" && nip == "" && !all, all && nip == "" && opd == "":
		return invite{OPD: opd}, nil
	default:
		return j, usageError{errors.New("pilih salah satu: --nip NIP, --opd NAMA, atau --all")}
	}
}

func (j invite) do(ctx context.Context, o *office.Office, out desk.Reply) error {
	learnName(ctx, o, out)
	list, err := o.Invite(j.chosen())
	if err != nil {
		return err
	}
	if len(list) > 0 && list[0].Link == "" {
		out.Say("Perhatian: nama bot belum dikenal, jadi tautannya kosong; kodenya dapat diketik di bot.")
	}
	return j.handOut(out, list)
}

// learnName has the links bear the bot's name, and says so when it cannot be asked for.
func learnName(ctx context.Context, o *office.Office, out desk.Reply) {
	if o.Bot == nil && o.Config.Token == "" {
		out.Say("Perhatian: telegram.token belum diisi, jadi tautan memakai nama bot yang terakhir dikenal.")
		return
	}
	if err := o.LearnName(ctx); err != nil {
		out.Say("Perhatian: nama bot tidak dapat ditanyakan (%v); tautan memakai nama yang terakhir dikenal.", words.Of(err))
	}
}

// chosen are the pegawai who are invited.
func (j invite) chosen() office.Chooser {
	switch {
	case j.NIP != "":
		return office.ByNIP(j.NIP)
	case j.OPD != "":
		return office.ByOPD(j.OPD)
	default:
		return office.Everybody
	}
}

// handOut prints NIP, kode and link with tabs between, or writes the workbook.
func (j invite) handOut(out desk.Reply, list []flow.Undangan) error {
	if len(list) == 0 {
		out.Say("Semua pegawai yang dipilih sudah terhubung.")
	}
	if j.Workbook {
		return undangan.Write(out.Result, list)
	}
	for _, u := range list {
		out.Printf("%s\t%s\t%s\n", u.NIP, u.Kode, u.Link)
	}
	return nil
}
