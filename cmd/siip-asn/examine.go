package main

import (
	"bytes"
	"errors"
	"io"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan"
	"siip-asn/reports"
	"siip-asn/store"
)

// examine looks at a workbook that was dropped into a chat, or applies it. Nothing of it is kept: what is needed later
// is fetched again. What is applied is what was agreed to: when the data have changed since, it is looked at again.
func (sys *system) examine(c dialog.Check, data []byte, problem error, progress func(dialog.Screen)) dialog.Examined {
	if problem != nil {
		sys.log.Warn("workbook", "error", problem)
		return dialog.Examined{File: c.File, Problem: "Berkas tidak dapat diambil dari Telegram. Mohon kirim lagi, paling besar 5 MB."}
	}
	work := importWork{sys: sys, check: c, data: data, progress: progress}
	out, err := work.look()
	if errors.Is(err, flow.ErrBerubah) {
		work.check.Apply, work.check.Sidik = false, ""
		out, err = work.look()
		out.Berubah = true
	}
	out.Problem = sys.importProblem(err)
	out.Salah = len(out.Faults)
	out.Faults = out.Faults[:min(len(out.Faults), 10)]
	return out
}

// importProblem is what a person is told of an import that was not done: the sentence that is meant for him, or else
// that something is out of order.
func (sys *system) importProblem(err error) string {
	var file *reports.FileError
	var objection flow.Keberatan
	switch {
	case err == nil:
		return ""
	case errors.As(err, &file):
		return file.Error()
	case errors.As(err, &objection):
		return objection.Error() + "."
	default:
		sys.log.Error("import", "error", err)
		return "Terjadi gangguan saat memproses berkas. Silakan coba beberapa saat lagi."
	}
}

// importWork is one workbook in hand.
type importWork struct {
	sys      *system
	check    dialog.Check
	data     []byte
	progress func(dialog.Screen)
}

func (w importWork) reader() (io.ReaderAt, int64) { return bytes.NewReader(w.data), int64(len(w.data)) }

// look reads the workbook as what it is, and counts what it changes; applying it writes that.
func (w importWork) look() (out dialog.Examined, err error) {
	out = dialog.Examined{File: w.check.File, Applied: w.check.Apply, Jenis: reports.Jenis(w.reader())}
	if out.Jenis == flow.BerkasPanduan {
		out.Hasil, out.Faults, err = w.panduan()
	} else {
		out.Hasil, out.Faults, err = w.pegawai()
	}
	return out, err
}

// pegawai counts the right rows also where others are wrong.
func (w importWork) pegawai() (flow.HasilImpor, []flow.Fault, error) {
	list, faults, err := reports.ReadPegawai(w.reader())
	if err != nil {
		return flow.HasilImpor{}, faults, err
	}
	dryRun := !w.check.Apply || len(faults) > 0
	result, err := w.sys.store.ImportPegawai(list, w.by(), w.sys.now(), dryRun, func(done, all int) error {
		w.progress(percakapan.ImportProgress(!dryRun, done, all))
		return nil
	})
	if len(faults) > 0 {
		err = nil // whatever it is, the faults come first
	}
	return result, faults, err
}

func (w importWork) panduan() (flow.HasilImpor, []flow.Fault, error) {
	list, faults, err := reports.ReadPanduan(w.reader())
	if err != nil || len(faults) > 0 {
		return flow.HasilImpor{}, faults, err
	}
	result, err := w.sys.store.ImportPanduan(list, w.by(), w.sys.now(), !w.check.Apply)
	return result, nil, err
}

// by is the Admin SIIP-ASN who sent the workbook.
func (w importWork) by() (who flow.Pelaku) {
	_ = w.sys.store.Read(func(r *store.Reader) error {
		p, _ := r.Pegawai(r.Account(w.check.To).Pegawai)
		who = flow.Pelaku{ID: p.ID, Nama: p.Nama, Peran: flow.AdminSIIP, Setuju: w.check.Sidik}
		return nil
	})
	return who
}
