package queue

import (
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/giliran"
)

// How many working days an usulan waits with its Admin OPD: then they are reminded, once; then it is shown to the Admin
// SIIP-ASN, who can forward it in their place.
const (
	RemindAfter  = 3
	OverdueAfter = 5
)

// Slow tells of many usulan, by since when each waits, which have waited so many working days at that time.
func Slow(t *engine.Turn, now time.Time, days int) func(since time.Time) bool {
	zero := t.Aturan().Kabar.HariKerjaKe(now.In(t.Aturan().Zona), days)
	return func(since time.Time) bool { return since.Before(zero) }
}

// Overdue tells whether an usulan that waits with its Admin OPD since then has waited too long.
func Overdue(t *engine.Turn, since time.Time) bool { return Slow(t, t.Now(), OverdueAfter)(since) }

// Late is what of the queue of an admin has waited too long with an Admin OPD: with himself, and, for an Admin SIIP-ASN, with
// those of the OPD. What waits in the place of an Admin OPD whom nobody can reach is not among the second.
func Late(t *engine.Turn) (own, others []giliran.Waiting) {
	keep := func(list []giliran.Waiting, which func(giliran.Waiting) bool) []giliran.Waiting {
		return slices.DeleteFunc(list, func(w giliran.Waiting) bool {
			return !which(w) || w.Pegawai == t.Who.ID && !t.Aturan().VerifikasiSendiri
		})
	}
	if t.Who.AdminOPD {
		slow := Slow(t, t.Now(), RemindAfter)
		own = keep(t.Waiting(t.Who.OPD, flow.Masuk), func(w giliran.Waiting) bool { return slow(w.Sejak) })
	}
	if t.Who.AdminSIIP {
		slow, deputised := Slow(t, t.Now(), OverdueAfter), giliran.Deputised(t)
		others = keep(t.Waiting(0, flow.Masuk), func(w giliran.Waiting) bool { return slow(w.Sejak) && !deputised(w) })
	}
	return own, others
}
