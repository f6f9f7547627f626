package percakapan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// flipTicking lets a tap on a row tick it, or open it again.
func (t *turn) flipTicking(uint64) {
	t.s.Daftar.Memilih = !t.s.Daftar.Memilih
	t.showPlace()
}

// tick1 ticks a row, or takes the tick away.
func (t *turn) tick1(id uint64) {
	ticked := slices.Clone(t.s.Daftar.Centang)
	at, there := slices.BinarySearch(ticked, flow.UsulanID(id))
	switch {
	case !t.sees(flow.UsulanID(id)):
		t.refuse(notFound)
		return
	case there:
		ticked = slices.Delete(ticked, at, at+1)
	case len(ticked) >= dialog.CentangMax:
		t.refuse(fmt.Sprintf("Paling banyak %s usulan dapat dicentang.", thousands(dialog.CentangMax)))
		return
	default:
		ticked = slices.Insert(ticked, at, flow.UsulanID(id))
	}
	t.s.Daftar.Centang = ticked
	t.showPlace()
}

// sees tells whether the usulan is there for the person: a tap can be forged.
func (t *turn) sees(id flow.UsulanID) bool {
	u, ok := t.Usulan(id)
	return ok && len(flow.Relation(t.saya, u)) > 0
}

// ticked are the ticked rows that the person may see now: ticks outlive a role.
func (t *turn) ticked() []flow.UsulanID {
	return slices.DeleteFunc(slices.Clone(t.s.Daftar.Centang), func(id flow.UsulanID) bool { return !t.sees(id) })
}

// tickAll ticks every row of the filter, on all pages.
func (t *turn) tickAll() {
	list := t.Saring(t.filter())
	if len(list) > dialog.CentangMax {
		t.refuse(fmt.Sprintf("Daftar ini berisi %s usulan. Paling banyak %s dapat dicentang; silakan persempit dengan saringan.",
			thousands(len(list)), thousands(dialog.CentangMax)))
		return
	}
	slices.Sort(list)
	t.s.Daftar.Centang, t.s.Daftar.Memilih = list, true
	t.showPlace()
}

func (t *turn) untick() {
	t.s.Daftar.Centang = nil
	t.showPlace()
}

// tickRows are the buttons for ticking, and what can be done with the ticked rows.
func (t *turn) tickRows(total int) [][]dialog.Choice {
	if !t.s.Daftar.Memilih {
		return rows(row(t.here("☑️ Centang", "memilih", 0)))
	}
	tick := row(
		t.here(fmt.Sprintf("☑️ Semua (%s)", thousands(total)), "semua", 0),
		t.here("☐ Kosongkan", "kosong", 0),
		t.here("Selesai", "memilih", 0))
	if len(t.s.Daftar.Centang) == 0 {
		return rows(tick)
	}
	var all []dialog.Choice
	for _, a := range t.boronganAksi() {
		c := t.here(aksiLabel(a), "borong", uint64(a))
		c.Tone = aksiFace[a].tone
		all = append(all, c)
	}
	return append(rows(tick), pairs(all)...)
}

// boronganAksi lists what the person's roles can do with many usulan at once.
func (t *turn) boronganAksi() []flow.Aksi {
	var list []flow.Aksi
	for _, a := range flow.Aksis {
		if _, asks := questions[a]; asks && slices.ContainsFunc(flow.Siklus, func(b flow.Baris) bool {
			return b.Aksi == a && (b.Peran == flow.AdminOPD && t.saya.AdminOPD || b.Peran == flow.AdminSIIP && t.saya.AdminSIIP)
		}) {
			list = append(list, a)
		}
	}
	return list
}
