package antrian

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/giliran"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan/queue"
)

// count counts a decision of the person on something that waited for him, while he goes through his queue: in the queue, on
// a card, or over many at once.
func count(t *engine.Turn, u flow.Usulan) {
	if t.Bound() && state.Get(t).Hari == t.Today() && decidedNow(t, u) {
		state.Edit(t).count(u.Status)
	}
}

// decidedNow tells whether the person has just decided on an usulan that waited for him.
func decidedNow(t *engine.Turn, u flow.Usulan) bool {
	trail := t.History(u.ID)
	if len(trail) == 0 {
		return false
	}
	last := trail[len(trail)-1]
	if last.Oleh != t.Who.ID || !last.At.Equal(t.Event.At) || last.Ke == last.Dari || u.Status.Record().Selesai == "" {
		return false
	}
	before := u
	before.Status = last.Dari
	if slices.ContainsFunc(giliran.WaitsFor(t, before).Orang, func(p flow.Pegawai) bool { return p.ID == t.Who.ID }) {
		return true
	}
	return t.Who.AdminSIIP && before.Status == flow.Masuk && overdue(t, trail)
}

// overdue tells whether an usulan that the trail has just brought out of Usulan Masuk had waited there too long.
func overdue(t *engine.Turn, trail []jejak.Entry) bool {
	for _, e := range slices.Backward(trail[:len(trail)-1]) {
		if e.Ke == flow.Masuk && e.Dari != flow.Masuk {
			return queue.Overdue(t, e.At)
		}
	}
	return false
}
