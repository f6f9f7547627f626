package giliran

import "cmp"

// InQueue orders a queue: who has waited longest comes first.
func InQueue(a, b Waiting) int {
	return cmp.Or(a.Sejak.Compare(b.Sejak), cmp.Compare(a.Usulan, b.Usulan))
}
