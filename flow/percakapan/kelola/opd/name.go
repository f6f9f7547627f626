package opd

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// The places of a new name.
const (
	atName  dialog.PlaceName = "kelola/opd/nama"
	atNamed dialog.PlaceName = "kelola/opd/nama/yakin"
)

// nameMin is how short the name of an OPD can be, in characters.
const nameMin = 3

// namePlace asks for the new name of an OPD. It stays the same OPD.
func namePlace() engine.Place {
	return engine.Place{
		Name: atName, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			return ui.Screen{
				Text: ui.Spans{}.Field("Nama saat ini", managedOPD(t).Nama).Plain("\nSilakan ketik nama OPD yang baru."),
				Rows: buttons.Rows(buttons.BackAndStop(t)),
			}
		},
		Typed: typeName,
		Taps:  engine.Taps{"kembali": engine.To(atOPDSatu), "batal": engine.Does((*engine.Turn).Cancel)},
	}
}

func typeName(t *engine.Turn, body string) {
	name, opd := spelling.Tidy(body), managedOPD(t)
	if wrong := wording.WrongLength("Nama OPD", name, nameMin, imports.OPDMax); wrong != "" {
		t.Again(wrong)
		return
	}
	if wrong := takenBy(t, opd, name); wrong != "" {
		t.Again(wrong)
		return
	}
	s := state.Edit(t)
	s.Dulu, s.Nanti = opd.Nama, name
	t.Go(atNamed)
}

// takenBy says that another OPD has the name.
func takenBy(t *engine.Turn, opd flow.OPD, name string) string {
	other, is := t.OPDByName(name)
	if !is || other.ID == opd.ID {
		return ""
	}
	return wording.Sentence("Nama itu sudah dipakai oleh "+other.Nama) + " Mohon ketik nama yang lain."
}

func namedPlace() engine.Place {
	return engine.Place{
		Name: atNamed, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			s := state.Get(t)
			return ui.Screen{
				Text: ui.Spans{}.Plain("Apakah Anda ingin mengubah nama OPD ini?", "\n", s.Dulu, " → ").Bold(s.Nanti).
					Plain("\nPegawai dan usulannya tetap pada OPD yang sama."),
				Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Ya, Lanjutkan", "ya", 0), buttons.Stop(t))),
			}
		},
		Taps: engine.Taps{"ya": engine.Does(rename), "batal": engine.To(atOPDSatu)},
	}
}

// rename gives the OPD the name that was agreed to, if it still has the one that was shown.
func rename(t *engine.Turn) {
	s, opd := state.Get(t), managedOPD(t)
	if wrong := takenBy(t, opd, s.Nanti); opd.Nama != s.Dulu || wrong != "" {
		t.Note = "⚠️ Nama OPD ini baru saja berubah, sehingga belum ada yang disimpan. Silakan periksa lagi."
		t.Go(atOPDSatu)
		return
	}
	opd.Nama = s.Nanti
	t.Do(dialog.SaveOPD{OPD: opd})
	trail.Record(t, flow.UbahOPD, 0, "", jejak.Perubahan{Kolom: "Nama OPD", Sebelum: s.Dulu, Sesudah: s.Nanti})
	t.Answer("Tersimpan.")
	t.Go(atOPDSatu)
}
