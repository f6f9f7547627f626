package office

import (
	"crypto/rand"

	"siip-asn/bot"
	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/dialog"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan"
	"siip-asn/reports/paper"
	"siip-asn/store"
)

// begin notes where the trail is before the data of a print are read: what changes while it is made counts as changed.
func (o renderer) begin(jenis string, l dialog.Laporan) (cetakan.Record, error) {
	anchor, err := o.Store.Anchor()
	c := cetakan.Record{
		Jenis: jenis, Periode: l.Periode, OPD: l.OPD, Jenjang: l.Jenjang, Oleh: l.Oleh, Pada: o.local(), Nomor: anchor.Nomor, Hash: anchor.Hash,
	}
	return c, err
}

// stamp keeps the record of a print, by which it can be checked later, and gives the code that is printed on it. When the record
// cannot be kept the report fails and is tried again: no print goes out with a code that is not known.
func (o renderer) stamp(c cetakan.Record) (cetakan.Tanda, error) {
	var random [12]byte
	_, _ = rand.Read(random[:]) // it never fails
	c.Kode = cetakan.NewKode(random)
	t := cetakan.Tanda{Kode: c.Cetak(), Anchor: jejak.Anchor{Nomor: c.Nomor, Hash: c.Hash}}
	err := o.Store.Read(func(r *store.Reader) error {
		t.Link = r.Aturan().Link(c.Payload())
		if by, found := r.Pegawai(c.Oleh); found {
			c.OlehNama = by.Nama
		}
		return nil
	})
	if err != nil {
		return t, err
	}
	if t.Link != "" {
		if t.PNG, err = paper.QR(t.Link); err != nil {
			return t, err
		}
	}
	return t, o.Store.SaveCetakan(c)
}

// renderPeriksa tells whether what a code stands on is still true, to who may see it.
func (o renderer) renderPeriksa(l dialog.Laporan) ([]bot.Part, error) {
	var c cetakan.Record
	var who flow.Pegawai
	found := false
	err := o.Store.Read(func(r *store.Reader) error {
		who, _ = r.Pegawai(l.Oleh)
		c, found = r.Cetakan(l.Text)
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case !found && who.Aktif() && who.AdminSIIP:
		return o.renderUnknown()
	case !found || !c.Boleh(who):
		return []bot.Part{{Screen: percakapan.CetakanUnknown()}}, nil
	}
	h, err := o.Store.CompareCetakan(c)
	return []bot.Part{{Screen: percakapan.CetakanScreen(o.Config.Aturan(), h)}}, err
}

// renderUnknown tells an Admin SIIP-ASN about a code that is not known; it may be of a time that a restore has taken away.
func (o renderer) renderUnknown() ([]bot.Part, error) {
	p, restored, err := o.Store.Pemulihan()
	screen := percakapan.CetakanUnknown()
	if restored {
		screen = percakapan.CetakanUnknownSince(o.Config.Aturan(), p)
	}
	return []bot.Part{{Screen: screen}}, err
}
