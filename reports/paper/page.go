package paper

// Span is the rows [From, To) of one page.
type Span struct{ From, To int }

// Paginate lays rows of the given heights on pages: first is the room on the first page, rest on each other. The tail
// stands behind the last row and is never parted from it: where it does not fit any more, the last row goes to a new
// page together with it. There is one page at least.
func Paginate(heights []float64, first, rest, tail float64) []Span {
	pages := []Span{{}}
	room := first
	for i, h := range heights {
		last := i == len(heights)-1
		need := h
		if last {
			need += tail
		}
		if need > room && i > pages[len(pages)-1].From {
			pages = append(pages, Span{From: i})
			room = rest
		}
		room -= h
		pages[len(pages)-1].To = i + 1
	}
	return pages
}
