package daftar

import "siip-asn/flow"

// Page is a part of a list. It is found by its first row, not by a number, so it stays what it is while decisions
// land.
type Page struct {
	Rows  []flow.Usulan
	Mulai int           // the place of the first row in the whole list, from 1 on
	Total int           // rows in the whole list
	Prev  flow.UsulanID // first row of the page before; 0: there is none
	Next  flow.UsulanID // first row of the page behind; 0: there is none
}

// PageOf is the page of n rows of the list that begins with the row from, or the first page for 0. Where that row is gone,
// the page begins with the one that stood behind it; where none did, it is the last page. The ids are the whole list in the
// order of the filter.
func PageOf(ids []flow.UsulanID, f Filter, from flow.UsulanID, n int, usulan func(flow.UsulanID) (flow.Usulan, bool)) Page {
	at := 0
	for from != 0 && at < len(ids) && ids[at] != from && (ids[at] < from) == f.Terlama {
		at++
	}
	if at >= len(ids) {
		at = max(0, len(ids)-1) / n * n
	}
	page := Page{Total: len(ids), Mulai: at + 1}
	for _, id := range ids[at:min(at+n, len(ids))] {
		u, _ := usulan(id)
		page.Rows = append(page.Rows, u)
	}
	if at > 0 {
		page.Prev = ids[max(0, at-n)]
	}
	if at+n < len(ids) {
		page.Next = ids[at+n]
	}
	return page
}
