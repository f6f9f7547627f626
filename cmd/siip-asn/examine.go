package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"siip-asn/flow"
	"siip-asn/flow/percakapan"
	"siip-asn/reports"
	"siip-asn/store"
)

// examine looks at a workbook that was dropped into a chat, or applies it. Nothing of it is kept: what is needed later
// is fetched again.
func (sys *system) examine(c flow.Check, data []byte, problem error, progress func(flow.Screen)) flow.Examined {
	out := flow.Examined{File: c.File, Applied: c.Apply}
	if problem != nil {
		sys.log.Warn("workbook", "error", problem)
		out.Problem = "Berkas tidak dapat diambil dari Telegram. Mohon kirim lagi, paling besar 5 MB."
		return out
	}
	work := importWork{sys: sys, check: c, data: data, progress: progress}
	out.Jenis = reports.Jenis(bytes.NewReader(data), int64(len(data)))
	var err error
	if out.Jenis == flow.BerkasPanduan {
		out.Hasil, out.Faults, err = work.panduan()
	} else {
		out.Hasil, out.Faults, err = work.pegawai()
	}
	var sentence *reports.FileError
	switch {
	case errors.As(err, &sentence):
		out.Problem = sentence.Error()
	case err != nil:
		sys.log.Error("import", "error", err)
		out.Problem = fmt.Sprintf("Berkas tidak dapat diterapkan: %v.", err)
	}
	out.Salah = len(out.Faults)
	out.Faults = out.Faults[:min(len(out.Faults), 10)]
	return out
}

// importWork is one workbook in hand.
type importWork struct {
	sys      *system
	check    flow.Check
	data     []byte
	progress func(flow.Screen)
}

func (w importWork) reader() (io.ReaderAt, int64) { return bytes.NewReader(w.data), int64(len(w.data)) }

func (w importWork) pegawai() (flow.HasilImpor, []flow.Fault, error) {
	list, faults, err := reports.ReadPegawai(w.reader())
	if err != nil || len(faults) > 0 {
		return flow.HasilImpor{}, faults, err
	}
	result, err := w.sys.store.ImportPegawai(list, w.by(), w.sys.now(), !w.check.Apply, func(done, all int) {
		w.progress(percakapan.ImportProgress(done, all))
	})
	return result, nil, err
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
		who = flow.Pelaku{ID: p.ID, Nama: p.Nama, Peran: flow.AdminSIIP}
		return nil
	})
	return who
}
