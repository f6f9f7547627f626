package opd

import (
	"siip-asn/flow"
	"siip-asn/flow/berkas"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
)

// The places of a new name.
const (
	atName  dialog.PlaceName = "kelola/opd/nama"
	atNamed dialog.PlaceName = "kelola/opd/nama/yakin"
)

// nameMin is how short the name of an OPD can be, in characters.
const nameMin = 3

// namePlace asks for the new name of an OPD. It stays the same OPD.
func namePlace() dialog.Place {
	return dialog.Place{
		Name: atName, Only: &dialog.AdminSIIP,
		Screen: func(t *dialog.Turn) dialog.Screen {
			return dialog.Screen{
				Text: dialog.Spans{}.Field("Nama saat ini", managedOPD(t).Nama).Plain("\nSilakan ketik nama OPD yang baru."),
				Rows: buttons.Rows(buttons.BackAndStop(t)),
			}
		},
		Typed: typeName,
		Taps:  dialog.Taps{"kembali": dialog.To(atOPDSatu), "batal": dialog.Does((*dialog.Turn).Cancel)},
	}
}

func typeName(t *dialog.Turn, body string) {
	name, opd := flow.Tidy(body), managedOPD(t)
	if wrong := wording.WrongLength("Nama OPD", name, nameMin, berkas.OPDMax); wrong != "" {
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
func takenBy(t *dialog.Turn, opd flow.OPD, name string) string {
	other, is := t.OPDByName(name)
	if !is || other.ID == opd.ID {
		return ""
	}
	return wording.Sentence("Nama itu sudah dipakai oleh "+other.Nama) + " Mohon ketik nama yang lain."
}

func namedPlace() dialog.Place {
	return dialog.Place{
		Name: atNamed, Only: &dialog.AdminSIIP,
		Screen: func(t *dialog.Turn) dialog.Screen {
			s := state.Get(t)
			return dialog.Screen{
				Text: dialog.Spans{}.Plain("Apakah Anda ingin mengubah nama OPD ini?", "\n", s.Dulu, " → ").Bold(s.Nanti).
					Plain("\nPegawai dan usulannya tetap pada OPD yang sama."),
				Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Ya, Lanjutkan", "ya", 0), buttons.Stop(t))),
			}
		},
		Taps: dialog.Taps{"ya": dialog.Does(rename), "batal": dialog.To(atOPDSatu)},
	}
}

// rename gives the OPD the name that was agreed to, if it still has the one that was shown.
func rename(t *dialog.Turn) {
	s, opd := state.Get(t), managedOPD(t)
	if wrong := takenBy(t, opd, s.Nanti); opd.Nama != s.Dulu || wrong != "" {
		t.Note = "⚠️ Nama OPD ini baru saja berubah, sehingga belum ada yang disimpan. Silakan periksa lagi."
		t.Go(atOPDSatu)
		return
	}
	opd.Nama = s.Nanti
	t.Do(dialog.SaveOPD{OPD: opd})
	trail.Record(t, flow.UbahOPD, 0, "", flow.Perubahan{Kolom: "Nama OPD", Sebelum: s.Dulu, Sesudah: s.Nanti})
	t.Answer("Tersimpan.")
	t.Go(atOPDSatu)
}
