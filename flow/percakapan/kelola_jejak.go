package percakapan

import (
	"fmt"
	"strconv"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// jejakPerPage keeps a page of the trail within one message, whatever the longest entries are.
const jejakPerPage = 6

func kelolaJejakPlace() place {
	return place{
		screen: (*turn).kelolaJejakScreen,
		typed:  (*turn).searchJejak,
		taps: map[string]func(*turn, uint64){
			"sebelum": func(t *turn, nomor uint64) { t.s.Kelola.Nomor = nomor; t.showPlace() },
			"terbaru": func(t *turn, _ uint64) { t.s.Kelola.Nomor = 0; t.showPlace() },
			"semua":   func(t *turn, _ uint64) { t.openJejak(flow.Jejak{}) },
			"export": func(t *turn, _ uint64) {
				t.answer("Berkas sedang disiapkan.")
				t.do(dialog.Send{To: t.me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanJejak, Jejak: t.s.Kelola.Jejak}})
			},
			"kembali": (*turn).leaveJejak,
		},
	}
}

// openJejak shows a part of the trail from its newest entry on.
func (t *turn) openJejak(of flow.Jejak) {
	t.s.Kelola.Jejak, t.s.Kelola.Nomor = of, 0
	t.goTo(atKelolaJejak)
}

// leaveJejak goes back to the pegawai whose trail it was, or to the whole trail from that of an usulan.
func (t *turn) leaveJejak(uint64) {
	switch k := &t.s.Kelola; {
	case k.Jejak.Usulan != 0:
		t.openJejak(flow.Jejak{})
	case k.Jejak.Pegawai != 0 && k.Jejak.Pegawai == k.Pegawai:
		t.goTo(atPegawaiSatu)
	case k.Jejak.Pegawai != 0:
		t.openJejak(flow.Jejak{})
	default:
		t.goTo(atKelola)
	}
}

// searchJejak takes the number of an usulan, or a part of a name or NIP.
func (t *turn) searchJejak(body string) {
	digits := strings.TrimSpace(strings.TrimPrefix(strings.ToLower(flow.Tidy(body)), "no."))
	if id, err := strconv.ParseUint(digits, 10, 64); err == nil && len(digits) < 10 {
		if _, exists := t.Usulan(flow.UsulanID(id)); !exists {
			t.again(fmt.Sprintf("Usulan No. %d tidak pernah ada. Silakan ketik nomor yang lain.", id))
			return
		}
		t.openJejak(flow.Jejak{Usulan: flow.UsulanID(id)})
		return
	}
	t.s.Kelola.Cari, t.s.Kelola.Halaman = sought(body), 0
	t.goTo(atJejakOrang)
}

// jejakOrangPlace finds the pegawai whose trail is meant.
func jejakOrangPlace() place {
	return place{
		screen: func(t *turn) dialog.Screen { return t.peopleScreen("Jejak seorang pegawai", t.back()) },
		typed:  (*turn).searchKelola,
		taps: map[string]func(*turn, uint64){
			"halaman": (*turn).turnKelola,
			"orang":   func(t *turn, id uint64) { t.openJejak(flow.Jejak{Pegawai: flow.PegawaiID(id)}) },
			"kembali": to(atKelolaJejak),
		},
	}
}

// kelolaJejakScreen shows the trail, newest first: all of it, or that of one pegawai or usulan.
func (t *turn) kelolaJejakScreen() dialog.Screen {
	k := t.s.Kelola
	list := t.Jejak(k.Jejak, k.Nomor, jejakPerPage+1)
	text := t.jejakHead(dialog.Spans{}.Bold("Jejak").Plain("\n"), k.Jejak).Plain("\n")
	for _, e := range list[:min(len(list), jejakPerPage)] {
		text = append(text, t.jejakText(e)...)
	}
	if len(list) == 0 {
		text = text.Plain("Belum ada catatan.\n\n")
	}
	var turn, all []dialog.Choice
	if k.Nomor != 0 {
		turn = append(turn, t.here("⏫ Terbaru", "terbaru", 0))
	}
	if len(list) > jejakPerPage {
		turn = append(turn, t.here("Lebih lama ▶️", "sebelum", list[jejakPerPage-1].Nomor))
	}
	if k.Jejak != (flow.Jejak{}) {
		all = row(t.here("✖️ Semua catatan", "semua", 0))
	}
	return dialog.Screen{
		Text: text.Plain("Silakan ketik nama, NIP, atau nomor usulan untuk mencari. Berkas Excel memuat semuanya dan memeriksa bahwa rantai jejak utuh."),
		Rows: rows(turn, all, row(t.here("📗 Export ke Excel", "export", 0)), t.back()),
	}
}

// jejakHead says whose trail it is.
func (t *turn) jejakHead(text dialog.Spans, of flow.Jejak) dialog.Spans {
	if of.Usulan != 0 {
		u, _ := t.Usulan(of.Usulan)
		p, _ := t.Pegawai(u.Pegawai)
		return text.Field("Usulan", fmt.Sprintf("No. %d, %s, %s (%s)", u.ID, p.Nama, t.title(u), u.Status))
	}
	p, _ := t.Pegawai(of.Pegawai)
	return text.Field("Pegawai", p.Nama)
}

// jejakText is an entry in a few lines.
func (t *turn) jejakText(e flow.Entry) dialog.Spans {
	what := e.Aksi.String()
	if e.Usulan != 0 {
		what += fmt.Sprintf(" usulan No. %d", e.Usulan)
	}
	if e.Ke != e.Dari {
		what += " → " + e.Ke.String()
	}
	text := dialog.Spans{}.Plain(fmt.Sprintf("%d. %s\n", e.Nomor, t.clock(e.At))).Bold(what).
		Plain(fmt.Sprintf("\noleh %s (%s)", flow.Clip(e.OlehNama, 60), e.Peran))
	if p, ok := t.Pegawai(e.Pegawai); ok && e.Pegawai != e.Oleh {
		text = text.Plain(", untuk ", flow.Clip(p.Nama, 60))
	}
	text = text.Plain("\n")
	for _, c := range e.Ubah[:min(len(e.Ubah), 2)] {
		text = text.Plain(c.Kolom, ": ", flow.Clip(or(c.Sebelum, "(kosong)"), 80), " → ", flow.Clip(or(c.Sesudah, "(kosong)"), 80), "\n")
	}
	if e.Keterangan != "" {
		text = text.Plain(flow.Clip(e.Keterangan, 120), "\n")
	}
	return text.Plain("\n")
}

// JejakScreen says whether the trail is unbroken.
func JejakScreen(rows int, problems []string) dialog.Screen {
	if len(problems) == 0 {
		return dialog.Screen{Text: dialog.Spans{}.Plain(fmt.Sprintf("🔎 Rantai jejak utuh. Berkas berikut memuat %s catatan.", thousands(rows)))}
	}
	return dialog.Screen{Text: dialog.Spans{}.Plain("⚠️ ").Bold("Rantai jejak tidak utuh").Plain(": ", problems[0],
		fmt.Sprintf(" (%d masalah). Mohon hubungi pengelola sistem.", len(problems)))}
}
