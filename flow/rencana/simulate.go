package rencana

import (
	"siip-asn/flow/daftar"
	"siip-asn/flow/identitas"
)

// Order is in which order a budget is given away.
type Order string

// The orders.
const (
	Diminati   Order = "diminati"
	Merata     Order = "merata"
	Talentpool Order = "talentpool"
)

// Orders lists them in the order in which they are offered.
var Orders = []Order{Diminati, Merata, Talentpool}

// Nama is the word on a button.
func (u Order) Nama() string {
	return map[Order]string{Diminati: "Paling diminati", Merata: "Merata antar-OPD", Talentpool: "Talentpool dahulu"}[u]
}

// Explanation says in a sentence how the order goes.
func (u Order) Explanation() string {
	return map[Order]string{
		Diminati:   "Angkatan dibuka mulai dari diklat dengan peminat terbanyak, sampai pagu tidak cukup lagi.",
		Merata:     "Setiap angkatan berikutnya dipilih dari diklat yang melayani paling banyak OPD yang belum terlayani, dan kursinya diberikan lebih dahulu kepada OPD yang paling sedikit terlayani.",
		Talentpool: "Pegawai yang telah mengikuti Uji Kompetensi (talentpool) didahulukan: angkatan dibuka mulai dari diklat dengan peminat talentpool terbanyak; sesudah itu menurut peminat.",
	}[u]
}

// Result is what a budget pays.
type Result struct {
	Pagu, Spent  int64
	Order        Order
	Funded       []Funded  // in the order in which they were paid first
	Pegawai, OPD int       // who take part, each once however many seats he has, and of how many OPD
	Cutoff       *Angkatan // the first that the rest of the budget does not pay; nil: all are paid
	Unpriced     int       // diklat whose biaya or kuota nobody has said: they are left away
}

// Left is what is left of the budget.
func (h Result) Left() int64 { return h.Pagu - h.Spent }

// Funded is a diklat that is paid, at least in part.
type Funded struct {
	Diklat                 string
	Angkatan, Pegawai, OPD int
	Peminat                int // how many want it
	Biaya                  int64
	opds                   map[int]bool
}

// Angkatan is one group of a diklat.
type Angkatan struct {
	Diklat  string
	Ke      int // from 1 on
	Pegawai int
	Biaya   int64
}

// Simulate gives a budget away, angkatan by angkatan, in whole rupiah, and stops at the first that it does not pay: what is
// cheaper behind it does not overtake.
func Simulate(plan []Planned, pagu int64, u Order) Result {
	s := newSimulation(plan, pagu, u)
	next := s.popular
	switch u {
	case Merata:
		next = s.fairest
	case Talentpool:
		next = s.talented
	}
	for {
		a := next()
		if a == nil || !s.pay(a) {
			return s.Result
		}
	}
}

// simulation is a budget while it is given away.
type simulation struct {
	Result
	waits  []*queue       // in the order of the plan, most wanted first
	opds   map[string]int // OPD → its number
	served []int          // seats by the number of an OPD
	at     map[string]int // diklat → its place in Funded
	people map[identitas.NIP]bool
}

// queue is a diklat with those who have no seat yet, in one line, or in one of each OPD where seats are given in turn.
type queue struct {
	Planned
	left  int // how many have no seat yet
	given int // angkatan
	line  []kursi
	lines [][]kursi // by the number of an OPD

	talents int // of the line, who are of the talentpool: they stand first
}

// kursi is somebody who waits for a seat.
type kursi struct {
	*daftar.Baris
	opd int // the number of his OPD
	n   int // his place in the target
}

func newSimulation(plan []Planned, pagu int64, u Order) *simulation {
	s := &simulation{Result: Result{Pagu: pagu, Order: u}, opds: map[string]int{}, at: map[string]int{}, people: map[identitas.NIP]bool{}}
	for _, l := range plan {
		if l.Kuota <= 0 || l.Biaya <= 0 {
			s.Unpriced++
			continue
		}
		a := &queue{Planned: l, left: len(l.Target)}
		for n, p := range l.Target {
			a.line = append(a.line, kursi{p, s.number(p.OPD), n})
		}
		s.waits = append(s.waits, a)
	}
	for _, a := range s.waits {
		switch u {
		case Merata:
			a.part(len(s.opds))
		case Talentpool:
			a.talentsFirst()
		}
	}
	return s
}

// number numbers the OPD as they come.
func (s *simulation) number(opd string) int {
	n, known := s.opds[opd]
	if !known {
		n = len(s.opds)
		s.opds[opd] = n
		s.served = append(s.served, 0)
	}
	return n
}

// pay opens the next angkatan of a diklat, or draws the line.
func (s *simulation) pay(a *queue) bool {
	n := min(a.Kuota, a.left)
	cost := a.Biaya * int64(n)
	if cost > s.Pagu-s.Spent {
		s.Cutoff = &Angkatan{a.Diklat, a.given + 1, n, cost}
		return false
	}
	i, seen := s.at[a.Kunci]
	if !seen {
		i = len(s.Funded)
		s.at[a.Kunci] = i
		s.Funded = append(s.Funded, Funded{Diklat: a.Diklat, Peminat: len(a.Target), opds: map[int]bool{}})
	}
	d := &s.Funded[i]
	for range n {
		k := s.seat(a)
		if s.served[k.opd] == 0 {
			s.OPD++
		}
		s.served[k.opd]++
		d.opds[k.opd] = true
		s.people[k.NIP] = true
	}
	a.given++
	d.Angkatan, d.Pegawai, d.OPD, d.Biaya = d.Angkatan+1, d.Pegawai+n, len(d.opds), d.Biaya+cost
	s.Pegawai = len(s.people)
	s.Spent += cost
	return true
}

// seat takes the next one out of the line, or out of that of the OPD with the fewest seats, by the place in the target of
// several.
func (s *simulation) seat(a *queue) kursi {
	a.left--
	line := &a.line
	if a.lines != nil {
		line = nil
		for opd := range a.lines {
			if l := &a.lines[opd]; len(*l) > 0 && (line == nil || s.before((*l)[0], (*line)[0])) {
				line = l
			}
		}
	}
	k := (*line)[0]
	*line = (*line)[1:]
	if k.Talentpool {
		a.talents--
	}
	return k
}

func (s *simulation) before(a, b kursi) bool {
	if s.served[a.opd] != s.served[b.opd] {
		return s.served[a.opd] < s.served[b.opd]
	}
	return a.n < b.n
}
