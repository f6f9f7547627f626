// Package paging is the list that is looked at a page at a time. It imports flow/dialog and buttons only.
package paging

import (
	"fmt"

	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/wording"
)

// Look is how a list is looked at: what narrows it, and the page. It is a part of the State of a conversation.
type Look struct {
	Cari    string `json:"cari,omitempty"`
	Halaman int    `json:"halaman,omitempty"` // from 0 on
}

// Search narrows the list to what contains the words that are typed.
func (l *Look) Search(body string) { *l = Look{Cari: wording.Sought(body)} }

// Searches is what a place understands in which the list stands: typed words narrow it.
func Searches(look func(*dialog.Turn) *Look) func(*dialog.Turn, string) {
	return func(t *dialog.Turn, body string) {
		look(t).Search(body)
		t.ShowPlace()
	}
}

// Turns is the button "halaman" of a place in which the list stands.
func Turns(look func(*dialog.Turn) *Look) func(*dialog.Turn, uint64) {
	return func(t *dialog.Turn, page uint64) {
		look(t).Halaman = int(min(page, pageMax))
		t.ShowPlace()
	}
}

// pageMax bounds the number on a button, which can be forged.
const pageMax = 1 << 20

// PagesOf is how many pages n rows fill; an empty list has one, which is empty.
func PagesOf(n, perPage int) int { return max(1, (n+perPage-1)/perPage) }

// PageOf is the part of a list on a page, from 0 on.
func PageOf[T any](list []T, page, perPage int) []T {
	from := min(max(page, 0)*perPage, len(list))
	return list[from:min(from+perPage, len(list))]
}

func OfPages(page, pages int) string { return fmt.Sprintf("%d dari %d", page+1, pages) }

// How many rows a list shows at once.
const (
	PerPage = 10
	Short   = 8 // of a list that has much else on its screen
)
