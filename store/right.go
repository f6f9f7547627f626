package store

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// entitle notes for whom something is sent and by which right, as the office is after the step that has caused it. What a
// conversation has said stands; else the right is derived from what it is.
func (w *writer) entitle(o *post.Outgoing) {
	if o.For == 0 && o.To > 0 {
		o.For = w.Account(o.To).Pegawai
	}
	if o.Right.Who == dialog.Unsaid {
		o.Right = derivedRight(w.Reader, *o)
	}
}

// derivedRight is the narrowest right that fits: see dialog.Right. Nobody but an Admin SIIP-ASN drops workbooks, and no
// report is made for an account that belongs to nobody.
func derivedRight(r *Reader, o post.Outgoing) dialog.Right {
	usulan, card := o.Slot().Usulan()
	p, bound := r.Pegawai(o.For)
	switch {
	case o.Check != nil:
		return dialog.Right{Who: dialog.AnAdminSIIP}
	case card:
		return dialog.Right{Who: dialog.SeesUsulan, Usulan: usulan}
	case bound && o.Answer != nil:
		return dialog.Right{Who: dialog.Bound}
	case bound:
		return dialog.RightOf(p)
	case o.Send != nil:
		return dialog.Right{Who: dialog.AnAdminSIIP}
	default:
		return dialog.Right{Who: dialog.Anybody}
	}
}

// permitted tells whether the chat may have it now. A record of an earlier version of the program says nothing of whom it
// is for: it is judged as if it were caused now.
func permitted(r *Reader, o post.Outgoing) bool {
	if o.Right.Who == dialog.Unsaid {
		o.For = r.Account(o.To).Pegawai
		o.Right = derivedRight(r, o)
	}
	return o.Right.Judge(r, o.To, o.For)
}

// ErrNotAdmin says that whoever confirmed an import may not do it any longer.
var ErrNotAdmin error = flow.Keberatan("Berkas ini tidak diterapkan karena Anda bukan lagi Admin SIIP-ASN")

// mayImport judges whoever brings a workbook in, in the transaction that writes it: an Admin SIIP-ASN whose account is
// still his, or the program's own command.
func (r *Reader) mayImport(by flow.Pelaku) error {
	if by.Peran == flow.Sistem {
		return nil
	}
	p, found := r.Pegawai(by.ID)
	if _, bound := r.AccountOf(by.ID); !found || !bound || !p.AdminSIIP {
		return ErrNotAdmin
	}
	return nil
}
