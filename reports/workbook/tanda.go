package workbook

import "siip-asn/flow/cetakan"

// Sign lets each sheet of the workbook name its code at the foot, and adds the sheet Keaslian with the QR behind the
// others when it is written. Without a code nothing is added. It says who made the workbook, too.
func (b *Book) Sign(instansi string, t cetakan.Tanda) {
	b.instansi, b.tanda = instansi, t
}

// signed is how a sheet prints with the code of the workbook.
func (b *Book) signed(p Page) Page {
	if b.tanda.Kode != "" {
		p.Kode = "Kode " + b.tanda.Kode
	}
	return p
}

const keaslianSheet = "Keaslian"

// keaslian is the sheet that leads to where the workbook can be checked.
func (b *Book) keaslian() error {
	if b.tanda.Kode == "" {
		return nil
	}
	return b.Free(keaslianSheet, func(s *Free) error {
		s.Widths(4, 70)
		s.Page(Page{Portrait: true, One: true, Foot: b.instansi})
		s.Text(Title, "KEASLIAN BERKAS", 24)
		s.Row(Bare, "", "Kode berkas ini: "+b.tanda.Kode)
		s.Row(Bare, "", "Untuk memeriksa apakah data berubah sejak berkas ini dibuat, pindai kode QR di bawah ini, buka tautannya, atau kirim "+b.tanda.Perintah()+" kepada bot SIIP-ASN.")
		s.Row(Bare, "", b.tanda.Link)
		if anchor := b.tanda.Anchor.Short(); anchor != "" {
			s.Row(Bare, "", "Jangkar jejak "+anchor)
		}
		s.Skip(1)
		if len(b.tanda.PNG) > 0 {
			s.Picture(b.tanda.PNG, 0.4, "Kode QR "+b.tanda.Link, 14)
		}
		return s.Err()
	})
}
