package percakapan

import (
	"fmt"

	"siip-asn/flow"
)

// jejakPerPage keeps a page of the trail within one message, whatever the longest entries are.
const jejakPerPage = 8

func kelolaJejakPlace() place {
	return place{
		screen: (*turn).kelolaJejakScreen,
		taps: map[string]func(*turn, uint64){
			"sebelum": func(t *turn, nomor uint64) { t.s.Kelola.Nomor = nomor; t.showPlace() },
			"terbaru": func(t *turn, _ uint64) { t.s.Kelola.Nomor = 0; t.showPlace() },
			"semua":   func(t *turn, _ uint64) { t.s.Kelola.Nomor, t.s.Kelola.Pegawai = 0, 0; t.showPlace() },
			"export": func(t *turn, _ uint64) {
				t.answer("Berkas sedang disiapkan.")
				t.do(flow.Send{To: t.me(), Laporan: flow.Laporan{Jenis: flow.LaporanJejak, Pegawai: t.s.Kelola.Pegawai}})
			},
			"kembali": func(t *turn, _ uint64) {
				if t.s.Kelola.Pegawai != 0 {
					t.goTo(atPegawaiSatu)
					return
				}
				t.goTo(atKelola)
			},
		},
	}
}

// kelolaJejakScreen shows the trail, newest first: of everybody, or of one pegawai.
func (t *turn) kelolaJejakScreen() flow.Screen {
	k := t.s.Kelola
	list := t.Jejak(k.Pegawai, k.Nomor, jejakPerPage+1)
	text := flow.Spans{}.Bold("Jejak").Plain("\n")
	if k.Pegawai != 0 {
		text = text.Field("Pegawai", t.managed().Nama)
	}
	text = text.Plain("\n")
	for _, e := range list[:min(len(list), jejakPerPage)] {
		text = append(text, t.jejakText(e)...)
	}
	if len(list) == 0 {
		text = text.Plain("Belum ada catatan.\n")
	}
	var turn, all []flow.Choice
	if k.Nomor != 0 {
		turn = append(turn, t.here("⏫ Terbaru", "terbaru", 0))
	}
	if len(list) > jejakPerPage {
		turn = append(turn, t.here("Sebelumnya ▶️", "sebelum", list[jejakPerPage-1].Nomor))
	}
	if k.Pegawai != 0 {
		all = row(t.here("✖️ Semua orang", "semua", 0))
	}
	return flow.Screen{
		Text: text.Plain("Berkas Excel memuat seluruh jejak dan memeriksa bahwa rantainya utuh."),
		Rows: rows(turn, all, row(t.here("📗 Export ke Excel", "export", 0)), t.back()),
	}
}

// jejakText is an entry in a few lines.
func (t *turn) jejakText(e flow.Entry) flow.Spans {
	what := e.Aksi.String()
	if e.Usulan != 0 {
		what += fmt.Sprintf(" usulan No. %d", e.Usulan)
	}
	if e.Ke != e.Dari {
		what += " → " + e.Ke.String()
	}
	text := flow.Spans{}.Plain(fmt.Sprintf("%d. %s\n", e.Nomor, t.clock(e.At))).Bold(what).
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
func JejakScreen(rows int, problems []string) flow.Screen {
	if len(problems) == 0 {
		return flow.Screen{Text: flow.Spans{}.Plain(fmt.Sprintf("🔎 Rantai jejak utuh. Berkas berikut memuat %s catatan.", thousands(rows)))}
	}
	return flow.Screen{Text: flow.Spans{}.Plain("⚠️ ").Bold("Rantai jejak tidak utuh").Plain(": ", problems[0],
		fmt.Sprintf(" (%d masalah). Mohon hubungi pengelola sistem.", len(problems)))}
}
