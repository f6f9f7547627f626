package office

import (
	"io"

	"siip-asn/flow"
	"siip-asn/reports/masuk"
	"siip-asn/store"
)

// Workbook is master data as they were read from a workbook: the rows of its kind, and what is wrong in the others. It is
// plain memory, so that it can be read in one process and imported in another.
type Workbook struct {
	Jenis   flow.JenisBerkas
	Pegawai flow.ImporPegawai
	Panduan []flow.BarisPanduan
	Faults  []flow.Fault
}

// ReadWorkbook reads a workbook of that kind. Its errors are a *masuk.FileError, which a person may read, or what the
// reader says.
func ReadWorkbook(jenis flow.JenisBerkas, r io.ReaderAt, size int64) (b Workbook, err error) {
	b.Jenis = jenis
	if jenis == flow.BerkasPanduan {
		b.Panduan, b.Faults, err = masuk.ReadPanduan(r, size)
	} else {
		b.Pegawai, b.Faults, err = masuk.ReadPegawai(r, size)
	}
	return b, err
}

// Import counts what the workbook changes, and applies it unless that was all: everything of it, or nothing. The right
// rows of one of pegawai are counted also where others are wrong; with faults nothing is ever applied.
func (o *Office) Import(b Workbook, by flow.Pelaku, dryRun bool, progress store.Progress) (flow.HasilImpor, error) {
	dryRun = dryRun || len(b.Faults) > 0
	if b.Jenis == flow.BerkasPanduan {
		if len(b.Faults) > 0 {
			return flow.HasilImpor{}, nil
		}
		return o.Store.ImportPanduan(b.Panduan, by, o.now(), dryRun)
	}
	return o.Store.ImportPegawai(b.Pegawai, by, o.now(), dryRun, progress)
}
