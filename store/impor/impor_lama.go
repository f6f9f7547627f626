package impor

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// What the office has from before is brought in once: rows that are there already make no difference, and nobody is told.

// Usulan brings in usulan of the web application: all of them or nothing, in the manner of ImportPegawai. They are
// marked, stand in the trail, and count in their periode. A row whose pegawai is not known, or has another usulan in that
// periode, is refused (Impact.Refused), and then nothing is written.
func Usulan(s *core.Store, list []imports.BarisUsulan, by imports.Actor, at time.Time, dryRun bool, progress Progress) (imports.ImportResult, error) {
	return importOld(s, by, dryRun, progress, func(r *reader.Reader) (*parts, imports.ImportResult) {
		plan := oldPlan{Reader: r, today: today(s, at), fingerprint: NewFingerprint()}
		fresh, entry := plan.usulan(list, at), ImportEntry(by, at)
		result := plan.done()
		p := &parts{
			steps: len(fresh), entry: entry,
			judge: func(*core.Writer) error { return overtakenUsulan(&s.Stage, fresh) },
			step:  func(w *core.Writer, i int) error { return importUsulan(w, fresh[i], entry) },
		}
		p.entry.Keterangan = result.Keterangan(imports.KindUsulan)
		return p, result
	})
}

// importUsulan writes one of them, with the next number.
func importUsulan(w *core.Writer, u flow.Usulan, entry jejak.Entry) error {
	u.ID = flow.UsulanID(schema.Usulans.In(w.Tx).Sequence() + 1)
	if err := w.SaveUsulan(u); err != nil {
		return err
	}
	entry.Usulan, entry.Pegawai, entry.Ke = u.ID, u.Pegawai, u.Status
	entry.Keterangan = "Dari aplikasi web, diusulkan " + u.TanggalUsul.List()
	return w.AppendHistory(entry)
}

// Riwayat brings in diklat that were taken before, in the manner of ImportUsulan. The same diklat of the same year is
// one record; what the row says of it is taken over.
func Riwayat(s *core.Store, list []imports.BarisRiwayat, by imports.Actor, at time.Time, dryRun bool, progress Progress) (imports.ImportResult, error) {
	return importOld(s, by, dryRun, progress, func(r *reader.Reader) (*parts, imports.ImportResult) {
		plan := oldPlan{Reader: r, today: today(s, at), fingerprint: NewFingerprint()}
		changed := plan.riwayat(list)
		result := plan.done()
		p := &parts{
			steps: len(changed), entry: ImportEntry(by, at),
			judge: func(*core.Writer) error { return nil },
			step:  func(w *core.Writer, i int) error { return schema.Riwayats.Put(w.Tx, changed[i]) },
		}
		p.entry.Keterangan = result.Keterangan(imports.KindRiwayat)
		return p, result
	})
}

// importOld plans, and writes the plan when it is what was agreed to and no row is refused.
func importOld(s *core.Store, by imports.Actor, dryRun bool, progress Progress, plan func(*reader.Reader) (*parts, imports.ImportResult)) (result imports.ImportResult, err error) {
	s.RefuseReentry()
	look := func() (p *parts, err error) {
		err = s.Read(func(r *reader.Reader) error {
			p, result = plan(r)
			return Agreed(result, by)
		})
		if err != nil || dryRun || len(result.Impact.Refused) > 0 || !result.Changes() {
			return nil, err
		}
		return p, nil
	}
	if dryRun {
		_, err = look()
	} else {
		err = prepared(s, by, look, progress)
	}
	return result, err
}

// oldPlan is what an import of old data is going to do.
type oldPlan struct {
	*reader.Reader
	today       kalender.Tanggal
	fingerprint Fingerprint
	result      imports.ImportResult
	dampak      imports.Impact
}

func (p *oldPlan) done() imports.ImportResult {
	p.result.Fingerprint, p.result.Impact = p.fingerprint.String(), &p.dampak
	p.result.Wrong = len(p.dampak.Refused)
	return p.result
}

// refuse notes a row that cannot be brought in. Sel is "Sheet!A5".
func (p *oldPlan) refuse(cell, form string, args ...any) {
	at := strings.LastIndexByte(cell, '!')
	p.dampak.Refused = append(p.dampak.Refused, imports.Fault{Sheet: cell[:max(at, 0)], Cell: cell[at+1:], Reason: fmt.Sprintf(form, args...)})
}

// known finds whose row it is.
func (p *oldPlan) known(nip identitas.NIP, cell string) (flow.Pegawai, bool) {
	who, found := p.PegawaiByNIP(nip)
	if !found {
		p.refuse(cell, "NIP %s belum ada di data pegawai; impor dahulu data pegawainya, atau hapus baris ini.", nip)
	}
	return who, found
}

// usulan makes the usulan that are not there yet, oldest first: their numbers go on in that order.
func (p *oldPlan) usulan(list []imports.BarisUsulan, at time.Time) (fresh []flow.Usulan) {
	panduan := map[string]flow.PanduanID{}
	for _, entry := range p.Katalog() {
		panduan[judul.Key(entry.Nama)] = entry.ID
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b imports.BarisUsulan) int { return strings.Compare(string(a.Tanggal), string(b.Tanggal)) })
	for _, row := range list {
		who, found := p.known(row.NIP, row.Cell)
		switch {
		case !found:
			continue
		case row.Tanggal > p.today:
			p.refuse(row.Cell, "Tanggal Usulan %s belum tiba; mohon periksa tahunnya.", row.Tanggal.List())
			continue
		}
		u := p.made(row, who, panduan[judul.Key(row.Judul)], at)
		switch other, taken := p.inPlace(u); {
		case !taken:
			p.result.New++
			p.fingerprint.Note(row.Cell, u.TanggalUsul)
			fresh = append(fresh, u)
		case other.TanggalUsul == u.TanggalUsul && p.title(other) == p.title(u):
			p.result.Same++
		default:
			p.refuse(row.Cell, "%s sudah mempunyai usulan No. %d (%s) pada periode %s; hapus baris ini.", who.Nama, other.ID, other.Status, other.Periode())
		}
	}
	return fresh
}

// made is the usulan of a row. One that waits for somebody does so from now on: nobody was asked before.
func (p *oldPlan) made(row imports.BarisUsulan, who flow.Pegawai, panduan flow.PanduanID, at time.Time) flow.Usulan {
	u := flow.Usulan{
		Versi: 1, Pegawai: who.ID, Pembuat: who.ID, OPD: who.OPD, Jenjang: who.Jenjang, Panduan: panduan, Rekomendasi: row.Rekomendasi,
		TanggalUsul: row.Tanggal, Status: row.Status, Sejak: at, OlehPeran: flow.Sistem, Impor: true,
	}
	if panduan == 0 {
		u.Judul = row.Judul
	}
	if row.Status.Record().Tunggu == flow.Tanpa {
		u.Sejak = row.Tanggal.Time().Add(5 * time.Hour) // noon in WIB
	}
	if opd, known := p.OPDByName(row.OPD); known && row.Status.Record().Tetap {
		u.OPD = opd.ID
	}
	return u
}

// inPlace finds the living usulan of the same pegawai in the same periode.
func (p *oldPlan) inPlace(u flow.Usulan) (flow.Usulan, bool) {
	for _, other := range p.UsulanOf(u.Pegawai) {
		if other.Status != flow.Dihapus && other.Periode() == u.Periode() {
			return other, true
		}
	}
	return flow.Usulan{}, false
}

// title is what is compared of two usulan: what was typed, or the entry of the panduan.
func (p *oldPlan) title(u flow.Usulan) string {
	if u.Manual() {
		return judul.Key(u.Judul)
	}
	entry, _ := p.Panduan(u.Panduan)
	return judul.Key(entry.Nama)
}

// riwayat makes the records that are not there yet, or are something else now.
func (p *oldPlan) riwayat(list []imports.BarisRiwayat) (changed []imports.Riwayat) {
	for _, row := range list {
		who, found := p.known(row.NIP, row.Cell)
		if !found {
			continue
		}
		r := row.Of(who.ID)
		old, known := reader.LookUp(p.Reader, schema.Riwayats, schema.Riwayats.Key(r))
		switch {
		case known && old == r:
			p.result.Same++
			continue
		case known:
			p.result.Changed++
		default:
			p.result.New++
		}
		p.fingerprint.Note(row.Cell, old)
		changed = append(changed, r)
	}
	return changed
}
