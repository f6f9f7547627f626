package hitung

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/kalender"
)

// Step is one entry of the trail, as much of it as durations need.
type Step struct {
	At     time.Time     `json:"at"`
	Usulan flow.UsulanID `json:"usulan"`
	Ke     flow.Status   `json:"ke"`
}

// Walk follows usulan through the trail: how many working days each step of the last round took, and which status an
// usulan had a week ago. It holds some fifty bytes an usulan.
type Walk struct {
	kerja kerja
	zona  *time.Location
	cut   time.Time
	on    map[flow.UsulanID]perjalanan
}

type perjalanan struct {
	status, lalu flow.Status
	sejak        int32 // the day, as an ordinal
	opd, siip    daftar.Lama
}

// NewWalk begins before the first entry of the trail. Dibuat is when the rekap is made, in the zone of the office.
func NewWalk(k kalender.JamKantor, dibuat time.Time) *Walk {
	return &Walk{kerja: newKerja(k), zona: dibuat.Location(), cut: dibuat.AddDate(0, 0, -7), on: map[flow.UsulanID]perjalanan{}}
}

// Follow says which usulan is to be followed, before the trail is walked.
func (j *Walk) Follow(id flow.UsulanID) { j.on[id] = perjalanan{} }

// Add takes the next entry of the trail.
func (j *Walk) Add(l Step) {
	p, followed := j.on[l.Usulan]
	if !followed || l.Ke == flow.Belum {
		return
	}
	at := l.At.In(j.zona)
	day := ordinal(at)
	took := daftar.Lama{Hari: int32(j.kerja.days(int(p.sejak), day)), Ada: true}
	switch {
	case l.Ke == flow.Masuk:
		p.opd, p.siip = daftar.Lama{}, daftar.Lama{} // a new round
	case p.status == flow.Masuk:
		p.opd = took
	case p.status == flow.Diteruskan:
		p.siip = took
	}
	p.status, p.sejak = l.Ke, int32(day)
	if !at.After(j.cut) {
		p.lalu = l.Ke
	}
	j.on[l.Usulan] = p
}

// Fill writes into a row what was found of its usulan.
func (j *Walk) Fill(b *daftar.Baris) {
	if p, followed := j.on[b.Usulan]; followed {
		b.Lalu, b.LamaOPD, b.LamaSIIP = p.lalu, p.opd, p.siip
	}
}
