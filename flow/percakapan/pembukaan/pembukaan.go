// Package pembukaan is what happens when the office opens: each admin for whom something came in since his queue rang
// last, or has waited long, gets one digest instead of many rings. It speaks for the clock.
package pembukaan

import (
	"cmp"
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/giliran"
	"siip-asn/flow/percakapan/kabar"
	"siip-asn/flow/percakapan/queue"
)

// Conversation has no place.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name: "pembukaan",
		Tick: func(t *engine.Turn, rekap time.Time) {
			begin(t)
			tellSleepers(t, rekap)
		},
		Work: goOn,
	}
}

// job is the opening for which the digests were made last.
const job = "pembukaan"

// part is how many OPD are looked at in one transaction.
const part = 20

// progress is how far the digests of an opening have come. It belongs to the clock.
type progress struct {
	Jalan   bool       `json:"jalan,omitempty"`
	Sebelum time.Time  `json:"sebelum,omitzero"`  // the opening before
	Setelah flow.OPDID `json:"setelah,omitempty"` // the last OPD that was looked at
	Malam   night      `json:"malam,omitzero"`
}

var state = engine.State[progress]{Key: "pembukaan"}

// begin starts the digests once for each opening. When the program was down at the opening, they are made up for as long as the
// office is open that day. On the first start of a database there is nothing to make up for, so only the opening is noted.
func begin(t *engine.Turn) {
	hours := t.Aturan().Kabar
	at, before := hours.Pembukaan(t.Now()), t.Done(job)
	if !hours.Buka(t.Now()) || at.IsZero() || !at.After(before) {
		return
	}
	t.Do(dialog.MarkDone{Job: job, At: at})
	malam := nightBehind(t)
	if before.IsZero() {
		return
	}
	state.Set(t, progress{Jalan: true, Sebelum: before, Malam: malam})
	t.Do(dialog.More{})
}

// goOn looks at what was decided at night, then at the next OPD, and at the Admin SIIP-ASN when all are through.
func goOn(t *engine.Turn) {
	p := state.Edit(t)
	if !p.Jalan {
		return
	}
	if tellNight(t, &p.Malam) {
		t.Do(dialog.More{})
		return
	}
	opds := slices.DeleteFunc(t.OPDs(), func(o flow.OPD) bool { return o.ID <= p.Setelah })
	slices.SortFunc(opds, func(a, b flow.OPD) int { return cmp.Compare(a.ID, b.ID) })
	for _, o := range opds[:min(part, len(opds))] {
		for _, admin := range t.AdminOPD(o.ID) {
			if !admin.AdminSIIP {
				digest(t, admin, p.Sebelum, p.Malam.lines(o.ID)...)
			}
		}
		p.Setelah = o.ID
	}
	if len(opds) > part {
		t.Do(dialog.More{})
		return
	}
	for _, admin := range t.AdminSIIP() {
		digest(t, admin, p.Sebelum)
	}
	*p = progress{}
}

// digest tells one admin what waits for him, where something of it is new to him or has become late since the opening
// before, or something was decided at night.
func digest(t *engine.Turn, p flow.Pegawai, before time.Time, night ...string) {
	account, ok := giliran.Reachable(t, p)
	if !ok {
		return
	}
	his := t.As(p, account)
	came := slices.ContainsFunc(queue.Waiting(his), func(w giliran.Waiting) bool { return w.Sejak.After(kabar.Rang(t, account.ID)) })
	if came || late(his, before) || len(night) > 0 {
		kabar.Digest(t, p, account, night...)
	}
}

// late tells whether something that waits for the admin has reached the days at which somebody is reminded since the opening
// before. The queue message itself says how many have.
func late(t *engine.Turn, before time.Time) bool {
	reached := func(list []giliran.Waiting, days int) bool {
		was := queue.Slow(t, before, days)
		return slices.ContainsFunc(list, func(w giliran.Waiting) bool { return !was(w.Sejak) })
	}
	own, others := queue.Late(t)
	return reached(own, queue.RemindAfter) || reached(others, queue.OverdueAfter)
}
