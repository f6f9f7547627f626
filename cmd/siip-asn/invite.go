package main

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/words"
	"siip-asn/flow"
)

func inviteCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: "invite", Short: "Buat kode aktivasi untuk pegawai", Args: noArgs,
		Long: `Buat kode aktivasi untuk pegawai yang belum terhubung dan belum memegang kode yang masih berlaku. Dengan
--ganti, dan dengan --nip, kode baru menggantikan kode lama. Kode hanya ditampilkan sekali ini: yang disimpan
hanya sidik jarinya. Kode baru berlaku setelah hasilnya tersimpan utuh; sebelum itu kode lama tetap berlaku.`,
		Example: `  siip-asn invite --nip 190101011925011001
  siip-asn invite --opd "Dinas Kesehatan" --out kode.xlsx
  siip-asn invite --all --out kode.pdf
  siip-asn invite --all --slip slip`,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.invite(cmd) },
	}
	cmd.Flags().String("nip", "", "satu pegawai dengan `NIP` ini; kode lamanya diganti")
	cmd.Flags().String("opd", "", "semua pegawai OPD dengan `nama` ini")
	cmd.Flags().Bool("all", false, "semua pegawai")
	cmd.Flags().Bool("ganti", false, "ganti juga kode yang masih berlaku")
	cmd.Flags().Bool("ya", false, "jangan bertanya dahulu")
	cmd.Flags().String("out", "", "`berkas` .xlsx atau .pdf (slip dengan kode QR) untuk dibagikan (bawaan: NIP, kode, dan tautan ke keluaran standar)")
	cmd.Flags().String("slip", "", "`folder` untuk slip dengan kode QR, satu berkas PDF per OPD")
	return cmd
}

func (a *app) invite(cmd *cobra.Command) error {
	j, err := invited(cmd)
	if err != nil {
		return err
	}
	to, err := a.handoutOf(cmd)
	if err != nil {
		return err
	}
	sure, _ := cmd.Flags().GetBool("ya")
	return a.inviteThem(cmd, j, to, sure)
}

// inviteThem makes codes, hands them out, and lets them become valid when they lie safe. When all who are meant hold a code
// already it asks whether to replace those.
func (a *app) inviteThem(cmd *cobra.Command, j newCodes, to handout, sure bool) error {
	codes, err := a.newCodes(cmd, j)
	if err != nil {
		return err
	}
	if len(codes.Undangan) == 0 && codes.Held > 0 && !j.Renew {
		if sure || !a.agrees(fmt.Sprintf("Semua yang belum terhubung (%d pegawai) sudah memegang kode yang masih berlaku. Ganti semua kode itu?", codes.Held)) {
			a.say("Tidak ada kode yang diganti. Untuk menggantinya: siip-asn invite dengan --ganti.")
			return nil
		}
		j.Renew, sure = true, true
		if codes, err = a.newCodes(cmd, j); err != nil {
			return err
		}
	}
	if len(codes.Undangan) == 0 {
		a.say("Semua pegawai yang dipilih sudah terhubung.")
		return nil
	}
	if j.Renew && j.NIP == "" && !sure && !a.agrees(fmt.Sprintf("Kode baru untuk %d pegawai; kode yang sudah mereka pegang tidak berlaku lagi. Lanjutkan?", len(codes.Undangan))) {
		return errors.New("tidak ada kode yang dibuat; tambahkan --ya bila perintah ini dijalankan tanpa tanya jawab")
	}
	if codes.Held > 0 {
		a.say("%d pegawai sudah memegang kode yang masih berlaku; kode itu tidak diganti.", codes.Held)
	}
	return a.handOut(cmd, codes, to)
}

// invited reads who is invited: exactly one of the three flags.
func invited(cmd *cobra.Command) (j newCodes, err error) {
	nip, _ := cmd.Flags().GetString("nip")
	opd, _ := cmd.Flags().GetString("opd")
	all, _ := cmd.Flags().GetBool("all")
	renew, _ := cmd.Flags().GetBool("ganti")
	switch {
	case nip != "" && opd == "" && !all:
		if j.NIP, err = flow.ParseNIP(nip); err != nil {
			err = usageError{err}
		}
		j.Renew = true
		return j, err
	case opd != "" && nip == "" && !all, all && nip == "" && opd == "":
		return newCodes{OPD: opd, Renew: renew}, nil
	default:
		return j, usageError{errors.New("pilih salah satu: --nip NIP, --opd NAMA, atau --all")}
	}
}

// newCodes is the job that makes codes for one pegawai, one OPD, or all when neither is named. Its result are office.Codes
// as gob: they are not valid before keepCodes.
type newCodes struct {
	NIP   flow.NIP
	OPD   string
	Admin bool // those who are Admin SIIP-ASN
	Renew bool // also for those who hold a valid code
}

func (j newCodes) do(ctx context.Context, o *office.Office, out desk.Reply) error {
	learnName(ctx, o, out)
	codes, err := o.NewCodes(j.chosen(), j.Renew)
	if err != nil {
		return err
	}
	if len(codes.Undangan) > 0 && codes.Undangan[0].Link == "" {
		out.Say("Perhatian: nama bot belum dikenal, sehingga tautannya kosong; kodenya dapat diketik di bot.")
	}
	return gob.NewEncoder(out.Result).Encode(codes)
}

// newCodes has the codes made where the database is open.
func (a *app) newCodes(cmd *cobra.Command, j newCodes) (codes office.Codes, err error) {
	var b bytes.Buffer
	err = a.perform(cmd, j, &b)
	return decoded(&b, codes, err)
}

// chosen are the pegawai who are invited.
func (j newCodes) chosen() office.Chooser {
	switch {
	case j.NIP != "":
		return office.ByNIP(j.NIP)
	case j.OPD != "":
		return office.ByOPD(j.OPD)
	case j.Admin:
		return office.Admins
	default:
		return office.Everybody
	}
}

// learnName has the links bear the bot's name, and says so when it cannot be asked for.
func learnName(ctx context.Context, o *office.Office, out desk.Reply) {
	if o.Bot == nil && o.Config.Token == "" {
		out.Say("Perhatian: telegram.token belum diisi, sehingga tautan memakai nama bot yang terakhir dikenal.")
		return
	}
	if err := o.LearnName(ctx); err != nil {
		out.Say("Perhatian: nama bot tidak dapat ditanyakan (%v); tautan memakai nama yang terakhir dikenal.", words.Of(err))
	}
}

// keepCodes is the job that makes codes valid which lie safe.
type keepCodes struct {
	Codes []flow.Aktivasi
	By    flow.Pelaku
}

func (j keepCodes) do(_ context.Context, o *office.Office, out desk.Reply) error {
	n, err := o.KeepCodes(j.Codes, j.By)
	if err == nil && n < len(j.Codes) {
		out.Say("%d di antaranya sudah terhubung sementara itu dan tidak memerlukan kode.", len(j.Codes)-n)
	}
	return err
}

// keep makes codes valid. Nothing of its result is shown.
func (a *app) keep(cmd *cobra.Command, codes office.Codes) error {
	return a.perform(cmd, keepCodes{codes.Aktivasi, operator("invite")}, io.Discard)
}
