package core

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/flow/post"

	"siip-asn/store/reader"
)

// entitle notes for whom something is sent and by which right, as the office is after the step that has caused it. What a
// conversation has said stands; else the right is derived from what it is.
func (w *Writer) entitle(o *post.Outgoing) {
	p := w.boundTo(o.To)
	if o.For == 0 {
		o.For = p.ID
	}
	if o.Right.Who == dialog.Unsaid {
		o.Right = derivedRight(p, *o)
	}
}

// boundTo is the pegawai to whom a chat belongs after the event in hand; the zero Pegawai for nobody.
func (w *Writer) boundTo(chat flow.AccountID) flow.Pegawai {
	p, known := w.bound[chat]
	if !known && chat > 0 {
		p, _ = w.Pegawai(w.Account(chat).Pegawai)
		w.bound[chat] = p
	}
	return p
}

// derivedRight is the narrowest right that fits: see dialog.Right. p is the pegawai to whom the chat belongs, zero for nobody.
// Nobody but an Admin SIIP-ASN drops workbooks, and no report is made for an account that belongs to nobody.
func derivedRight(p flow.Pegawai, o post.Outgoing) dialog.Right {
	usulan, card := o.Slot().Usulan()
	bound := p.ID != 0
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
func permitted(r *reader.Reader, o post.Outgoing) bool {
	if o.Right.Who == dialog.Unsaid {
		p, _ := r.Pegawai(r.Account(o.To).Pegawai)
		o.For, o.Right = p.ID, derivedRight(p, o)
	}
	return o.Right.Judge(r, o.To, o.For)
}

// A judgement is cached by a version number. Almost every message is for the person who has caused it, by a right that follows
// from his account and his pegawai alone, so it is judged in the transaction that causes it, and its ticket carries the number
// of that state (Ticket.Judged). Store.people is the number of the present state, in memory only: one more after each
// transaction that is not the committer's, and after each of the committer's that writes an account or a pegawai. Ready trusts
// a judgement whose number is the present one, and judges again otherwise: this spares most messages the look-ups.

// prejudged judges o in the transaction that causes it. It is the number of the state before the transaction when the chat may
// have it; 0, so that Ready judges, when not, or when the right hangs on an usulan, whose changes are not counted.
func (w *Writer) prejudged(o post.Outgoing) uint64 {
	r := reader.Bound{Reader: w.Reader, Who: w.boundTo(o.To)}
	if o.Right.Who == dialog.SeesUsulan || !o.Right.Judge(r, o.To, o.For) {
		return 0
	}
	return w.judged
}

// ErrNotAdmin says that whoever confirmed an import may not do it any longer.
var ErrNotAdmin error = imports.Objection("Berkas ini tidak diterapkan karena Anda bukan lagi Admin SIIP-ASN")

// MayImport judges whoever brings a workbook in, in the transaction that writes it: an Admin SIIP-ASN whose account is
// still his, or the program's own command.
func MayImport(r *reader.Reader, by imports.Actor) error {
	if by.Peran == flow.Sistem {
		return nil
	}
	p, found := r.Pegawai(by.ID)
	if _, bound := r.AccountOf(by.ID); !found || !bound || !p.AdminSIIP {
		return ErrNotAdmin
	}
	return nil
}
