package jobs

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"time"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow/imports"
	"siip-asn/store"
)

// Import is the job of the commands: all of the workbook, or nothing. Its result is a imports.ImportResult as gob.
type Import struct {
	Path   string
	Book   office.Workbook
	DryRun bool
	By     imports.Actor
}

// Do does the job.
func (j Import) Do(ctx context.Context, o *office.Office, out desk.Reply) error {
	result, err := o.Import(j.Book, j.By, j.DryRun, progress(ctx, out, string(j.Book.Kind)))
	if err != nil {
		return fmt.Errorf("%s: %w; tidak ada yang disimpan", j.Path, err)
	}
	return gob.NewEncoder(out.Result).Encode(result)
}

// ErrStopped ends a work when whoever asked for it wants it no more.
var ErrStopped = errors.New("dihentikan")

// progress tells every second how far a long work is, until the context ends.
func progress(ctx context.Context, out desk.Reply, what string) store.Progress {
	last := time.Now()
	return func(done, all int) error {
		if ctx.Err() != nil {
			return ErrStopped
		}
		if time.Since(last) >= time.Second {
			last = time.Now()
			out.Say("%d dari %d %s ...", done, all, what)
		}
		return nil
	}
}
