// Package paging is the list that is looked at a page at a time. Its rows are numbered in the text, in at most two lines
// each, and opened by buttons that bear the number.
package paging

import (
	"fmt"

	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/wording"
)

// Look is how a list is looked at: what narrows it, and the page. It is a part of the State of a conversation.
type Look struct {
	Query string `json:"cari,omitempty"`
	Page  int    `json:"halaman,omitempty"` // from 0 on
}

// Search narrows the list to what contains the words that are typed.
func (l *Look) Search(body string) { *l = Look{Query: wording.Sought(body)} }

// InPages completes a place in which a list stands: its button "halaman" turns the pages. The Taps that are given are its own.
func InPages(p engine.Place, look func(*engine.Turn) *Look) engine.Place {
	p.Taps["halaman"] = func(t *engine.Turn, page uint64) {
		look(t).Page = int(min(page, pageMax))
		t.ShowPlace()
	}
	return p
}

// Searched does the same for a list that typed words narrow.
func Searched(p engine.Place, look func(*engine.Turn) *Look) engine.Place {
	p.Awaits = engine.Searches
	p.Typed = func(t *engine.Turn, body string) {
		look(t).Search(body)
		t.ShowPlace()
	}
	return InPages(p, look)
}

// pageMax bounds the number on a button, which can be forged.
const pageMax = 1 << 20

// PerPage is how many rows a list shows at once, and so two rows of number buttons. With two lines a row there are four
// lines of the 24 left for a note, what is set, the head, and a line below.
const PerPage = 10

// List is a list on the screen.
type List[T any] struct {
	Rows  []T // all of them; or those of the page only, when From says where it begins
	From  int // the place of the first of Rows in the whole list, from 0 on
	Total int // of the whole list; 0: Rows are all
	Look  Look
	Size  int // rows a page; 0: PerPage

	Line  func(text ui.Spans, row T) ui.Spans // what is said of a row behind its number, without a line break at the end
	Word  string                              // of the buttons
	Doors bool                                // the word is that of a door, good from everywhere
	ID    func(row T) uint64                  // on them
	Mark  func(row T) string                  // before the number on a button; nil: nothing
	Title string                              // stands before the count; empty: only the count
}

// Drawn is a list as it is shown.
type Drawn struct {
	Head  ui.Spans      // its title and "1–10 dari 24"; nothing of an empty list but the title
	Text  ui.Spans      // the numbered rows, a line break behind each
	Rows  [][]ui.Choice // the buttons with the numbers
	Pager []ui.Choice   // the row that turns the pages; nil when there is one only
}

// Draw lays the page out.
func (l List[T]) Draw(t *engine.Turn) Drawn {
	size := l.Size
	if size == 0 {
		size = PerPage
	}
	var d Drawn
	total, from, shown := l.Total, l.From, l.Rows
	if total == 0 {
		total = len(l.Rows)
		pages := pagesOf(total, size)
		page := min(max(l.Look.Page, 0), pages-1)
		from = page * size
		shown = l.Rows[min(from, total):min(from+size, total)]
		d.Pager = buttons.Pager(t, page, pages)
	}
	d.Head = l.head(from, len(shown), total)
	var numbers []ui.Choice
	for i, row := range shown {
		label := fmt.Sprint(from + i + 1)
		d.Text = l.Line(d.Text.Plain(label, ". "), row).Plain("\n")
		if l.Mark != nil {
			label = l.Mark(row) + label
		}
		button := buttons.Here(t, label, l.Word, l.ID(row))
		if l.Doors {
			button = buttons.Door(label, l.Word, l.ID(row))
		}
		numbers = append(numbers, button)
	}
	d.Rows = buttons.Numbers(numbers)
	return d
}

// head is the line above the rows.
func (l List[T]) head(from, shown, total int) ui.Spans {
	title := l.Title
	if total > 0 {
		if title != "" {
			title += ": "
		}
		title += fmt.Sprintf("%d–%d dari %s", from+1, from+shown, hitung.Number(total))
	}
	if title == "" {
		return nil
	}
	return ui.Spans{}.Plain(title, "\n")
}

// Body is the whole text of a screen with the list: what stands above it, its head, its rows, and a line below.
func (d Drawn) Body(above ui.Spans, below string) ui.Spans {
	body := append(append(above[:len(above):len(above)], d.Head...), d.Text...)
	return body.Plain(below)
}

// pagesOf is how many pages n rows fill; an empty list has one, which is empty.
func pagesOf(n, size int) int { return max(1, (n+size-1)/size) }

// Pages cuts a list into pages for a message without a place; page is brought into bounds.
func Pages[T any](list []T, page, size int) (rows []T, at, pages int) {
	pages = pagesOf(len(list), size)
	at = min(max(page, 0), pages-1)
	return list[at*size : min((at+1)*size, len(list))], at, pages
}
