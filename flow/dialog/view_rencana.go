package dialog

import (
	"cmp"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/rencana"
)

// Skenarios lists the named questions to the budget of a periode, by name.
func (v *View) Skenarios(p flow.Periode) []rencana.Skenario {
	list := v.base.Skenarios(p)
	for _, effect := range v.effects {
		e, is := effect.(SaveSkenario)
		if !is || e.Skenario.Periode != p {
			continue
		}
		same := func(s rencana.Skenario) bool { return flow.JudulKey(s.Nama) == flow.JudulKey(e.Skenario.Nama) }
		list = slices.DeleteFunc(slices.Clone(list), same)
		if !e.Hapus {
			list = append(list, e.Skenario)
		}
	}
	slices.SortStableFunc(list, func(a, b rencana.Skenario) int { return cmp.Compare(flow.JudulKey(a.Nama), flow.JudulKey(b.Nama)) })
	return list
}
