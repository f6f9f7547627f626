package jobs

import (
	"context"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
)

// Status is the job of the command.
type Status struct {
	Healthy bool // a bot that does not run, or is in trouble, is an error
}

// Do does the job.
func (j Status) Do(_ context.Context, o *office.Office, out desk.Reply) error {
	lines, err := o.Status()
	if err != nil {
		return err
	}
	for _, l := range lines {
		out.Printf("%-15s: %s\n", l.What, l.Text)
	}
	if j.Healthy {
		return o.Healthy()
	}
	return nil
}
