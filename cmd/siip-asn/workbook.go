package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"siip-asn/flow"
)

// readWorkbook reads a file, and says every fault of it on a line of its own.
func readWorkbook[T any](a *app, path string, read func(io.ReaderAt, int64) (T, []flow.Fault, error)) (list T, err error) {
	f, err := os.Open(path)
	if err != nil {
		return list, fmt.Errorf("berkas tidak dapat dibuka: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "read", Path: path, Err: syscall.EISDIR}
	}
	if err != nil {
		return list, fmt.Errorf("berkas tidak dapat dibuka: %w", err)
	}
	list, faults, err := read(f, info.Size())
	if err != nil {
		return list, fmt.Errorf("%s: %w", path, err)
	}
	for _, fault := range faults {
		a.say("%s: %v", path, fault)
	}
	if len(faults) > 0 {
		return list, fmt.Errorf("%s: %d kesalahan; tidak ada yang disimpan", path, len(faults))
	}
	return list, nil
}
