package impor

import (
	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/store/core"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// panduanImport is an import of the panduan under way.
type panduanImport struct {
	*core.Writer
	dryRun      bool
	blank       jejak.Entry // of the trail
	fingerprint Fingerprint
	result      imports.ImportResult
}

// row makes an entry what the row says. One that was retired is brought back by being named.
func (im *panduanImport) row(row imports.BarisPanduan) error {
	old, known := reader.LookUpBy(im.Reader, schema.Panduans, schema.PanduanNama, schema.Key(judul.Key(row.Nama)))
	p := flow.Panduan{ID: old.ID, Nama: row.Nama, Kompetensi: row.Kompetensi, Sasaran: row.Sasaran}
	if row.TanpaSasaran {
		p.Sasaran = old.Sasaran
	}
	if p.Same(old) {
		im.result.Same++
		return nil
	}
	im.fingerprint.Note(row.Cell, old)
	if known {
		im.result.Changed++
	} else {
		im.result.New++
	}
	if im.dryRun {
		return nil
	}
	return im.save(old, p)
}

// save keeps an entry, and writes the change into the trail.
func (im *panduanImport) save(old, p flow.Panduan) error {
	change := jejak.Perubahan{Kolom: "Panduan", Sesudah: p.Words()}
	if p.ID != 0 {
		change.Sebelum = old.Words()
	} else if err := im.number(&p); err != nil {
		return err
	}
	entry := im.blank
	entry.Ubah = []jejak.Perubahan{change}
	if err := im.AppendHistory(entry); err != nil {
		return err
	}
	return schema.Panduans.Put(im.Tx, p)
}

// number gives a new entry its place at the end of the list.
func (im *panduanImport) number(p *flow.Panduan) error {
	id, err := schema.Panduans.In(im.Tx).NextSequence()
	p.ID = flow.PanduanID(id)
	return err
}
