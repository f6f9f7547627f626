package impor

import (
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/flow/spelling"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// note sees what the row does to whom.
func (pl *pegawaiPlan) note(row imports.BarisPegawai, old, p flow.Pegawai, known bool) {
	who := pl.orang(p)
	pl.roles(row, old, p, who)
	if p.HP != "" && p.Aktif() {
		pl.hp[p.HP] = append(pl.hp[p.HP], who)
	}
	if row.Kedudukan != "" && p.Aktif() {
		who.Keterangan = row.Kedudukan
		pl.dampak.NotAktif = append(pl.dampak.NotAktif, who)
		who.Keterangan = ""
	}
	switch {
	case !known && changesNIP(row):
		who.Keterangan = "NIP Lama " + row.NIPLama.Masked()
		pl.dampak.UnknownOld = append(pl.dampak.UnknownOld, who)
		return
	case !known:
		pl.twin(row, who)
		return
	case old.Aktif() && !p.Aktif():
		who.Keterangan = string(p.Nonaktif.Sebab)
		pl.dampak.Nonaktif = append(pl.dampak.Nonaktif, who)
	case !old.Aktif() && p.Aktif():
		pl.dampak.Back = append(pl.dampak.Back, who)
	}
	if old.NIP != p.NIP {
		who.Keterangan = old.NIP.Masked() + " → " + p.NIP.Masked()
		pl.dampak.NIPChanged = append(pl.dampak.NIPChanged, who)
	}
}

func (pl *pegawaiPlan) orang(p flow.Pegawai) imports.Orang {
	return imports.Orang{ID: p.ID, NIP: p.NIP, Nama: p.Nama, OPD: pl.opds.name(p.OPD)}
}

// roles sees which roles somebody gets or loses. Admin OPD of another OPD is another role.
func (pl *pegawaiPlan) roles(row imports.BarisPegawai, old, p flow.Pegawai, who imports.Orang) {
	why := ""
	switch {
	case old.Aktif() && !p.Aktif():
		why = "Nonaktif"
	case old.ID != 0 && old.OPD != p.OPD:
		why = "pindah OPD"
	}
	if old.AdminSIIP != p.AdminSIIP {
		pl.role(p.AdminSIIP, imports.PeranChange{Orang: who, Peran: flow.AdminSIIP}, why)
	}
	moved := old.OPD != p.OPD
	if old.AdminOPD && (!p.AdminOPD || moved) {
		lost := imports.PeranChange{Orang: who, Peran: flow.AdminOPD}
		lost.OPD = pl.opds.name(old.OPD)
		pl.role(false, lost, why)
	}
	if p.AdminOPD && (!old.AdminOPD || moved) {
		pl.role(true, imports.PeranChange{Orang: who, Peran: flow.AdminOPD}, why)
	}
}

func (pl *pegawaiPlan) role(given bool, u imports.PeranChange, why string) {
	if given {
		pl.dampak.Granted = append(pl.dampak.Granted, u)
		return
	}
	u.Sebab = why
	pl.dampak.Withdrawn = append(pl.dampak.Withdrawn, u)
}

// twin looks whether somebody who would be new is known under another NIP: the same name, and the same day of birth or the
// same number.
func (pl *pegawaiPlan) twin(row imports.BarisPegawai, who imports.Orang) {
	name := nameKey(row.Nama)
	found := func(p flow.Pegawai, why string) bool {
		if nameKey(p.Nama) != name {
			return false
		}
		pl.dampak.Twins = append(pl.dampak.Twins, imports.Twin{Cell: row.Cell, New: who, Old: pl.orang(p), Sebab: why})
		return true
	}
	for _, p := range pl.PegawaiByHP(row.HP) {
		if found(p, "nama dan nomor HP sama") {
			return
		}
	}
	for _, p := range pl.bornWith(row.NIP) {
		if found(p, "nama dan tanggal lahir sama") {
			return
		}
	}
}

// bornWith lists the pegawai with the same day of birth: the first eight digits of a NIP are that.
func (pl *pegawaiPlan) bornWith(nip identitas.NIP) (list []flow.Pegawai) {
	var ids []uint64
	schema.PegawaiNIP.Scan(pl.Tx, []byte(nip[:8]), func(_, v []byte) bool {
		ids = append(ids, table.Number(v))
		return true
	})
	for _, id := range ids {
		if p, found := pl.Pegawai(flow.PegawaiID(id)); found {
			list = append(list, p)
		}
	}
	return list
}

// nameKey is a name without its gelar, as it is compared.
func nameKey(nama string) string {
	nama, _, _ = strings.Cut(nama, ",")
	words := slices.DeleteFunc(strings.Fields(spelling.Fold(nama)), func(w string) bool {
		return strings.HasSuffix(w, ".") || slices.Contains([]string{"dr", "drs", "dra", "ir", "h", "hj", "prof", "drg"}, w)
	})
	return strings.Join(words, "")
}

// reckon sees what shows only when all rows are known.
func (pl *pegawaiPlan) reckon(admins int) {
	d := &pl.dampak
	d.AdminSIIP = admins + pl.pusat
	var known []string
	for _, o := range pl.OPDs() {
		known = append(known, o.Nama)
	}
	d.HadOPD = len(known) > 0
	for i, o := range pl.opds.fresh {
		baru := imports.NewOPD{Nama: o.Nama, Pegawai: pl.opds.count[spelling.Key(o.Nama)]}
		if i < nearestMax {
			baru.Near = judul.NearOPD(o.Nama, known)
		}
		d.NewOPD = append(d.NewOPD, baru)
	}
	for _, g := range pl.opds.renamed {
		d.RenamedOPD = append(d.RenamedOPD, jejak.Perubahan{Kolom: "Nama OPD", Sebelum: g.before.Nama, Sesudah: g.after.Nama})
	}
	pl.shared()
	pl.missing()
	pl.result.Impact = d
}

// nearestMax is for how many new OPD the nearest known one is looked for: with more of them the file is read wrongly.
const nearestMax = 200

// shared finds the numbers that more than one pegawai have.
func (pl *pegawaiPlan) shared() {
	for hp, list := range pl.hp {
		for _, p := range pl.PegawaiByHP(hp) {
			if _, named := pl.touched[p.ID]; !named && p.Aktif() {
				list = append(list, pl.orang(p))
			}
		}
		if len(list) < 2 {
			continue
		}
		h := imports.SharedHP{HP: hp}
		for _, who := range list {
			h.Nama = append(h.Nama, who.Nama)
		}
		pl.dampak.SharedHP = append(pl.dampak.SharedHP, h)
	}
	slices.SortFunc(pl.dampak.SharedHP, func(a, b imports.SharedHP) int { return strings.Compare(string(a.HP), string(b.HP)) })
}

// missing finds who is Aktif in an OPD that the file names, and not in the file. A file of one OPD says nothing about others.
func (pl *pegawaiPlan) missing() {
	seen := map[flow.OPDID]bool{}
	for _, row := range pl.list.Rows {
		o := pl.opds.known[spelling.Key(row.OPD)]
		if o.ID >= freshOPD || seen[o.ID] {
			continue
		}
		seen[o.ID] = true
		for _, p := range pl.PegawaiOf(o.ID) {
			if _, named := pl.touched[p.ID]; !named && p.Aktif() {
				pl.dampak.Missing = append(pl.dampak.Missing, pl.orang(p))
			}
		}
	}
}
