package impor

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/spelling"
)

// Who is no longer in a file, or not Aktif by what it says, is offered as Nonaktif: a list in which somebody ticks whom he
// knows to be gone, then why, then one question. Nothing is ticked before.

// The places.
const (
	atGone  dialog.PlaceName = "kelola/impor/hilang"
	atSebab dialog.PlaceName = "kelola/impor/sebab"
	atYakin dialog.PlaceName = "kelola/impor/yakin"
)

// gone is the list that is offered.
type gone struct {
	Orang   []flow.PegawaiID `json:"orang,omitempty"`
	Centang []flow.PegawaiID `json:"centang,omitempty"`
	Sebab   flow.Sebab       `json:"sebab,omitempty"`
	Sejak   kalender.Tanggal `json:"sejak,omitempty"` // the day that the question names
	Semua   int              `json:"semua,omitempty"` // how many the file leaves out, when Orang are not all of them
	Page    int              `json:"halaman,omitempty"`
}

// goneMax is how many people are kept of the list that is offered; the screen says how many there are in all.
const goneMax = 300

var offered = engine.State[gone]{Key: "kelola/impor/hilang"}

// offer keeps whom the file leaves out.
func offer(t *engine.Turn, in dialog.Examined) {
	d := in.Result.Impact
	if d == nil || len(d.Missing)+len(d.NotAktif) == 0 {
		return
	}
	var list []flow.PegawaiID
	for _, who := range slices.Concat(d.NotAktif, d.Missing) {
		if who.ID != 0 && who.ID != t.Who.ID {
			list = append(list, who.ID)
		}
	}
	s := gone{Orang: list}
	if len(list) > goneMax {
		s.Orang, s.Semua = list[:goneMax], len(list)
	}
	offered.Set(t, s)
}

// there are those of the list who are still Aktif.
func there(t *engine.Turn) (list []flow.Pegawai) {
	for _, id := range offered.Get(t).Orang {
		if p, known := t.Pegawai(id); known && p.Aktif() {
			list = append(list, p)
		}
	}
	return list
}

// ticked are those of them who are ticked.
func ticked(t *engine.Turn) []flow.Pegawai {
	return slices.DeleteFunc(there(t), func(p flow.Pegawai) bool { return !slices.Contains(offered.Get(t).Centang, p.ID) })
}

func goneRow(t *engine.Turn) []ui.Choice {
	if n := len(there(t)); n > 0 {
		return buttons.Row(buttons.Door(fmt.Sprintf("Tidak ada di berkas (%d)", n), doGone, 0))
	}
	return nil
}

func openGone(t *engine.Turn) {
	if !t.May(engine.AdminSIIP, "Data pegawai") {
		return
	}
	if len(there(t)) == 0 {
		t.Answer("Daftar ini sudah selesai.")
		return
	}
	t.Go(atGone)
}

func gonePlace() engine.Place {
	return engine.Place{Name: atGone, Only: &engine.AdminSIIP,
		Screen: goneScreen,
		Taps: engine.Taps{
			"pilih": func(t *engine.Turn, id uint64) {
				s := offered.Edit(t)
				who := flow.PegawaiID(id)
				if i := slices.Index(s.Centang, who); i >= 0 {
					s.Centang = slices.Delete(slices.Clone(s.Centang), i, i+1)
				} else if slices.Contains(s.Orang, who) {
					s.Centang = append(slices.Clone(s.Centang), who)
				}
				t.ShowPlace()
			},
			"halaman": func(t *engine.Turn, page uint64) {
				offered.Edit(t).Page = int(min(page, goneMax))
				t.ShowPlace()
			},
			"keluarkan": func(t *engine.Turn, _ uint64) {
				if len(ticked(t)) == 0 {
					t.Answer("Silakan centang dahulu pegawai yang sudah tidak ada.")
					return
				}
				t.Go(atSebab)
			},
			"selesai": func(t *engine.Turn, _ uint64) {
				offered.Clear(t)
				t.Go("")
			},
		},
	}
}

func goneScreen(t *engine.Turn) ui.Screen {
	s := offered.Get(t)
	all := there(t)
	list := paging.List[flow.Pegawai]{
		Rows: all, Look: paging.Look{Page: s.Page}, Word: "pilih",
		Line: func(text ui.Spans, p flow.Pegawai) ui.Spans {
			opd, _ := t.OPD(p.OPD)
			return text.Bold(spelling.Clip(p.Nama, 60)).Plain("\n", spelling.Clip(opd.Nama, 60))
		},
		ID: func(p flow.Pegawai) uint64 { return uint64(p.ID) },
		Mark: func(p flow.Pegawai) string {
			if slices.Contains(s.Centang, p.ID) {
				return "☑ "
			}
			return "☐ "
		},
	}.Draw(t)
	above := fmt.Sprintf("Tidak ada lagi di berkas\nAda %d pegawai yang masih Aktif di sini, tetapi tidak ada (atau tidak Aktif) di berkas.\n", len(all))
	if s.Semua > 0 {
		above = fmt.Sprintf("Tidak ada lagi di berkas\nAda %d pegawai yang tidak ada (atau tidak Aktif) di berkas. Daftar ini memuat %d di antaranya yang masih Aktif di sini; sisanya tampil bila yang ini sudah dinonaktifkan dan berkas dikirim lagi.\n", s.Semua, len(all))
	}
	return ui.Screen{
		Text: list.Body(ui.Spans{}.Plain(above), "Centang yang memang sudah pensiun, pindah, meninggal, atau berhenti."),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager,
			buttons.Row(buttons.Here(t, fmt.Sprintf("Nonaktifkan (%d)", len(ticked(t))), "keluarkan", 0), buttons.Here(t, "Selesai", "selesai", 0)))),
	}
}

func sebabPlace() engine.Place {
	taps := engine.Taps{"kembali": engine.To(atGone), "batal": engine.To(atGone)}
	for _, sebab := range flow.Sebabs {
		taps[string(sebab)] = func(t *engine.Turn, _ uint64) {
			s := offered.Edit(t)
			s.Sebab, s.Sejak = sebab, t.Today()
			t.Go(atYakin)
		}
	}
	return engine.Place{Name: atSebab, Only: &engine.AdminSIIP, Taps: taps, Screen: func(t *engine.Turn) ui.Screen {
		var choices []ui.Choice
		for _, sebab := range flow.Sebabs {
			choices = append(choices, buttons.Here(t, string(sebab), string(sebab), 0))
		}
		return ui.Screen{
			Text: ui.Spans{}.Plain(fmt.Sprintf("Apa sebab %d pegawai yang dicentang sudah tidak ada? Yang berbeda sebabnya, mohon dinonaktifkan tersendiri.", len(ticked(t)))),
			Rows: buttons.Rows(append(buttons.Fit(choices), buttons.BackAndStop(t))...),
		}
	}}
}

// yakinNamed is how many of them the question names.
const yakinNamed = 10

func yakinPlace() engine.Place {
	return engine.Place{Name: atYakin, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			list, s := ticked(t), offered.Get(t)
			return ui.Screen{
				Text: ui.Spans{}.Plain(fmt.Sprintf("Apakah Anda ingin menonaktifkan %d pegawai ini (%s, per %s)?\n\n", len(list), s.Sebab, s.Sejak.Card())).
					Plain(imports.Listed(list, yakinNamed, func(p flow.Pegawai) string { return p.Nama }), "\n\n").
					Plain("Mereka tidak dapat masuk dan mengusulkan lagi, dan perannya dicabut. Usulan yang sudah ada tetap."),
				Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Ya, Lanjutkan", "ya", 0), buttons.Stop(t))),
			}
		},
		Taps: engine.Taps{"ya": engine.Does(endThem), "batal": engine.To(atGone)},
	}
}

// endThem makes those who are ticked Nonaktif by the day that was agreed to, but for the last Admin SIIP-ASN.
func endThem(t *engine.Turn) {
	sebab, sejak, n := offered.Get(t).Sebab, offered.Get(t).Sejak, 0
	for _, p := range ticked(t) {
		if p.ID == t.Who.ID || p.AdminSIIP && len(t.AdminSIIP()) == 1 {
			continue
		}
		after := p.Keluarkan(sebab, sejak)
		t.Do(dialog.SavePegawai{Pegawai: after})
		trail.Record(t, flow.Nonaktifkan, p.ID, "tidak ada lagi di berkas", ended(p, after)...)
		n++
	}
	offered.Edit(t).Centang, offered.Edit(t).Page = nil, 0
	t.Answer("Tersimpan.")
	t.Note = fmt.Sprintf("Sebanyak %d pegawai dinonaktifkan (%s, per %s).", n, sebab, sejak.Card())
	if len(there(t)) == 0 {
		offered.Clear(t)
		t.Go("")
		return
	}
	t.Go(atGone)
}

// ended is what is different when somebody has left: his status, and the role that goes with it.
func ended(before, after flow.Pegawai) []jejak.Perubahan {
	list := []jejak.Perubahan{{Kolom: "Status", Sebelum: before.StatusWords(), Sesudah: after.StatusWords()}}
	if before.PeranWords() != after.PeranWords() {
		list = append(list, jejak.Perubahan{Kolom: "Peran", Sebelum: before.PeranWords(), Sesudah: after.PeranWords()})
	}
	return list
}
