package office

import (
	"io"

	"siip-asn/bot"
	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan"
	"siip-asn/reports/paper"
	"siip-asn/reports/undangan"
	"siip-asn/store"
)

// renderUndangan makes an activation code for one pegawai: as a text, and as a picture of its link. It becomes valid, and one
// before it ends, when the text lies in the chat. Made again, it is the same code.
func (o renderer) renderUndangan(l dialog.Laporan) ([]bot.Part, error) {
	var who flow.Pegawai
	codes, by, err := o.codesOf(l, "Undangan", func(r *store.Reader) []flow.Pegawai {
		who, _ = r.Pegawai(l.Pegawai)
		return []flow.Pegawai{who}
	})
	if err != nil {
		return nil, err
	}
	if len(codes.Undangan) == 0 {
		return []bot.Part{{Screen: percakapan.NoInvitationScreen(who)}}, nil
	}
	u := codes.Undangan[0]
	until := codes.Aktivasi[0].Sampai.Format("02-01-2006 15.04 MST")
	parts := []bot.Part{{Screen: percakapan.InvitationScreen(who, u.Kode, u.Link, until), Sent: o.keeps(codes, by)}}
	if u.Link == "" {
		return parts, nil
	}
	picture, err := pictureOf(u.Link, who)
	return append(parts, picture), err
}

// renderQR makes the picture of a link.
func (o renderer) renderQR(l dialog.Laporan) ([]bot.Part, error) {
	var who flow.Pegawai
	err := o.Store.Read(func(r *store.Reader) error {
		who, _ = r.Pegawai(l.Pegawai)
		return nil
	})
	if err != nil {
		return nil, err
	}
	picture, err := pictureOf(l.Text, who)
	return []bot.Part{picture}, err
}

// pictureOf is an activation link as a picture, with the name of whose it is below it.
func pictureOf(link string, who flow.Pegawai) (bot.Part, error) {
	picture, err := paper.QR(link)
	return bot.Part{Name: "aktivasi.png", Picture: true, Screen: percakapan.QRScreen(who), Write: func(w io.Writer) error {
		_, err := w.Write(picture)
		return err
	}}, err
}

// renderAktivasi makes activation codes for everybody of an OPD who is not bound, and the sheet to print. They become valid,
// and those before them end, when the sheet lies in the chat. Made again, it has the same codes: the first one may have
// arrived although nobody said so. Where nobody needs a code there is no sheet.
func (o renderer) renderAktivasi(l dialog.Laporan) ([]bot.Part, error) {
	var opd flow.OPD
	codes, by, err := o.codesOf(l, "Lembar aktivasi", func(r *store.Reader) []flow.Pegawai {
		opd, _ = r.OPD(l.OPD)
		return r.PegawaiOf(l.OPD)
	})
	if err != nil {
		return nil, err
	}
	if len(codes.Undangan) == 0 {
		return []bot.Part{{Screen: percakapan.NoSlipsScreen(opd)}}, nil
	}
	caption := percakapan.FileCaption("Lembar aktivasi "+opd.Nama, len(codes.Undangan), "pegawai", "Silakan cetak, potong, dan bagikan hanya kepada yang bersangkutan.")
	parts := captioned(caption, file(undangan.Name(opd), func(w io.Writer) error {
		return undangan.WritePDF(w, o.Config.Instansi, o.local(), codes.Undangan)
	}))
	parts[0].Sent = o.keeps(codes, by)
	return parts, nil
}

// codesOf makes the codes of a report, always the same of the same one, and says who hands them out; what is what he does
// it by where he is not known any more.
func (o renderer) codesOf(l dialog.Laporan, what string, people func(*store.Reader) []flow.Pegawai) (Codes, imports.Actor, error) {
	by := imports.Actor{Nama: what, Peran: flow.Sistem}
	codes, err := o.makeCodes(func(r *store.Reader) ([]flow.Pegawai, error) {
		if p, known := r.Pegawai(l.Oleh); known {
			by = imports.Actor{ID: p.ID, Nama: p.Nama, Peran: flow.AdminSIIP}
		}
		return people(r), nil
	}, true, func(p flow.Pegawai) string { return aktivasi.KodeOf(l.Text, p.ID) })
	return codes, by, err
}

// keeps makes the codes valid.
func (o renderer) keeps(codes Codes, by imports.Actor) func() error {
	return func() error {
		_, err := o.KeepCodes(codes.Aktivasi, by)
		return err
	}
}
