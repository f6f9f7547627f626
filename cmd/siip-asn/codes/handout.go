package codes

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
)

// HandOut makes codes, writes them to their place, and then makes them valid (deliver). When everybody who is meant holds a valid
// code already, it asks whether to replace those; sure is yes.
func HandOut(a *cli.App, cmd *cobra.Command, j jobs.NewCodes, to Place, sure bool) error {
	codes, err := newCodes(a, cmd, j)
	if err != nil {
		return err
	}
	if len(codes.Undangan) == 0 && codes.Held > 0 && !j.Renew {
		if sure || !a.Agrees(fmt.Sprintf("Semua yang belum terhubung (%d pegawai) sudah memegang kode yang masih berlaku. Ganti semua kode itu?", codes.Held)) {
			a.Say("Tidak ada kode yang diganti. Untuk menggantinya: siip-asn invite dengan --ganti.")
			return nil
		}
		j.Renew, sure = true, true
		if codes, err = newCodes(a, cmd, j); err != nil {
			return err
		}
	}
	if len(codes.Undangan) == 0 {
		a.Say("Semua pegawai yang dipilih sudah terhubung.")
		return nil
	}
	if j.Renew && j.NIP == "" && !sure && !a.Agrees(fmt.Sprintf("Kode baru untuk %d pegawai; kode yang sudah mereka pegang tidak berlaku lagi. Lanjutkan?", len(codes.Undangan))) {
		return errors.New("tidak ada kode yang dibuat; tambahkan --ya bila perintah ini dijalankan tanpa tanya jawab")
	}
	if codes.Held > 0 {
		a.Say("Sebanyak %d pegawai sudah memegang kode yang masih berlaku; kode itu tidak diganti.", codes.Held)
	}
	return deliver(a, cmd, codes, to)
}

// newCodes has the codes made where the database is open.
func newCodes(a *cli.App, cmd *cobra.Command, j jobs.NewCodes) (codes office.Codes, err error) {
	var b bytes.Buffer
	err = a.Perform(cmd, j, &b)
	return cli.Decoded(&b, codes, err)
}

// keepCodes makes codes valid. Nothing of its result is shown.
func keepCodes(a *cli.App, cmd *cobra.Command, codes office.Codes) error {
	return a.Perform(cmd, jobs.KeepCodes{Codes: codes.Aktivasi, By: cli.Operator("invite")}, io.Discard)
}
