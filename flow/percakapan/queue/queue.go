// Package queue says what waits for whom: the queue of an admin, and who can decide on an usulan. It is a library and
// keeps nothing.
package queue

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/giliran"
	"siip-asn/flow/hitung"
)

// Waiting is what waits for the person as an admin, oldest first. For an Admin OPD: what came in at his OPD. For an
// Admin SIIP-ASN: what was forwarded, and what came in where no Admin OPD could forward it. Never his own usulan.
func Waiting(t *engine.Turn) []giliran.Waiting {
	var list []giliran.Waiting
	if t.Who.AdminOPD {
		list = t.Waiting(t.Who.OPD, flow.Masuk)
	}
	if t.Who.AdminSIIP {
		list = append(list, t.Waiting(0, flow.Diteruskan)...)
		list = append(list, orphans(t)...)
	}
	list = slices.DeleteFunc(list, func(w giliran.Waiting) bool {
		return w.Pegawai == t.Who.ID && !t.Aturan().VerifikasiSendiri
	})
	slices.SortFunc(list, giliran.InQueue)
	return slices.CompactFunc(list, func(a, b giliran.Waiting) bool { return a.Usulan == b.Usulan })
}

// orphans came in where nobody of the OPD can forward them, or where nobody does.
func orphans(t *engine.Turn) []giliran.Waiting {
	deputised, overdue := giliran.Deputised(t), Slow(t, t.Now(), OverdueAfter)
	return slices.DeleteFunc(t.Waiting(0, flow.Masuk), func(w giliran.Waiting) bool { return !deputised(w) && !overdue(w.Sejak) })
}

// AdminsOPD are those who can verify the usulan in its OPD: nobody verifies his own.
func AdminsOPD(t *engine.Turn, u flow.Usulan) []flow.Pegawai { return others(t, t.AdminOPD(u.OPD), u) }

// AdminsSIIP are the Admin SIIP-ASN who can decide on the usulan.
func AdminsSIIP(t *engine.Turn, u flow.Usulan) []flow.Pegawai { return others(t, t.AdminSIIP(), u) }

func others(t *engine.Turn, people []flow.Pegawai, u flow.Usulan) []flow.Pegawai {
	return slices.DeleteFunc(slices.Clone(people), func(p flow.Pegawai) bool {
		return p.ID == u.Pegawai && !t.Aturan().VerifikasiSendiri
	})
}

// Orphan tells whether the OPD has nobody who could forward the usulan: then an Admin SIIP-ASN does it in his place.
func Orphan(t *engine.Turn, u flow.Usulan) bool { return giliran.WaitsFor(t, u).Pengganti }

// WaitingLine says how many wait.
func WaitingLine(n int) string {
	if n == 0 {
		return "Tidak ada usulan yang menunggu Anda."
	}
	return fmt.Sprintf("Ada %s usulan yang menunggu Anda.", hitung.Number(n))
}
