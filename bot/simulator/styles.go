package simulator

import "slices"

// cutStyles merges each style with itself and cuts it at every border of solid and wherever another style begins.
func cutStyles(painted, solid []Entity) []Entity {
	var runs []Entity
	for _, style := range styles {
		runs = append(runs, merge(painted, style)...)
	}
	var cuts []int
	for _, e := range runs {
		cuts = append(cuts, e.Offset)
	}
	for _, e := range solid {
		cuts = append(cuts, e.Offset, e.end())
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []Entity
	for _, run := range runs {
		out = append(out, cutRun(run, cuts, solid)...)
	}
	return out
}

func merge(painted []Entity, style string) []Entity {
	var out []Entity
	for _, e := range painted {
		if e.Type != style {
			continue
		}
		if last := len(out) - 1; last >= 0 && e.Offset <= out[last].end() {
			out[last].Length = max(out[last].end(), e.end()) - out[last].Offset
			continue
		}
		out = append(out, e)
	}
	return out
}

func cutRun(run Entity, cuts []int, solid []Entity) []Entity {
	var out []Entity
	add := func(from, to int) {
		inCode := slices.ContainsFunc(solid, func(e Entity) bool { return e.is(verbatim) && e.Offset <= from && to <= e.end() })
		if from < to && !inCode {
			out = append(out, Entity{Type: run.Type, Offset: from, Length: to - from})
		}
	}
	from := run.Offset
	next, _ := slices.BinarySearch(cuts, from+1)
	for ; next < len(cuts) && cuts[next] < run.end(); next++ {
		add(from, cuts[next])
		from = cuts[next]
	}
	add(from, run.end())
	return out
}
