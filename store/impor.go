package store

import (
	"fmt"
	"time"

	"siip-asn/flow"
)

// Progress is told how much of a long work is done. Its error ends the work, and then nothing of it was done.
type Progress func(done, all int) error

// ImportPegawai brings the master data of pegawai up to the workbook: all of it or nothing, at one instant, also when the
// process is killed meanwhile. With dryRun it only counts and says what it would do to whom. Nobody has to wait for it: what
// is much is written in parts that nobody sees before they are all there (stage.go). progress is told outside of every
// transaction. The last Admin SIIP-ASN is not taken away.
func (s *Store) ImportPegawai(list flow.ImporPegawai, by flow.Pelaku, at time.Time, dryRun bool, progress Progress) (flow.HasilImpor, error) {
	s.refuseReentry()
	if dryRun {
		plan, err := s.planPegawai(list, s.today(at), progress)
		if err == nil {
			err = agreed(plan.result, by)
		}
		return plan.outcome(), err
	}
	im := pegawaiImport{Store: s, list: list, by: by, at: at}
	return im.run(progress)
}

// outcome is what the plan comes to; nothing while there is none.
func (pl *pegawaiPlan) outcome() flow.HasilImpor {
	if pl == nil {
		return flow.HasilImpor{}
	}
	return pl.result
}

// ImportPanduan brings the panduan up to the workbook, in one transaction. Entries that the workbook does not name stay.
func (s *Store) ImportPanduan(list []flow.BarisPanduan, by flow.Pelaku, at time.Time, dryRun bool) (flow.HasilImpor, error) {
	var result flow.HasilImpor
	err := s.importing(by, dryRun, func(w *writer) error {
		im := panduanImport{writer: w, dryRun: dryRun, blank: importEntry(by, at), sidik: newSidik()}
		for _, row := range list {
			if err := im.row(row); err != nil {
				return fmt.Errorf("%s: %w", row.Sel, err)
			}
		}
		im.result.Sidik = im.sidik.String()
		result = im.result
		return w.closing(im.blank, flow.BerkasPanduan, im.result, by, dryRun)
	})
	return result, err
}

// importEntry is an entry of the trail by whoever imports.
func importEntry(by flow.Pelaku, at time.Time) flow.Entry {
	return flow.Entry{At: at, Oleh: by.ID, OlehNama: by.Nama, Peran: by.Peran, Aksi: flow.Impor}
}

// closing writes an import as a whole into the trail, if it is what was agreed to. One that makes no difference is: it
// has been applied already, and the answer to that was lost.
func (w *writer) closing(entry flow.Entry, what flow.JenisBerkas, r flow.HasilImpor, by flow.Pelaku, dryRun bool) error {
	if err := agreed(r, by); err != nil || dryRun {
		return err
	}
	entry.Keterangan = r.Keterangan(what)
	return w.appendHistory(entry)
}

// agreed looks whether an import is what was agreed to.
func agreed(r flow.HasilImpor, by flow.Pelaku) error {
	if by.Setuju != "" && by.Setuju != r.Sidik && r.Changes() {
		return flow.ErrBerubah
	}
	return nil
}

// today is the day of an instant where the office is.
func (s *Store) today(at time.Time) flow.Tanggal {
	if zone := s.options.Aturan.Zona; zone != nil {
		at = at.In(zone)
	}
	return flow.TanggalOf(at)
}

// importing works in a transaction that others wait for only when something is to be written. Whoever brings it in is judged
// in the same transaction.
func (s *Store) importing(by flow.Pelaku, dryRun bool, work func(*writer) error) error {
	if dryRun {
		return s.Read(func(r *Reader) error { return work(&writer{Reader: r, options: s.options}) })
	}
	return s.waking(func(w *writer) error {
		if err := w.mayImport(by); err != nil {
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
