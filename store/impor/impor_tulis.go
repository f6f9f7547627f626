package impor

import (
	"errors"
	"fmt"
	"time"

	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// pegawaiImport is an import of pegawai that is to be written.
type pegawaiImport struct {
	*core.Store
	list  imports.PegawaiImport
	by    imports.Actor
	at    time.Time
	plan  *pegawaiPlan
	again []pegawaiStep // to be done anew: something around their pegawai has changed
	admin int           // Admin SIIP-ASN before it
}

func (im *pegawaiImport) run(progress Progress) (imports.ImportResult, error) {
	err := prepared(im.Store, im.by, im.parts, progress)
	if err == nil {
		err = im.Read(func(r *reader.Reader) error {
			im.plan.nameNew(r)
			return nil
		})
	}
	return im.plan.outcome(), err
}

func (im *pegawaiImport) blank() jejak.Entry { return ImportEntry(im.by, im.at) }

// parts plans the import; nil where it makes no difference.
func (im *pegawaiImport) parts() (p *parts, err error) {
	if im.plan, err = planPegawai(im.Store, im.list, today(im.Store, im.at), nil); err != nil {
		return nil, err
	}
	if err := Agreed(im.plan.result, im.by); err != nil || !im.plan.result.Changes() {
		return nil, err
	}
	entry := im.blank()
	entry.Keterangan = im.plan.result.Keterangan(imports.KindPegawai)
	return &parts{
		steps: len(im.plan.steps), entry: entry, judge: im.judge, after: im.after,
		begin: func(w *core.Writer) error { return im.plan.opds.apply(w, im.blank()) },
		step:  func(w *core.Writer, i int) error { return im.plan.applyStep(w, im.plan.steps[i], im.blank()) },
	}, nil
}

func (im *pegawaiImport) judge(w *core.Writer) error {
	over, again := overtaken(&im.Stage, im.plan)
	passes := len(im.plan.nips.wants) > 0 // NIP change hands: a step done anew by itself would take a NIP from whom another step gave it
	if over || passes && len(again) > 0 {
		return errOvertaken
	}
	im.again, im.admin = again, len(w.AdminSIIP())
	if len(im.plan.steps) <= AtOnce {
		im.again = nil // nothing is written yet
	}
	return nil
}

// after runs in the transaction that shows the layer: it does those steps anew whose pegawai others have changed meanwhile, and
// looks whether an Admin SIIP-ASN is left.
func (im *pegawaiImport) after(w *core.Writer) error {
	for _, step := range im.again {
		if err := im.redo(w, step); err != nil {
			return fmt.Errorf("pegawai %d: %w", step.old.ID, err)
		}
	}
	if im.admin > 0 && len(w.AdminSIIP()) == 0 {
		return errLastAdmin
	}
	return nil
}

// redo drops what the layer holds for one pegawai and writes his step anew, on his account and usulan as they are now.
func (im *pegawaiImport) redo(w *core.Writer, step pegawaiStep) error {
	id := step.old.ID
	var all []error
	for _, u := range w.UsulanOf(id) {
		all = append(all, schema.Usulans.Undo(w.Tx, schema.Key(uint64(u.ID))))
	}
	if a, bound := w.AccountOf(id); bound {
		all = append(all, schema.Accounts.Undo(w.Tx, schema.Key(int64(a.ID))))
	}
	if hash := schema.AktivasiPegawai.In(w.Tx).Get(schema.Key(uint64(id))); hash != nil {
		all = append(all, schema.Aktivasis.Undo(w.Tx, append([]byte(nil), hash...)))
	}
	all = append(all, schema.Handovers.Undo(w.Tx, schema.Key(uint64(id))), schema.Pegawais.Undo(w.Tx, schema.Key(uint64(id))))
	for _, kind := range []uint8{schema.JournalUsulan, schema.JournalRest} {
		all = append(all, core.DropEntries(table.Journal(w.Tx), schema.Key(kind, uint64(id))))
	}
	if err := errors.Join(all...); err != nil {
		return err
	}
	return im.plan.applyStep(w, step, im.blank())
}
