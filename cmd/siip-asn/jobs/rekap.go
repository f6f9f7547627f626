package jobs

import (
	"context"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan"
	rekapbuku "siip-asn/reports/rekap"
)

// Rekap is the job of the command: the workbook, and its text for whoever reads along.
type Rekap struct{ Periode flow.Periode }

// Do does the job.
func (j Rekap) Do(_ context.Context, o *office.Office, out desk.Reply) error {
	r, err := o.Rekap(j.Periode, hitung.Potongan{})
	if err != nil {
		return err
	}
	out.Say("%s", percakapan.RekapScreen(r).Text)
	return rekapbuku.Write(out.Result, r, flow.Tanda{})
}
