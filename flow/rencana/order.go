package rencana

import "slices"

// popular is the most wanted that still has somebody waiting.
func (s *simulation) popular() *queue {
	i := slices.IndexFunc(s.waits, func(a *queue) bool { return a.left > 0 })
	if i < 0 {
		return nil
	}
	return s.waits[i]
}

// talented is the diklat that most of the talentpool still wait for; they sit first.
func (s *simulation) talented() *queue {
	var best *queue
	for _, a := range s.waits {
		if a.talents > 0 && (best == nil || a.talents > best.talents) {
			best = a
		}
	}
	if best == nil {
		return s.popular()
	}
	return best
}

// talentsFirst puts the talentpool at the head of the line, in the order of the target.
func (a *queue) talentsFirst() {
	for _, k := range a.line {
		if k.Talentpool {
			a.talents++
		}
	}
	slices.SortStableFunc(a.line, func(a, b kursi) int { return rank(a) - rank(b) })
}

func rank(k kursi) int {
	if k.Talentpool {
		return 0
	}
	return 1
}

// fairest is the diklat whose next angkatan reaches the most OPD that have nobody yet; those of the OPD with the fewest
// seats sit first.
func (s *simulation) fairest() *queue {
	var best *queue
	most := -1
	for _, a := range s.waits {
		if a.left == 0 {
			continue
		}
		if n := s.reaches(a); n > most {
			best, most = a, n
		}
	}
	return best
}

// reaches is how many OPD that have nobody yet could sit in the next angkatan.
func (s *simulation) reaches(a *queue) int {
	n := 0
	for opd, line := range a.lines {
		if len(line) > 0 && s.served[opd] == 0 {
			n++
		}
	}
	return min(n, a.Kuota)
}

// part makes a line of each OPD, so many, out of the one line.
func (a *queue) part(opds int) {
	a.lines = make([][]kursi, opds)
	for _, k := range a.line {
		a.lines[k.opd] = append(a.lines[k.opd], k)
	}
	a.line = nil
}
