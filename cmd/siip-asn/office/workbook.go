package office

import (
	"context"
	"io"

	"siip-asn/flow/imports"
	"siip-asn/reports/incoming"
	"siip-asn/store"
)

// Workbook is what a file holds, as it was read. It is plain memory, so that it can be read in one process and imported in
// another.
type Workbook = incoming.Contents

// ReadWorkbook reads a table file, xlsx or csv, as that kind; "" as what its header says. Its errors are a
// *incoming.FileError, which a person may read, that of the context, or what the reader says.
func ReadWorkbook(ctx context.Context, jenis imports.Kind, r io.ReaderAt, size int64) (Workbook, error) {
	return incoming.Read(ctx, r, size, jenis)
}

// Import counts what the workbook changes and says what that does to whom, and applies it unless that was all: everything of
// it, or nothing. The right rows of one of pegawai or of the plan are counted also where others are wrong; with faults nothing is ever
// applied.
func (o *Office) Import(b Workbook, by imports.Actor, dryRun bool, progress store.Progress) (imports.ImportResult, error) {
	dryRun = dryRun || len(b.Faults) > 0
	switch b.Kind {
	case imports.KindPanduan:
		if len(b.Faults) > 0 {
			return imports.ImportResult{}, nil
		}
		return o.Store.ImportPanduan(b.Panduan, by, o.now(), dryRun)
	case imports.KindRencana:
		r, err := o.Store.ImportRencana(b.Rencana, by, o.now(), dryRun)
		r.Wrong += b.Wrong
		return r, err
	case imports.KindUsulan:
		return o.Store.ImportUsulan(b.Usulan, by, o.now(), dryRun, progress)
	case imports.KindRiwayat:
		return o.Store.ImportRiwayat(b.Riwayat, by, o.now(), dryRun, progress)
	}
	return o.Store.ImportPegawai(b.Pegawai, by, o.now(), dryRun, progress)
}

// Refused are the rows that are right in themselves, and that what is known refuses: with one of them nothing was done.
func Refused(r imports.ImportResult) []imports.Fault {
	if r.Impact == nil {
		return nil
	}
	return r.Impact.Refused
}
