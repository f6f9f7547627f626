package jobs

import (
	"context"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan"
)

// Rekap is the job of the command: the workbook, and its text for whoever reads along.
type Rekap struct{ Periode kalender.Periode }

// Do does the job.
func (j Rekap) Do(_ context.Context, o *office.Office, out desk.Reply) error {
	r, err := o.WriteRekap(out.Result, j.Periode)
	if err != nil {
		return err
	}
	out.Say("%s", percakapan.RekapScreen(r).Text)
	return nil
}
