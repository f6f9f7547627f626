package store

import "siip-asn/flow"

// panduanImport is an import of the panduan under way.
type panduanImport struct {
	*writer
	blank  flow.Entry // of the trail
	sidik  sidik
	result flow.HasilImpor
}

// row makes an entry what the row says. One that was retired is brought back by being named.
func (im *panduanImport) row(row flow.BarisPanduan) error {
	old, known := lookUpBy(im.Reader, panduans, "panduan.nama", key(flow.JudulKey(row.Nama)))
	p := flow.Panduan{ID: old.ID, Nama: row.Nama, Kompetensi: row.Kompetensi, Sasaran: row.Sasaran}
	if row.TanpaSasaran {
		p.Sasaran = old.Sasaran
	}
	if p.Same(old) {
		im.result.Sama++
		return nil
	}
	im.sidik.note(row.Sel, old)
	if known {
		im.result.Berubah++
		return im.save(old, p)
	}
	im.result.Baru++
	id, err := im.tx.Bucket([]byte(panduans.name)).NextSequence()
	if err != nil {
		return err
	}
	p.ID = flow.PanduanID(id)
	return im.save(old, p)
}

// save keeps an entry, and writes the change into the trail.
func (im *panduanImport) save(old, p flow.Panduan) error {
	change := flow.Perubahan{Kolom: "Panduan", Sesudah: p.Words()}
	if old.ID != 0 {
		change.Sebelum = old.Words()
	}
	entry := im.blank
	entry.Ubah = []flow.Perubahan{change}
	if err := im.appendHistory(entry); err != nil {
		return err
	}
	return panduans.put(im.tx, p)
}
