package reports

// span is the rows [From, To) of one page.
type span struct{ From, To int }

// paginate lays rows of the given heights on pages: first is the room on the first page, rest on each other. The tail
// stands behind the last row and is never parted from it: where it does not fit any more, the last row goes to a new
// page together with it. There is one page at least.
func paginate(heights []float64, first, rest, tail float64) []span {
	pages := []span{{}}
	room := first
	for i, h := range heights {
		last := i == len(heights)-1
		need := h
		if last {
			need += tail
		}
		if need > room && i > pages[len(pages)-1].From {
			pages = append(pages, span{From: i})
			room = rest
		}
		room -= h
		pages[len(pages)-1].To = i + 1
	}
	return pages
}
