package office

import (
	"bytes"
	"context"
	"errors"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan"
	"siip-asn/reports/incoming"
	"siip-asn/store"
)

// uploads are the workbooks that come in through chats.
type uploads struct{ *Office }

// examine looks at a workbook that was dropped into a chat, or applies it. Nothing of it is kept: what is needed later
// is fetched again. What is applied is what was agreed to: when the data have changed since, it is looked at again.
func (o uploads) examine(ctx context.Context, c dialog.Check, data []byte, problem error, progress func(ui.Screen)) dialog.Examined {
	if problem != nil {
		o.log.Warn("workbook", "error", problem)
		return dialog.Examined{File: c.File, Problem: "Berkas tidak dapat diambil dari Telegram. Mohon kirim lagi, paling besar 20 MB."}
	}
	out, err := o.look(ctx, c, data, progress)
	if errors.Is(err, imports.ErrChanged) {
		c.Apply, c.Fingerprint = false, ""
		out, err = o.look(ctx, c, data, progress)
		out.Changed = true
	}
	out.Problem = o.importProblem(err)
	out.Wrong = len(out.Faults)
	out.Faults = out.Faults[:min(len(out.Faults), 10)]
	return out
}

// importProblem is what a person is told of an import that was not done: the sentence that is meant for him, or else
// that something is out of order.
func (o uploads) importProblem(err error) string {
	var file *incoming.FileError
	var objection imports.Objection
	switch {
	case err == nil:
		return ""
	case errors.As(err, &file):
		return file.Error()
	case errors.As(err, &objection):
		return objection.Error() + "."
	default:
		o.log.Error("import", "error", err)
		return "Terjadi gangguan saat memproses berkas. Silakan coba beberapa saat lagi."
	}
}

// look reads an upload as what it is, and counts what it changes; applying it writes that.
func (o uploads) look(ctx context.Context, c dialog.Check, data []byte, progress func(ui.Screen)) (dialog.Examined, error) {
	b, err := readUpload(ctx, data)
	out := dialog.Examined{File: c.File, Applied: c.Apply, Jenis: b.Kind, Faults: b.Faults, Understood: b.Understood}
	if err != nil {
		return out, err
	}
	dryRun := !c.Apply || len(b.Faults) > 0
	out.Result, err = o.Import(b, o.sender(c), dryRun, func(done, all int) error {
		progress(percakapan.ImportProgress(!dryRun, done, all))
		return ctx.Err()
	})
	out.Faults = append(out.Faults, Refused(out.Result)...)
	out.Result.Wrong = max(out.Result.Wrong, b.Wrong)
	if len(out.Faults) > 0 {
		err = nil // nothing was applied; the faults are told first, and any other error by the next try
	}
	return out, err
}

// readUpload reads a workbook as the kind that its header says.
func readUpload(ctx context.Context, data []byte) (Workbook, error) {
	return ReadWorkbook(ctx, "", bytes.NewReader(data), int64(len(data)))
}

// sender is the Admin SIIP-ASN who sent the workbook.
func (o uploads) sender(c dialog.Check) (who imports.Actor) {
	_ = o.Store.Read(func(r *store.Reader) error {
		p, _ := r.Pegawai(r.Account(c.To).Pegawai)
		who = imports.Actor{ID: p.ID, Nama: p.Nama, Peran: flow.AdminSIIP, Agreed: c.Fingerprint}
		return nil
	})
	return who
}
