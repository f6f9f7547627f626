package view

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/giliran"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
)

// The usulan as this step leaves them.

func living(u flow.Usulan) bool { return u.Status != flow.Dihapus }

// Usulan is the usulan with this id, also a deleted one.
func (v *View) Usulan(id flow.UsulanID) (flow.Usulan, bool) {
	return byID(v.usulan, id, v.base.Usulan)
}

// UsulanOf lists the usulan of a pegawai, newest first.
func (v *View) UsulanOf(p flow.PegawaiID) []flow.Usulan {
	return merged(v.base.UsulanOf(p), v.usulan, func(u flow.Usulan) flow.UsulanID { return u.ID },
		func(u flow.Usulan) bool { return living(u) && u.Pegawai == p },
		func(a, b flow.Usulan) int { return cmp.Compare(b.ID, a.ID) })
}

// Waiting lists the usulan of an OPD, or of all for 0, in a status, longest there first.
func (v *View) Waiting(opd flow.OPDID, status flow.Status) []giliran.Waiting {
	list := v.base.Waiting(opd, status)
	if len(v.usulan) == 0 {
		return list
	}
	list = slices.DeleteFunc(list, func(w giliran.Waiting) bool {
		_, changed := v.usulan[w.Usulan]
		return changed
	})
	for _, u := range v.usulan {
		if living(u) && u.Status == status && (opd == 0 || opd == u.OPD) {
			list = append(list, giliran.Waiting{Usulan: u.ID, Pegawai: u.Pegawai, OPD: u.OPD, Sejak: u.Sejak})
		}
	}
	slices.SortFunc(list, giliran.InQueue)
	return list
}

// Matching is the whole list of a filter, in its order: what is stored, without the usulan that this step has changed in
// any way that the filter asks about, and with those of them that it lets through now.
func (v *View) Matching(f daftar.Filter) []flow.UsulanID {
	changed := changedFor(v, f)
	if len(changed) == 0 {
		return v.base.Matching(f)
	}
	ids := slices.DeleteFunc(v.base.Matching(f), func(id flow.UsulanID) bool { return changed[id] })
	match := f.Match(viewMaster{v})
	for id := range changed {
		if u, _ := v.Usulan(id); living(u) && match(daftar.CiriOf(u)) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	if !f.Terlama {
		slices.Reverse(ids)
	}
	return ids
}

// changedFor lists the usulan that the filter may judge otherwise than before: those that were changed, and, when it
// searches for words, those whose pegawai or jenis diklat was.
func changedFor(v *View, f daftar.Filter) map[flow.UsulanID]bool {
	set := map[flow.UsulanID]bool{}
	for id := range v.usulan {
		set[id] = true
	}
	if !daftar.FilterText.IsSet(f) || len(v.pegawai)+len(v.panduan) == 0 {
		return set
	}
	for id := range v.pegawai {
		for _, u := range v.base.UsulanOf(id) {
			set[u.ID] = true
		}
	}
	if len(v.panduan) > 0 {
		for _, id := range v.base.Matching(daftar.Filter{}) {
			u, _ := v.base.Usulan(id)
			if _, is := v.panduan[u.Panduan]; is {
				set[id] = true
			}
		}
	}
	return set
}

// viewMaster looks up words in the master data as this step leaves them.
type viewMaster struct{ *View }

// PegawaiWith looks up whose nama or NIP contains the word.
func (v viewMaster) PegawaiWith(word string) func(flow.PegawaiID) bool {
	return func(id flow.PegawaiID) bool {
		p, there := v.Pegawai(id)
		return there && p.Contains(word)
	}
}

// PanduanWith looks up which entries of the panduan contain the word.
func (v viewMaster) PanduanWith(word string) func(flow.PanduanID) bool {
	return func(id flow.PanduanID) bool {
		p, there := v.Panduan(id)
		return there && spelling.Matches(p.Nama, word)
	}
}

// Daftar is a page of the list.
func (v *View) Daftar(f daftar.Filter, from flow.UsulanID, n int) daftar.Page {
	if len(changedFor(v, f)) == 0 {
		return v.base.Daftar(f, from, n)
	}
	return daftar.PageOf(v.Matching(f), f, from, n, v.Usulan)
}

// eachUsulan gives every usulan that is not deleted, oldest first.
func eachUsulan(v *View, look func(flow.Usulan)) {
	for _, id := range v.Matching(daftar.Filter{Terlama: true}) {
		u, _ := v.Usulan(id)
		look(u)
	}
}

// Rekomendasis lists every Rekomendasi that an usulan has, each once, by name.
func (v *View) Rekomendasis() []string {
	if len(v.usulan) == 0 {
		return v.base.Rekomendasis()
	}
	spelling := map[string]string{}
	eachUsulan(v, func(u flow.Usulan) {
		if key := strings.ToLower(u.Rekomendasi); spelling[key] == "" && key != "" {
			spelling[key] = u.Rekomendasi
		}
	})
	var list []string
	for _, key := range slices.Sorted(maps.Keys(spelling)) {
		list = append(list, spelling[key])
	}
	return list
}

// Periodes lists every periode that an usulan has, newest first.
func (v *View) Periodes() []kalender.Periode {
	if len(v.usulan) == 0 {
		return v.base.Periodes()
	}
	seen := map[kalender.Periode]bool{}
	eachUsulan(v, func(u flow.Usulan) { seen[u.Periode()] = true })
	return slices.SortedFunc(maps.Keys(seen), func(a, b kalender.Periode) int { return cmp.Compare(b, a) })
}

// Viewers lists the chats that have a card of the usulan.
func (v *View) Viewers(id flow.UsulanID) []flow.AccountID {
	list := append(v.base.Viewers(id), v.viewer[id]...)
	slices.Sort(list)
	return slices.Compact(list)
}

// Cards lists the usulan that have a card in the chat. A card is there when it was sent, so no effect changes it.
func (v *View) Cards(chat flow.AccountID) []flow.UsulanID { return v.base.Cards(chat) }
