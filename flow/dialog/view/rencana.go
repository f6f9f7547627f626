package view

import (
	"cmp"
	"slices"

	"siip-asn/flow/dialog"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/flow/rencana"
)

// Skenarios lists the named questions to the budget of a periode, by name.
func (v *View) Skenarios(p kalender.Periode) []rencana.Skenario {
	list := v.base.Skenarios(p)
	for _, effect := range v.effects {
		e, is := effect.(dialog.SaveSkenario)
		if !is || e.Skenario.Periode != p {
			continue
		}
		same := func(s rencana.Skenario) bool { return judul.Key(s.Nama) == judul.Key(e.Skenario.Nama) }
		list = slices.DeleteFunc(slices.Clone(list), same)
		if !e.Hapus {
			list = append(list, e.Skenario)
		}
	}
	slices.SortStableFunc(list, func(a, b rencana.Skenario) int { return cmp.Compare(judul.Key(a.Nama), judul.Key(b.Nama)) })
	return list
}
