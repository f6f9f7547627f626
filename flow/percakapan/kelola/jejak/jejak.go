// Package jejak shows the audit trail. It is a part of Kelola, for an Admin SIIP-ASN.
package jejak

import (
	"fmt"
	"strconv"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/people"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// The places.
const (
	atKelolaJejak dialog.PlaceName = "kelola/jejak"
	atJejakOrang  dialog.PlaceName = "kelola/jejak/orang"
)

// looked is what an Admin SIIP-ASN is looking at.
type looked struct {
	Nomor       uint64           `json:"nomor,omitempty"` // of the first entry that is shown; 0: the newest
	Jejak       jejak.Bagian     `json:"jejak,omitzero"`  // which part of the trail is shown
	Dari        dialog.PlaceName `json:"dari,omitempty"`  // from where it was opened: there Kembali leads
	paging.Look                  // of the search for a pegawai
}

var state = engine.State[looked]{Key: "kelola/jejak", Old: "kelola"}

func lookOf(t *engine.Turn) *paging.Look { return &state.Edit(t).Look }

// Conversation shows the audit trail.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "kelola/jejak",
		Places: []engine.Place{kelolaJejakPlace(), jejakOrangPlace()},
		Doors: []engine.Door{
			state.Fresh("kelola/jejak", atKelolaJejak),
			{Word: "kelola/jejak/pegawai", Inner: true, Open: func(t *engine.Turn, o engine.Opening) {
				state.Set(t, looked{Dari: t.Place()})
				openJejak(t, jejak.Bagian{Pegawai: flow.PegawaiID(o.ID)})
			}},
		},
	}
}

// jejakPerPage keeps a page of the trail within one message, whatever the longest entries are.
const jejakPerPage = 6

func kelolaJejakPlace() engine.Place {
	return engine.Place{Name: atKelolaJejak, Only: &engine.AdminSIIP,
		Screen: kelolaJejakScreen,
		Typed:  searchJejak, Awaits: engine.Searches,
		Taps: engine.Taps{
			"sebelum": func(t *engine.Turn, nomor uint64) { state.Edit(t).Nomor = nomor; t.ShowPlace() },
			"terbaru": func(t *engine.Turn, _ uint64) { state.Edit(t).Nomor = 0; t.ShowPlace() },
			"semua":   func(t *engine.Turn, _ uint64) { openJejak(t, jejak.Bagian{}) },
			"export": func(t *engine.Turn, _ uint64) {
				t.Answer("Berkas sedang disiapkan.")
				t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{Oleh: t.Who.ID, Jenis: dialog.LaporanJejak, Jejak: state.Get(t).Jejak}})
			},
			"kembali": leaveJejak,
		},
	}
}

// openJejak shows a part of the trail from its newest entry on.
func openJejak(t *engine.Turn, of jejak.Bagian) {
	state.Edit(t).Jejak, state.Edit(t).Nomor = of, 0
	t.Go(atKelolaJejak)
}

// leaveJejak goes back to where the trail of a pegawai was opened, or to the whole trail from that of an usulan.
func leaveJejak(t *engine.Turn, _ uint64) {
	switch k := state.Get(t); {
	case k.Jejak.Pegawai != 0 && k.Dari != "":
		t.Go(k.Dari)
	case k.Jejak != (jejak.Bagian{}):
		openJejak(t, jejak.Bagian{})
	default:
		t.Go("kelola")
	}
}

// searchJejak takes the number of an usulan, or a part of a name or NIP.
func searchJejak(t *engine.Turn, body string) {
	digits := strings.TrimSpace(strings.TrimPrefix(strings.ToLower(spelling.Tidy(body)), "no."))
	if id, err := strconv.ParseUint(digits, 10, 64); err == nil && len(digits) < 10 {
		if _, exists := t.Usulan(flow.UsulanID(id)); !exists {
			t.Again(fmt.Sprintf("Usulan No. %d tidak ditemukan. Silakan ketik nomor yang lain.", id))
			return
		}
		openJejak(t, jejak.Bagian{Usulan: flow.UsulanID(id)})
		return
	}
	state.Edit(t).Search(body)
	t.Go(atJejakOrang)
}

// jejakOrangPlace finds the pegawai whose trail is meant.
func jejakOrangPlace() engine.Place {
	return paging.Searched(engine.Place{Name: atJejakOrang, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			return people.Screen(t, "Catatan perubahan seorang pegawai", state.Get(t).Look, buttons.Back(t))
		},
		Taps: engine.Taps{
			"orang":   func(t *engine.Turn, id uint64) { openJejak(t, jejak.Bagian{Pegawai: flow.PegawaiID(id)}) },
			"kembali": engine.To(atKelolaJejak),
		},
	}, lookOf)
}

// kelolaJejakScreen shows the trail, newest first: all of it, or that of one pegawai or usulan.
func kelolaJejakScreen(t *engine.Turn) ui.Screen {
	k := state.Get(t)
	list := t.Jejak(k.Jejak, k.Nomor, jejakPerPage+1)
	text := jejakHead(t, ui.Spans{}.Plain("Catatan perubahan (Jejak Audit)\n"), k.Jejak).Plain("\n")
	for _, e := range list[:min(len(list), jejakPerPage)] {
		text = append(text, jejakText(t, e)...)
	}
	if len(list) == 0 {
		text = text.Plain("Belum ada catatan.\n\n")
	}
	var turn, all []ui.Choice
	if k.Nomor != 0 {
		turn = append(turn, buttons.Here(t, "Terbaru", "terbaru", 0))
	}
	if len(list) > jejakPerPage {
		turn = append(turn, buttons.Here(t, "Lebih lama ›", "sebelum", list[jejakPerPage-1].Nomor))
	}
	if k.Jejak != (jejak.Bagian{}) {
		all = buttons.Row(buttons.Here(t, "Semua catatan", "semua", 0))
	}
	return ui.Screen{
		Text: text.Plain("Silakan ketik nama, NIP, atau nomor usulan untuk mencari. Berkas Excel memuat semua catatan beserta hasil pemeriksaan bahwa tidak ada catatan yang diubah atau dihapus."),
		Rows: buttons.Rows(turn, all, buttons.Row(buttons.Here(t, "Export ke Excel", "export", 0)), buttons.Back(t)),
	}
}

// jejakHead says whose trail it is.
func jejakHead(t *engine.Turn, text ui.Spans, of jejak.Bagian) ui.Spans {
	if of.Usulan != 0 {
		u, _ := t.Usulan(of.Usulan)
		p, _ := t.Pegawai(u.Pegawai)
		return text.Field("Usulan", fmt.Sprintf("No. %d, %s, %s (%s)", u.ID, p.Nama, kartu.Title(t, u), u.Status))
	}
	p, _ := t.Pegawai(of.Pegawai)
	return text.Field("Pegawai", p.Nama)
}

// jejakText is an entry in three lines: when and what, who, and the first thing that was changed or said.
func jejakText(t *engine.Turn, e jejak.Entry) ui.Spans {
	what := e.Aksi.Dicatat()
	if e.Usulan != 0 {
		what += fmt.Sprintf(" usulan No. %d", e.Usulan)
	}
	if e.Ke != e.Dari {
		what += " → " + e.Ke.String()
	}
	text := ui.Spans{}.Plain(fmt.Sprintf("%d. %s, %s", e.Nomor, what, wording.Clock(t, e.At)), "\n").
		Plain(fmt.Sprintf("oleh %s (%s)", spelling.Clip(e.OlehNama, 60), e.Peran))
	if p, ok := t.Pegawai(e.Pegawai); ok && e.Pegawai != e.Oleh {
		text = text.Plain(", untuk ", spelling.Clip(p.Nama, 60))
	}
	return text.Plain("\n", detail(e))
}

// detail is the first thing that an entry has changed, or what was said; empty when neither is there.
func detail(e jejak.Entry) string {
	var parts []string
	for _, c := range e.Ubah[:min(len(e.Ubah), 1)] {
		parts = append(parts, fmt.Sprintf("%s: %s → %s", c.Kolom, spelling.Clip(wording.Or(c.Sebelum, "(kosong)"), 80), spelling.Clip(wording.Or(c.Sesudah, "(kosong)"), 80)))
	}
	if n := len(e.Ubah) - 1; n > 0 {
		parts = append(parts, fmt.Sprintf("dan %d perubahan lainnya", n))
	}
	if e.Keterangan != "" && !named(e) {
		parts = append(parts, spelling.Clip(wording.Shortened(e.Keterangan, 1), 120))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "; ") + "\n"
}

// named tells that the change which is shown begins with the keterangan, as that of an entry of the panduan does with its name:
// it is not said twice.
func named(e jejak.Entry) bool {
	return len(e.Ubah) > 0 && (strings.HasPrefix(e.Ubah[0].Sebelum, e.Keterangan) || strings.HasPrefix(e.Ubah[0].Sesudah, e.Keterangan))
}

// JejakScreen says whether the trail is unbroken.
func JejakScreen(rows int, problems []string) ui.Screen {
	if len(problems) == 0 {
		return ui.Screen{Text: ui.Spans{}.Plain(fmt.Sprintf("✅ Tidak ada catatan yang diubah atau dihapus. Berkas ini memuat %s catatan perubahan.", hitung.Number(rows)))}
	}
	return ui.Screen{Text: ui.Spans{}.Plain("⚠️ Ada catatan yang diubah atau dihapus: ", problems[0],
		fmt.Sprintf(" (%d masalah). Mohon hubungi pengelola sistem.", len(problems)))}
}
