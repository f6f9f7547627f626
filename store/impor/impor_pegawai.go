package impor

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// A workbook of pegawai is imported in two steps. The plan is made on a read: it says for every row that makes a difference
// who was known and what he becomes, and what that does to whom. Applying it writes just that.

// pegawaiPlan is an import of pegawai as it is going to be.
type pegawaiPlan struct {
	*reader.Reader
	list        imports.PegawaiImport
	today       kalender.Tanggal
	opds        planOPDs
	steps       []pegawaiStep
	touched     map[flow.PegawaiID]string        // who is named by the file, and by which row
	hp          map[identitas.HP][]imports.Orang // who has a number after it, of those whom the file names
	nips        passing
	fingerprint Fingerprint
	pusat       int // Admin SIIP-ASN who are given, less those who are taken
	result      imports.ImportResult
	dampak      imports.Impact
}

// pegawaiStep is one row that makes a difference. A new pegawai has no ID yet, nor has a new OPD.
type pegawaiStep struct{ old, new flow.Pegawai }

// planPart is how many rows are looked up in one transaction; others may change something between two of them (stage.go).
const planPart = 500

// planPegawai makes the plan; progress is told outside of every transaction. A imports.Objection is why it cannot be done as a
// whole.
func planPegawai(s *core.Store, list imports.PegawaiImport, today kalender.Tanggal, progress Progress) (*pegawaiPlan, error) {
	pl := &pegawaiPlan{list: list, today: today, touched: map[flow.PegawaiID]string{}, hp: map[identitas.HP][]imports.Orang{}, fingerprint: NewFingerprint()}
	pl.opds, pl.nips = planOPDs{known: map[string]flow.OPD{}, count: map[string]int{}}, passingIn(list.Rows)
	if err := pl.on(s, pl.begin); err != nil {
		return nil, err
	}
	for done := 0; done < len(list.Rows); {
		part := list.Rows[done:min(done+planPart, len(list.Rows))]
		if err := pl.on(s, func() error { return pl.rows(part) }); err != nil {
			return nil, err
		}
		done += len(part)
		if err := progress.tell(done, len(list.Rows)); err != nil {
			return nil, err
		}
	}
	return pl, pl.on(s, pl.finish)
}

// on lets a part of the planning look things up in a transaction of its own.
func (pl *pegawaiPlan) on(s *core.Store, part func() error) error {
	return s.Read(func(r *reader.Reader) error {
		pl.Reader, pl.opds.Reader = r, r
		return part()
	})
}

func (pl *pegawaiPlan) begin() error {
	if err := pl.opds.rename(pl.list.Rows); err != nil {
		return err
	}
	for _, g := range pl.opds.renamed {
		pl.fingerprint.Note(g.after.Nama, g.before)
	}
	return nil
}

func (pl *pegawaiPlan) rows(part []imports.BarisPegawai) error {
	for _, row := range part {
		if err := pl.row(row); err != nil {
			return err
		}
	}
	return nil
}

func (pl *pegawaiPlan) finish() error {
	if err := pl.passed(); err != nil {
		return err
	}
	before := len(pl.AdminSIIP())
	pl.result.Wrong, pl.result.Fingerprint = pl.list.Wrong, pl.fingerprint.String()
	pl.reckon(before)
	if pl.pusat < 0 && before+pl.pusat <= 0 {
		return errLastAdmin
	}
	return nil
}

var errLastAdmin = imports.Objection("Berkas ini mencabut Admin SIIP-ASN yang terakhir. Mohon isi kolom Peran dengan Admin SIIP-ASN untuk setidaknya satu orang")

func (pl *pegawaiPlan) row(row imports.BarisPegawai) error {
	if day := row.Status.Sejak; day > pl.today {
		return imports.Objection(fmt.Sprintf("Sel %s: %s Nonaktif sejak %s, tanggal yang belum tiba. Mohon isi tanggal hari ini atau sebelumnya", row.Cell, row.Nama, day.Card()))
	}
	opd := pl.opds.named(row.OPD)
	old, known, err := pl.known(row)
	if err != nil {
		return err
	}
	if known {
		if first, twice := pl.touched[old.ID]; twice {
			return imports.Objection(fmt.Sprintf("Sel %s dan %s menyebut pegawai yang sama (%s). Mohon hapus salah satu barisnya", first, row.Cell, old.Nama))
		}
		pl.touched[old.ID] = row.Cell
	}
	p := row.Onto(old, opd.ID, known && opd.ID != old.OPD, pl.list.Columns, pl.today)
	pl.note(row, old, p, known)
	if p == old {
		pl.result.Same++
		return nil
	}
	pl.fingerprint.Note(row.Cell, old)
	pl.steps = append(pl.steps, pegawaiStep{old, p})
	pl.count(known, old, p)
	return nil
}

// count notes what the row changes.
func (pl *pegawaiPlan) count(known bool, old, p flow.Pegawai) {
	if known {
		pl.result.Changed++
	} else {
		pl.result.New++
	}
	if known && old.OPD != p.OPD {
		pl.result.Moved++
	}
	if p.AdminSIIP && !old.AdminSIIP {
		pl.pusat++
	}
	if old.AdminSIIP && !p.AdminSIIP {
		pl.pusat--
	}
}

// nameNew completes the plan by the ids that those have got who were new.
func (pl *pegawaiPlan) nameNew(r *reader.Reader) {
	for i, who := range pl.dampak.NotAktif {
		p, _ := r.PegawaiByNIP(who.NIP)
		pl.dampak.NotAktif[i].ID = p.ID
	}
}

// applyStep writes one row. What matters for rights stands in the trail, one entry for each pegawai.
func (pl *pegawaiPlan) applyStep(w *core.Writer, step pegawaiStep, blank jejak.Entry) error {
	old, p := step.old, step.new
	p.OPD = pl.opds.id(p.OPD)
	if old.ID == 0 {
		id, err := schema.Pegawais.In(w.Tx).NextSequence()
		if err != nil {
			return err
		}
		p.ID = flow.PegawaiID(id)
	}
	if err := w.PutPegawai(p); err != nil {
		return err
	}
	if changes := importChanges(w, old, p); len(changes) > 0 {
		entry := blank
		entry.Pegawai, entry.Ubah = p.ID, changes
		if err := w.AppendHistory(entry); err != nil {
			return err
		}
	}
	if old.ID != 0 && (old.OPD != p.OPD || old.Jenjang != p.Jenjang) {
		return moveUsulan(w, p, blank)
	}
	return nil
}

// importChanges are those changes of a pegawai that matter for what he may do and who can reach him. Of one who is new it is
// his role.
func importChanges(w *core.Writer, old, p flow.Pegawai) (list []jejak.Perubahan) {
	add := func(kolom, before, after string) {
		if before != after {
			list = append(list, jejak.Perubahan{Kolom: kolom, Sebelum: before, Sesudah: after})
		}
	}
	if old.ID == 0 {
		if p.Admin() {
			add("Peran", "", p.PeranWords())
		}
		return list
	}
	before, _ := w.OPD(old.OPD)
	after, _ := w.OPD(p.OPD)
	if old.OPD != p.OPD {
		add("OPD", before.Nama, after.Nama)
	}
	add("NIP", string(old.NIP), string(p.NIP))
	add("Status", old.StatusWords(), p.StatusWords())
	add("Peran", old.PeranWords(), p.PeranWords())
	if old.HP != p.HP {
		list = append(list, jejak.Perubahan{Kolom: "No HP", Sebelum: old.HP.Masked(), Sesudah: p.HP.Masked()})
	}
	return list
}

// moveUsulan lets the usulan of a pegawai follow him, as long as they are not decided.
func moveUsulan(w *core.Writer, p flow.Pegawai, blank jejak.Entry) error {
	for _, u := range w.UsulanOf(p.ID) {
		moved, follows := p.Membawa(u)
		if !follows {
			continue
		}
		before, _ := w.OPD(u.OPD)
		after, _ := w.OPD(p.OPD)
		entry := blank
		entry.Usulan, entry.Pegawai, entry.Dari, entry.Ke = u.ID, p.ID, u.Status, u.Status
		if u.OPD != p.OPD {
			entry.Ubah = []jejak.Perubahan{{Kolom: "OPD", Sebelum: before.Nama, Sesudah: after.Nama}}
		}
		if err := w.SaveUsulan(moved); err != nil {
			return err
		}
		if err := w.AppendHistory(entry); err != nil {
			return err
		}
	}
	return nil
}
