package daftar

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/spelling"
)

// flipTicking lets a tap on a row tick it, or open it again.
func flipTicking(t *engine.Turn, _ uint64) {
	view.Edit(t).Memilih = !view.Get(t).Memilih
	t.ShowPlace()
}

// tick1 ticks a row, or takes the tick away.
func tick1(t *engine.Turn, id uint64) {
	ticked := slices.Clone(view.Get(t).Centang)
	at, there := slices.BinarySearch(ticked, flow.UsulanID(id))
	switch {
	case !kartu.Sees(t, flow.UsulanID(id)):
		t.Refuse(kartu.NotFound)
		return
	case there:
		ticked = slices.Delete(ticked, at, at+1)
	case len(ticked) >= centangMax:
		t.Refuse(fmt.Sprintf("Paling banyak %s usulan dapat dicentang.", hitung.Number(centangMax)))
		return
	default:
		ticked = slices.Insert(ticked, at, flow.UsulanID(id))
	}
	view.Edit(t).Centang, view.Edit(t).Hari = ticked, t.Today()
	t.ShowPlace()
}

// ticked are the ticked rows that the person may see now: ticks outlive a role.
func ticked(t *engine.Turn) []flow.UsulanID {
	return slices.DeleteFunc(slices.Clone(view.Get(t).Centang), func(id flow.UsulanID) bool { return !kartu.Sees(t, id) })
}

// tickAll ticks every row of the filter, on all pages.
func tickAll(t *engine.Turn) {
	list := t.Matching(shown(t))
	if len(list) > centangMax {
		t.Refuse(fmt.Sprintf("Daftar ini berisi %s usulan. Paling banyak %s dapat dicentang; silakan persempit dengan filter.",
			hitung.Number(len(list)), hitung.Number(centangMax)))
		return
	}
	slices.Sort(list)
	view.Edit(t).Centang, view.Edit(t).Memilih, view.Edit(t).Hari = list, true, t.Today()
	t.ShowPlace()
}

func untick(t *engine.Turn) {
	view.Edit(t).Centang = nil
	t.ShowPlace()
}

// tickRows are the buttons for ticking, and what can be done with the ticked rows.
func tickRows(t *engine.Turn, total int) [][]ui.Choice {
	v := view.Get(t)
	if !v.Memilih {
		return nil
	}
	tick := buttons.Row(
		buttons.Here(t, spelling.Clip(fmt.Sprintf("Semua (%s)", hitung.Number(total)), buttons.PairMax), "semua", 0),
		buttons.Here(t, "Kosongkan", "kosong", 0))
	if len(v.Centang) == 0 {
		return buttons.Rows(tick)
	}
	var all []ui.Choice
	for _, a := range kartu.Bulk(t) {
		c := buttons.Here(t, kartu.AksiLabel(a), "borong", uint64(a))
		c.Tone = kartu.AksiFace[a].Tone
		all = append(all, c)
	}
	return buttons.Join(buttons.Rows(tick), buttons.Fit(all))
}

// startBulk begins an aksi over all ticked rows.
func startBulk(t *engine.Turn, aksi uint64) {
	t.Open("borongan/mulai", engine.Opening{Button: ui.Button{ID: aksi}, Usulan: ticked(t)})
}
