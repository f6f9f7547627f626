package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
)

// readWorkbook reads a file, and says every fault of it on a line of its own.
func (a *app) readWorkbook(ctx context.Context, jenis flow.JenisBerkas, path string) (b office.Workbook, err error) {
	f, err := os.Open(path)
	if err != nil {
		return b, fmt.Errorf("berkas tidak dapat dibuka: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "read", Path: path, Err: syscall.EISDIR}
	}
	if err != nil {
		return b, fmt.Errorf("berkas tidak dapat dibuka: %w", err)
	}
	b, err = office.ReadWorkbook(ctx, jenis, f, info.Size())
	switch {
	case ctx.Err() != nil:
		return b, fmt.Errorf("%s: %w; tidak ada yang disimpan", path, jobs.ErrStopped)
	case err != nil:
		return b, fmt.Errorf("%s: %w", path, err)
	}
	for _, fault := range b.Faults {
		a.say("%s: %v", path, fault)
	}
	if len(b.Faults) > 0 {
		return b, fmt.Errorf("%s: %d kesalahan; tidak ada yang disimpan", path, len(b.Faults))
	}
	return b, nil
}
