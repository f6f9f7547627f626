package rencana

import (
	"cmp"
	"slices"

	"siip-asn/flow/daftar"
	"siip-asn/flow/identitas"
)

// Urutan is in which order a budget is given away.
type Urutan string

// The orders.
const (
	Diminati   Urutan = "diminati"
	Merata     Urutan = "merata"
	Talentpool Urutan = "talentpool"
)

// Urutans lists them in the order in which they are offered.
var Urutans = []Urutan{Diminati, Merata, Talentpool}

// Nama is the word on a button.
func (u Urutan) Nama() string {
	return map[Urutan]string{Diminati: "Paling diminati", Merata: "Merata antar-OPD", Talentpool: "Talentpool dahulu"}[u]
}

// Penjelasan says in a sentence how the order goes.
func (u Urutan) Penjelasan() string {
	return map[Urutan]string{
		Diminati:   "Angkatan dibuka mulai dari diklat dengan peminat terbanyak, sampai pagu tidak cukup lagi.",
		Merata:     "Setiap angkatan berikutnya dipilih dari diklat yang melayani paling banyak OPD yang belum terlayani, dan kursinya diberikan lebih dahulu kepada OPD yang paling sedikit terlayani.",
		Talentpool: "Pegawai yang telah mengikuti Uji Kompetensi (talentpool) didahulukan: angkatan dibuka mulai dari diklat dengan peminat talentpool terbanyak; sesudah itu menurut peminat.",
	}[u]
}

// Hasil is what a budget pays.
type Hasil struct {
	Pagu, Terpakai int64
	Urutan         Urutan
	Didanai        []Didanai // in the order in which they were paid first
	Pegawai, OPD   int       // who take part, each once however many seats he has, and of how many OPD
	Garis          *Angkatan // the first that the rest of the budget does not pay; nil: all are paid
	Tanpa          int       // diklat whose biaya or kuota nobody has said: they are left away
}

// Sisa is what is left of the budget.
func (h Hasil) Sisa() int64 { return h.Pagu - h.Terpakai }

// Didanai is a diklat that is paid, at least in part.
type Didanai struct {
	Diklat                 string
	Angkatan, Pegawai, OPD int
	Peminat                int // how many want it
	Biaya                  int64
	opds                   map[string]bool
}

// Angkatan is one group of a diklat.
type Angkatan struct {
	Diklat  string
	Ke      int // from 1 on
	Pegawai int
	Biaya   int64
}

// Simulasi gives a budget away, angkatan by angkatan, in whole rupiah, and stops at the first that it does not pay: what is
// cheaper behind it does not overtake.
func Simulasi(plan []Lengkap, pagu int64, u Urutan) Hasil {
	s := &simulasi{Hasil: Hasil{Pagu: pagu, Urutan: u}, served: map[string]int{}, at: map[string]int{}, people: map[identitas.NIP]bool{}}
	for _, l := range plan {
		if l.Kuota <= 0 || l.Biaya <= 0 {
			s.Tanpa++
			continue
		}
		s.waits = append(s.waits, &antre{Lengkap: l, left: slices.Clone(l.Target)})
	}
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
			return s.Hasil
		}
	}
}

// simulasi is a budget while it is given away.
type simulasi struct {
	Hasil
	waits  []*antre       // in the order of the plan, most wanted first
	served map[string]int // pegawai by OPD
	at     map[string]int // diklat → its place in Didanai
	people map[identitas.NIP]bool
}

// antre is a diklat with those who have no seat yet.
type antre struct {
	Lengkap
	left  []daftar.Baris
	given int // angkatan
}

// pay opens the next angkatan for the first of those who wait, or draws the line.
func (s *simulasi) pay(a *antre) bool {
	n := min(a.Kuota, len(a.left))
	cost := a.Biaya * int64(n)
	if cost > s.Pagu-s.Terpakai {
		s.Garis = &Angkatan{a.Diklat, a.given + 1, n, cost}
		return false
	}
	i, seen := s.at[a.Kunci]
	if !seen {
		i = len(s.Didanai)
		s.at[a.Kunci] = i
		s.Didanai = append(s.Didanai, Didanai{Diklat: a.Diklat, Peminat: len(a.Target), opds: map[string]bool{}})
	}
	d := &s.Didanai[i]
	for _, p := range a.left[:n] {
		if s.served[p.OPD] == 0 {
			s.OPD++
		}
		s.served[p.OPD]++
		d.opds[p.OPD] = true
		s.people[p.NIP] = true
	}
	a.left, a.given = a.left[n:], a.given+1
	d.Angkatan, d.Pegawai, d.OPD, d.Biaya = d.Angkatan+1, d.Pegawai+n, len(d.opds), d.Biaya+cost
	s.Pegawai = len(s.people)
	s.Terpakai += cost
	return true
}

// popular is the most wanted that still has somebody waiting.
func (s *simulasi) popular() *antre {
	i := slices.IndexFunc(s.waits, func(a *antre) bool { return len(a.left) > 0 })
	if i < 0 {
		return nil
	}
	return s.waits[i]
}

// talented is the diklat that most of the talentpool still wait for; they sit first.
func (s *simulasi) talented() *antre {
	var best *antre
	most := 0
	for _, a := range s.waits {
		n := 0
		for _, p := range a.left {
			if p.Talentpool {
				n++
			}
		}
		if n > most {
			best, most = a, n
		}
	}
	if best == nil {
		return s.popular()
	}
	slices.SortStableFunc(best.left, func(a, b daftar.Baris) int { return rank(a) - rank(b) })
	return best
}

func rank(p daftar.Baris) int {
	if p.Talentpool {
		return 0
	}
	return 1
}

// fairest is the diklat whose next angkatan reaches the most OPD that have nobody yet; those of the OPD with the fewest
// sit first.
func (s *simulasi) fairest() *antre {
	var best *antre
	most := -1
	for _, a := range s.waits {
		if len(a.left) == 0 {
			continue
		}
		if n := s.reaches(a); n > most {
			best, most = a, n
		}
	}
	if best != nil {
		s.seat(best)
	}
	return best
}

// reaches is how many OPD that have nobody yet could sit in the next angkatan.
func (s *simulasi) reaches(a *antre) int {
	seen := map[string]bool{}
	for _, p := range a.left {
		if s.served[p.OPD] == 0 {
			seen[p.OPD] = true
		}
	}
	return min(len(seen), a.Kuota)
}

// seat puts those first whose OPD have the fewest seats, one of each OPD after the other.
func (s *simulasi) seat(a *antre) {
	turn := map[string]int{}
	place := make([]int, len(a.left))
	for i, p := range a.left {
		place[i] = s.served[p.OPD] + turn[p.OPD]
		turn[p.OPD]++
	}
	order := make([]int, len(a.left))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(place[x], place[y]) })
	sorted := make([]daftar.Baris, len(order))
	for i, from := range order {
		sorted[i] = a.left[from]
	}
	a.left = sorted
}
