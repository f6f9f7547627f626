package jobs

import (
	"context"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
)

// Backup is the job of the command: it streams a copy to whoever writes it to Path.
type Backup struct{ Path string }

// Do does the job.
func (Backup) Do(_ context.Context, o *office.Office, out desk.Reply) error {
	return o.Store.Copy(out.Result)
}
