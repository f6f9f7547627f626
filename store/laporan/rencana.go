package laporan

import (
	"fmt"
	"strings"
	"time"

	"siip-asn/flow/hitung"
	"siip-asn/flow/imports"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/flow/rencana"
	"siip-asn/store/core"
	"siip-asn/store/impor"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// ImportRencana keeps the plan that a workbook brings, all rows or none. A row must be of a diklat that somebody wants in
// its periode, under the name that it has: what was renamed or added by hand is refused by its cell.
func ImportRencana(s *core.Store, list []rencana.Filled, by imports.Actor, at time.Time, dryRun bool) (imports.ImportResult, error) {
	known := map[kalender.Periode][]hitung.Baris{}
	for _, m := range list {
		if _, seen := known[m.Periode]; seen {
			continue
		}
		rows, err := Data(s, m.Periode)
		if err != nil {
			return imports.ImportResult{}, err
		}
		known[m.Periode] = hitung.New(s.Options.Aturan, hitung.Input{Periode: m.Periode, Baris: rows}).Diklat
	}
	var result imports.ImportResult
	err := impor.Importing(s, by, dryRun, func(w *core.Writer) error {
		p := rencanaPlan{Reader: w.Reader, known: known, fingerprint: impor.NewFingerprint()}
		changed := p.rows(list)
		result = p.result()
		if err := impor.Agreed(result, by); err != nil || dryRun || len(p.refused) > 0 {
			return err
		}
		for _, b := range changed {
			if err := schema.Rencanas.Put(w.Tx, b); err != nil {
				return err
			}
		}
		return impor.Closing(w, impor.ImportEntry(by, at), imports.KindRencana, result, by, dryRun)
	})
	return result, err
}

// rencanaPlan is what the import of a plan is going to do.
type rencanaPlan struct {
	*reader.Reader
	known       map[kalender.Periode][]hitung.Baris
	fingerprint impor.Fingerprint
	counts      imports.ImportResult
	refused     []imports.Fault
}

func (p *rencanaPlan) result() imports.ImportResult {
	r := p.counts
	r.Fingerprint = p.fingerprint.String()
	r.Wrong = len(p.refused)
	if len(p.refused) > 0 {
		r.Impact = &imports.Impact{Refused: p.refused}
	}
	return r
}

// rows are those that say something else than what is kept.
func (p *rencanaPlan) rows(list []rencana.Filled) (changed []rencana.Baris) {
	for _, m := range list {
		b := m.Baris
		kunci, why := p.find(m)
		if why != "" {
			sheet, cell, _ := strings.Cut(m.Cell, "!")
			p.refused = append(p.refused, imports.Fault{Sheet: sheet, Cell: cell, Reason: why})
			continue
		}
		b.Kunci = kunci
		old, kept := reader.LookUp(p.Reader, schema.Rencanas, schema.Rencanas.Key(b))
		switch {
		case !kept && b == (rencana.Baris{Periode: b.Periode, Kunci: b.Kunci}): // nobody has typed anything
			p.counts.Same++
			continue
		case !kept:
			p.counts.New++
		case old == b:
			p.counts.Same++
			continue
		default:
			p.counts.Changed++
		}
		p.fingerprint.Note(fmt.Sprintf("%+v", b), old)
		changed = append(changed, b)
	}
	return changed
}

// find is the key of the diklat of a row, or why there is none.
func (p *rencanaPlan) find(m rencana.Filled) (kunci, why string) {
	var near hitung.Baris
	for _, d := range p.known[m.Periode] {
		same := judul.Key(d.Nama) == judul.Key(m.Diklat)
		switch {
		case d.Peminat() == 0:
		case d.Key == m.Kode && same, m.Kode == "" && same:
			return d.Key, ""
		case d.Key == m.Kode, same:
			near = d
		}
	}
	switch {
	case near.Nama == "":
		return "", fmt.Sprintf("Diklat ini tidak ada pada rekap periode %s; mohon hapus barisnya.", m.Periode)
	case near.Key == m.Kode:
		return "", fmt.Sprintf("Diklat ini bernama %q pada rekap; mohon kembalikan namanya.", near.Nama)
	}
	return "", fmt.Sprintf("Kode pada baris ini bukan kode %q; mohon unduh rencana yang baru.", near.Nama)
}
