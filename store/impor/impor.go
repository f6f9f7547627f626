package impor

import (
	"fmt"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/store/core"
	"siip-asn/store/reader"
)

// Progress is told how much of a long work is done. Its error ends the work, and then nothing of it was done.
type Progress func(done, all int) error

// Pegawai brings the master data of pegawai up to the workbook. It is atomic: all of it or nothing, at one instant, also when the
// process is killed meanwhile. With dryRun it only counts and says what it would do to whom. A large file is written in short
// transactions into a layer that nobody sees before it is complete (reader/stage.go), so that nobody waits for it. progress is
// called outside of every transaction. The last Admin SIIP-ASN is not taken away.
func Pegawai(s *core.Store, list imports.PegawaiImport, by imports.Actor, at time.Time, dryRun bool, progress Progress) (imports.ImportResult, error) {
	s.RefuseReentry()
	if dryRun {
		plan, err := planPegawai(s, list, today(s, at), progress)
		if err == nil {
			err = Agreed(plan.result, by)
		}
		return plan.outcome(), err
	}
	im := pegawaiImport{Store: s, list: list, by: by, at: at}
	return im.run(progress)
}

// outcome is what the plan comes to; nothing while there is none.
func (pl *pegawaiPlan) outcome() imports.ImportResult {
	if pl == nil {
		return imports.ImportResult{}
	}
	return pl.result
}

// Panduan brings the panduan up to the workbook, in one transaction. Entries that the workbook does not name stay.
func Panduan(s *core.Store, list []imports.BarisPanduan, by imports.Actor, at time.Time, dryRun bool) (imports.ImportResult, error) {
	var result imports.ImportResult
	err := Importing(s, by, dryRun, func(w *core.Writer) error {
		im := panduanImport{Writer: w, dryRun: dryRun, blank: ImportEntry(by, at), fingerprint: NewFingerprint()}
		for _, row := range list {
			if err := im.row(row); err != nil {
				return fmt.Errorf("%s: %w", row.Cell, err)
			}
		}
		im.result.Fingerprint = im.fingerprint.String()
		result = im.result
		return Closing(w, im.blank, imports.KindPanduan, im.result, by, dryRun)
	})
	return result, err
}

// ImportEntry is an entry of the trail by whoever imports.
func ImportEntry(by imports.Actor, at time.Time) jejak.Entry {
	return jejak.Entry{At: at, Oleh: by.ID, OlehNama: by.Nama, Peran: by.Peran, Aksi: flow.Impor}
}

// Closing writes an import as a whole into the trail, if it is what was agreed to. One that makes no difference is what was
// agreed to (it has been applied already, and the answer to that was lost), and leaves no entry.
func Closing(w *core.Writer, entry jejak.Entry, what imports.Kind, r imports.ImportResult, by imports.Actor, dryRun bool) error {
	if err := Agreed(r, by); err != nil || dryRun || !r.Changes() {
		return err
	}
	entry.Keterangan = r.Keterangan(what)
	return w.AppendHistory(entry)
}

// Agreed looks whether an import is what was agreed to.
func Agreed(r imports.ImportResult, by imports.Actor) error {
	if by.Agreed != "" && by.Agreed != r.Fingerprint && r.Changes() {
		return imports.ErrChanged
	}
	return nil
}

// today is the day of an instant where the office is.
func today(s *core.Store, at time.Time) kalender.Tanggal {
	if zone := s.Options.Aturan.Zona; zone != nil {
		at = at.In(zone)
	}
	return kalender.TanggalOf(at)
}

// Importing works in a transaction that others wait for only when something is to be written. Whoever brings it in is judged
// in the same transaction.
func Importing(s *core.Store, by imports.Actor, dryRun bool, work func(*core.Writer) error) error {
	if dryRun {
		return s.Read(func(r *reader.Reader) error { return work(&core.Writer{Reader: r, Options: s.Options}) })
	}
	return s.Waking(func(w *core.Writer) error {
		if err := core.MayImport(w.Reader, by); err != nil {
			return err
		}
		return work(w)
	})
}

func (p Progress) tell(done, all int) error {
	if p != nil && (done%500 == 0 || done == all) {
		return p(done, all)
	}
	return nil
}
