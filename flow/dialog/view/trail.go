package view

import (
	"cmp"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/jejak"
)

// The trail as this step leaves it.

// lastEntry is the newest of all; the zero Entry where there is none.
func lastEntry(v *View) jejak.Entry {
	if n := len(v.entries); n > 0 {
		return v.entries[n-1]
	}
	if list := v.base.Jejak(jejak.Bagian{}, 0, 1); len(list) > 0 {
		return list[0]
	}
	return jejak.Entry{}
}

// History lists the trail of an usulan, oldest first.
func (v *View) History(id flow.UsulanID) []jejak.Entry {
	list := v.base.History(id)
	for _, e := range v.entries {
		if e.Usulan == id && id != 0 {
			list = append(list, e)
		}
	}
	return list
}

// Jejak lists n entries of a part of the trail, newest first: those before a number, or the newest for 0.
func (v *View) Jejak(of jejak.Bagian, before uint64, n int) []jejak.Entry {
	var list []jejak.Entry
	for _, e := range slices.Backward(v.entries) {
		if (before == 0 || e.Nomor < before) && of.Has(e) && len(list) < n {
			list = append(list, e)
		}
	}
	return append(list, v.base.Jejak(of, before, n-len(list))...)
}

// Keterangan lists the n reasons used most.
func (v *View) Keterangan(scope flow.OPDID, aksi flow.Aksi, n int) []dialog.Used {
	if len(v.reason) == 0 {
		return v.base.Keterangan(scope, aksi, n)
	}
	counts := map[string]int{}
	for _, u := range v.base.Keterangan(scope, aksi, everybody) {
		counts[u.Text] = u.Count
	}
	for k, n := range v.reason {
		if k.scope == scope && k.aksi == aksi {
			counts[k.text] += n
		}
	}
	var list []dialog.Used
	for text, n := range counts {
		list = append(list, dialog.Used{Text: text, Count: n})
	}
	slices.SortFunc(list, func(a, b dialog.Used) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Text, b.Text))
	})
	return list[:min(n, len(list))]
}
