package store

import "siip-asn/flow"

// pegawaiImport is an import under way.
type pegawaiImport struct {
	*writer
	dryRun bool
	kolom  flow.KolomPegawai
	blank  flow.Entry            // of the trail
	opds   map[string]flow.OPDID // by the key of the name: most rows name an OPD that was just looked up
	sidik  sidik
	pusat  int // Admin SIIP-ASN who are given by the rows, less those who are taken
	result flow.HasilImpor
}

func (im *pegawaiImport) row(row flow.BarisPegawai) error {
	opd, err := im.opd(row.OPD)
	if err != nil {
		return err
	}
	old, known := im.PegawaiByNIP(row.NIP)
	p := row.Onto(old, opd, im.kolom)
	if p == old {
		im.result.Sama++
		return nil
	}
	im.sidik.note(row.Sel, old)
	im.count(known, old, p)
	switch {
	case im.dryRun:
		return nil
	case known:
		return im.change(old, p)
	default:
		return im.add(p)
	}
}

// count notes what the row changes.
func (im *pegawaiImport) count(known bool, old, p flow.Pegawai) {
	if known {
		im.result.Berubah++
	} else {
		im.result.Baru++
	}
	if known && old.OPD != p.OPD {
		im.result.Pindah++
	}
	if p.AdminSIIP && !old.AdminSIIP {
		im.pusat++
	}
	if old.AdminSIIP && !p.AdminSIIP {
		im.pusat--
	}
}

// opd finds an OPD by its name, or makes it.
func (im *pegawaiImport) opd(nama string) (flow.OPDID, error) {
	k := flow.Key(nama)
	if id, known := im.opds[k]; known {
		return id, nil
	}
	o, found := im.OPDByName(nama)
	if !found && im.dryRun {
		o.ID = flow.OPDID(1<<63) + flow.OPDID(len(im.opds)) // no OPD has such an id
	} else if !found {
		id, err := opds.In(im.tx).NextSequence()
		if err != nil {
			return 0, err
		}
		o = flow.OPD{ID: flow.OPDID(id), Nama: nama}
		if err := opds.Put(im.tx, o); err != nil {
			return 0, err
		}
	}
	im.opds[k] = o.ID
	return o.ID, nil
}

func (im *pegawaiImport) add(p flow.Pegawai) error {
	id, err := pegawais.In(im.tx).NextSequence()
	if err != nil {
		return err
	}
	p.ID = flow.PegawaiID(id)
	return im.putPegawai(p)
}

// change writes a pegawai who is different now. What matters for rights stands in the trail, one entry each.
func (im *pegawaiImport) change(old, p flow.Pegawai) error {
	if err := im.putPegawai(p); err != nil {
		return err
	}
	changes := im.changes(old, p)
	if len(changes) > 0 {
		entry := im.blank
		entry.Pegawai, entry.Ubah = p.ID, changes
		if err := im.appendHistory(entry); err != nil {
			return err
		}
	}
	if old.OPD != p.OPD || old.Jenjang != p.Jenjang {
		return im.moveUsulan(p)
	}
	return nil
}

func (im *pegawaiImport) changes(old, p flow.Pegawai) []flow.Perubahan {
	var list []flow.Perubahan
	if old.OPD != p.OPD {
		before, _ := im.OPD(old.OPD)
		after, _ := im.OPD(p.OPD)
		list = append(list, flow.Perubahan{Kolom: "OPD", Sebelum: before.Nama, Sesudah: after.Nama})
	}
	if before, after := old.PeranWords(), p.PeranWords(); before != after {
		list = append(list, flow.Perubahan{Kolom: "Peran", Sebelum: before, Sesudah: after})
	}
	return list
}

// moveUsulan lets the usulan of a pegawai follow him, as long as they are not decided.
func (im *pegawaiImport) moveUsulan(p flow.Pegawai) error {
	for _, u := range im.UsulanOf(p.ID) {
		moved, follows := p.Membawa(u)
		if !follows {
			continue
		}
		before, _ := im.OPD(u.OPD)
		after, _ := im.OPD(p.OPD)
		entry := im.blank
		entry.Usulan, entry.Pegawai, entry.Dari, entry.Ke = u.ID, p.ID, u.Status, u.Status
		if u.OPD != p.OPD {
			entry.Ubah = []flow.Perubahan{{Kolom: "OPD", Sebelum: before.Nama, Sesudah: after.Nama}}
		}
		if err := im.saveUsulan(moved); err != nil {
			return err
		}
		if err := im.appendHistory(entry); err != nil {
			return err
		}
	}
	return nil
}
