package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
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
func (a *app) inviteThem(cmd *cobra.Command, j jobs.NewCodes, to handout, sure bool) error {
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
		a.say("Sebanyak %d pegawai sudah memegang kode yang masih berlaku; kode itu tidak diganti.", codes.Held)
	}
	return a.handOut(cmd, codes, to)
}

// invited reads who is invited: exactly one of the three flags.
func invited(cmd *cobra.Command) (j jobs.NewCodes, err error) {
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
		return jobs.NewCodes{OPD: opd, Renew: renew}, nil
	default:
		return j, usageError{errors.New("pilih salah satu: --nip NIP, --opd NAMA, atau --all")}
	}
}

// newCodes has the codes made where the database is open.
func (a *app) newCodes(cmd *cobra.Command, j jobs.NewCodes) (codes office.Codes, err error) {
	var b bytes.Buffer
	err = a.perform(cmd, j, &b)
	return decoded(&b, codes, err)
}

// keep makes codes valid. Nothing of its result is shown.
func (a *app) keep(cmd *cobra.Command, codes office.Codes) error {
	return a.perform(cmd, jobs.KeepCodes{Codes: codes.Aktivasi, By: operator("invite")}, io.Discard)
}
