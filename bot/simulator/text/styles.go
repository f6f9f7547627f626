package text

import (
	"slices"

	"siip-asn/bot/simulator/wire"
)

// cutStyles merges each style with itself and cuts it at every border of solid and wherever another style begins.
func cutStyles(painted, solid []wire.Entity) []wire.Entity {
	var runs []wire.Entity
	for _, style := range styles {
		runs = append(runs, merge(painted, style)...)
	}
	var cuts []int
	for _, e := range runs {
		cuts = append(cuts, e.Offset)
	}
	for _, e := range solid {
		cuts = append(cuts, e.Offset, End(e))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []wire.Entity
	for _, run := range runs {
		out = append(out, cutRun(run, cuts, solid)...)
	}
	return out
}

func merge(painted []wire.Entity, style string) []wire.Entity {
	var out []wire.Entity
	for _, e := range painted {
		if e.Type != style {
			continue
		}
		if last := len(out) - 1; last >= 0 && e.Offset <= End(out[last]) {
			out[last].Length = max(End(out[last]), End(e)) - out[last].Offset
			continue
		}
		out = append(out, e)
	}
	return out
}

func cutRun(run wire.Entity, cuts []int, solid []wire.Entity) []wire.Entity {
	var out []wire.Entity
	add := func(from, to int) {
		inCode := slices.ContainsFunc(solid, func(e wire.Entity) bool { return is(e, verbatim) && e.Offset <= from && to <= End(e) })
		if from < to && !inCode {
			out = append(out, wire.Entity{Type: run.Type, Offset: from, Length: to - from})
		}
	}
	from := run.Offset
	next, _ := slices.BinarySearch(cuts, from+1)
	for ; next < len(cuts) && cuts[next] < End(run); next++ {
		add(from, cuts[next])
		from = cuts[next]
	}
	add(from, End(run))
	return out
}
