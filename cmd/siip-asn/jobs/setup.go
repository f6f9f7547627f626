package jobs

import (
	"context"
	"encoding/gob"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
)

// Setup asks how far the office has come. Its result is an office.Setup as gob.
type Setup struct {
	But []identitas.NIP // who are to get no code
}

// Do does the job.
func (j Setup) Do(_ context.Context, o *office.Office, out desk.Reply) error {
	state, err := o.Setup(j.But...)
	if err != nil {
		return err
	}
	return gob.NewEncoder(out.Result).Encode(state)
}

// Admin gives somebody the role Admin SIIP-ASN.
type Admin struct {
	NIP identitas.NIP
	By  imports.Actor
}

// Do does the job.
func (j Admin) Do(_ context.Context, o *office.Office, out desk.Reply) error {
	nama, err := o.MakeAdmin(j.NIP, j.By)
	if err == nil {
		out.Say("%s menjadi Admin SIIP-ASN.", nama)
	}
	return err
}
