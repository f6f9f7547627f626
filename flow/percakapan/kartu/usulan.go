package kartu

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/wording"
)

// Sees tells whether the usulan is there for the person: a tap can be forged.
func Sees(t *engine.Turn, id flow.UsulanID) bool {
	u, ok := t.Usulan(id)
	return ok && len(flow.Relation(t.Who, u)) > 0
}

// stands are the columns whose values stand out: nama, diklat and status do, nothing else.
var stands = map[string]bool{"Usulan Diklat": true, "Nama": true, "Status": true}

// ChangesText lists what an edit changes, a line a field: "Kolom: before → after".
func ChangesText(t *engine.Turn, text ui.Spans, changes []jejak.Perubahan) ui.Spans {
	if len(changes) == 0 {
		return text.Plain("Belum ada yang berubah.\n")
	}
	for _, c := range changes {
		text = text.Plain(c.Kolom, ": ", wording.Or(c.Sebelum, "(kosong)"), " → ")
		if after := wording.Or(c.Sesudah, "(kosong)"); stands[c.Kolom] {
			text = text.Bold(after).Plain("\n")
		} else {
			text = text.Plain(after, "\n")
		}
	}
	return text
}

// OwnLine says in one line where the person's own usulan of this periode stands.
func OwnLine(t *engine.Turn) string {
	u, ok := Running(t, t.Who.ID)
	if !ok {
		return "Anda belum mengusulkan diklat " + InPeriode(t) + "."
	}
	return fmt.Sprintf("Usulan Anda %s: %s (%s).", InPeriode(t), Title(t, u), u.Status)
}

// InPeriode says for which periode one proposes now, as the end of a sentence.
func InPeriode(t *engine.Turn) string {
	if p := t.Aturan().Periode(t.Today()); p != kalender.Semua {
		return "untuk periode " + p.String()
	}
	return "di SIIP-ASN"
}

// Running is the usulan that takes the place of the pegawai in the present periode, if there is one.
func Running(t *engine.Turn, p flow.PegawaiID) (flow.Usulan, bool) {
	now := t.Aturan().Periode(t.Today())
	for _, u := range t.UsulanOf(p) {
		if now.Has(u.TanggalUsul) {
			return u, true
		}
	}
	return flow.Usulan{}, false
}

// Gone tells whether there is nothing for the person to do with the usulan any more.
func Gone(t *engine.Turn, id flow.UsulanID) bool {
	u, _ := t.Usulan(id)
	return !Sees(t, id) || u.Status == flow.Dihapus
}
