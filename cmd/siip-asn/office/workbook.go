package office

import (
	"context"
	"io"

	"siip-asn/flow/berkas"
	"siip-asn/reports/masuk"
	"siip-asn/store"
)

// Workbook is what a file holds, as it was read. It is plain memory, so that it can be read in one process and imported in
// another.
type Workbook = masuk.Contents

// ReadWorkbook reads a table file, xlsx or csv, as that kind; "" as what its header says. Its errors are a
// *masuk.FileError, which a person may read, that of the context, or what the reader says.
func ReadWorkbook(ctx context.Context, jenis berkas.Kind, r io.ReaderAt, size int64) (Workbook, error) {
	return masuk.Read(ctx, r, size, jenis)
}

// Import counts what the workbook changes and says what that does to whom, and applies it unless that was all: everything of
// it, or nothing. The right rows of one of pegawai or of the plan are counted also where others are wrong; with faults nothing is ever
// applied.
func (o *Office) Import(b Workbook, by berkas.Actor, dryRun bool, progress store.Progress) (berkas.ImportResult, error) {
	dryRun = dryRun || len(b.Faults) > 0
	switch b.Kind {
	case berkas.KindPanduan:
		if len(b.Faults) > 0 {
			return berkas.ImportResult{}, nil
		}
		return o.Store.ImportPanduan(b.Panduan, by, o.now(), dryRun)
	case berkas.KindRencana:
		r, err := o.Store.ImportRencana(b.Rencana, by, o.now(), dryRun)
		r.Wrong += b.Wrong
		return r, err
	case berkas.KindUsulan:
		return o.Store.ImportUsulan(b.Usulan, by, o.now(), dryRun, progress)
	case berkas.KindRiwayat:
		return o.Store.ImportRiwayat(b.Riwayat, by, o.now(), dryRun, progress)
	}
	return o.Store.ImportPegawai(b.Pegawai, by, o.now(), dryRun, progress)
}

// Refused are the rows that are right in themselves, and that what is known refuses: with one of them nothing was done.
func Refused(r berkas.ImportResult) []berkas.Fault {
	if r.Impact == nil {
		return nil
	}
	return r.Impact.Refused
}
