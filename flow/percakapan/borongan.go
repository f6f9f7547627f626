package percakapan

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// A Borongan is one aksi over all ticked rows (panduan: the checkboxes of the list): a preview, one confirmation, and
// then each row by the same rule as a single one, with its own entry in the trail. It goes on a part at a time, so that
// nobody else has to wait for it.

// boronganPart is how many usulan are done in one transaction.
const boronganPart = 25

// slotBorongan holds the progress, and then the result.
const slotBorongan dialog.Slot = "borongan"

// startBorongan begins with the ticked rows as they are now.
func (t *turn) startBorongan(id uint64) {
	aksi := flow.Aksi(min(id, 255))
	switch {
	case peranOf(aksi) == "":
		t.stale()
		return
	case !slices.Contains(t.boronganAksi(), aksi):
		t.refuse(fmt.Sprintf("%s hanya untuk %s.", aksi, peranOf(aksi)))
		return
	case t.s.Borongan.Jalan:
		t.refuse("Aksi sebelumnya masih diproses. Mohon tunggu sampai selesai.")
		return
	case len(t.ticked()) == 0:
		t.again("Belum ada usulan yang dicentang.")
		return
	}
	t.s.Borongan = dialog.Borongan{Aksi: aksi}
	for _, id := range t.ticked() {
		u, _ := t.Usulan(id)
		t.s.Borongan.Butir = append(t.s.Borongan.Butir, dialog.Butir{Usulan: id, Versi: u.Versi})
	}
	if aksi == flow.Revisi || aksi == flow.Tolak {
		t.s.Alasan = dialog.Alasan{Aksi: aksi}
		t.goTo(atKeterangan)
		return
	}
	t.goTo(atBorongan)
}

func boronganPlace() place {
	return place{
		only:   &paraAdmin,
		screen: (*turn).boronganScreen,
		taps: map[string]func(*turn, uint64){
			"ya": does((*turn).runBorongan),
			"batal": func(t *turn, _ uint64) {
				t.answer("Dibatalkan. Tidak ada yang diubah.")
				t.s.Borongan = dialog.Borongan{}
				t.goTo(atDaftar)
			},
		},
	}
}

// judgeButir asks the table whether one usulan of the Borongan is possible, as it was when it was ticked.
func (t *turn) judgeButir(b dialog.Butir) (flow.Usulan, flow.Baris, flow.Reason) {
	u, _ := t.Usulan(b.Usulan)
	row, reason := flow.Judge(t.Aturan(), u, flow.Relation(t.saya, u), t.s.Borongan.Aksi, b.Versi)
	return u, row, reason
}

// namedMax is how many rows that are not possible a preview names.
const namedMax = 10

// boronganScreen counts what will happen, and names the rows that are not possible with the reason.
func (t *turn) boronganScreen() dialog.Screen {
	b := t.s.Borongan
	q := questions[b.Aksi]
	text := dialog.Spans{}.Bold(fmt.Sprintf("%s: %s usulan dicentang", b.Aksi, thousands(len(b.Butir)))).Plain("\n")
	if b.Keterangan != "" {
		text = text.Plain("Keterangan:\n").Quote(b.Keterangan)
	}
	possible, named := 0, dialog.Spans{}
	for i, butir := range b.Butir {
		u, _, reason := t.judgeButir(butir)
		if reason == flow.Boleh {
			possible++
		} else if i-possible < namedMax {
			named = named.Plain("• ", t.butirLine(u), ": ", t.why(reason, b.Aksi, u), "\n")
		}
	}
	refused := len(b.Butir) - possible
	text = append(text.Plain(fmt.Sprintf("\nAkan diproses: %s\nTidak dapat diproses: %s\n", thousands(possible), thousands(refused))), named...)
	if refused > namedMax {
		text = text.Plain(fmt.Sprintf("dan %s lainnya.\n", thousands(refused-namedMax)))
	}
	if possible == 0 {
		return dialog.Screen{Text: text, Rows: rows(row(t.stop()))}
	}
	yes := t.here(q.yes, "ya", 0)
	yes.Tone = aksiFace[b.Aksi].tone
	text = text.Plain("\n").Bold(strings.Replace(q.text, "Ini", "Tersebut", 1))
	if q.hint != "" {
		text = text.Plain("\n", q.hint)
	}
	return dialog.Screen{Text: text, Rows: rows(row(yes, t.stop()))}
}

// butirLine names an usulan in a list of results; only its number when it is no longer the person's business.
func (t *turn) butirLine(u flow.Usulan) string {
	if !t.sees(u.ID) {
		return fmt.Sprintf("No. %d", u.ID)
	}
	p, _ := t.Pegawai(u.Pegawai)
	return fmt.Sprintf("No. %d %s", u.ID, flow.Clip(p.Nama, 40))
}

// runBorongan begins the work; the ticks have done their duty.
func (t *turn) runBorongan() {
	t.s.Borongan.Jalan = true
	t.s.Daftar.Centang, t.s.Daftar.Memilih = nil, false
	t.answer("Sedang diproses.")
	t.do(dialog.More{})
	t.goTo(atDaftar)
	t.showProgress(dialog.Anew)
}

func (t *turn) showProgress(manner dialog.Manner) {
	b := t.s.Borongan
	t.do(dialog.Show{To: t.me(), Slot: slotBorongan, Manner: manner, Screen: dialog.Screen{
		Text: dialog.Spans{}.Plain("⏳ ").Bold(b.Aksi.String()).
			Plain(fmt.Sprintf(": diproses %s dari %s …", thousands(b.Selesai), thousands(len(b.Butir)))),
	}})
}

// goOn does the next part of a Borongan. The result is shown in a step of its own: then all of it is there to be read.
func (t *turn) goOn() {
	if !t.s.Borongan.Jalan {
		return
	}
	b := &t.s.Borongan
	if b.Selesai == len(b.Butir) {
		t.endBorongan()
		return
	}
	b.Butir = slices.Clone(b.Butir)
	for part := b.Selesai + boronganPart; b.Selesai < min(part, len(b.Butir)); b.Selesai++ {
		t.doButir(&b.Butir[b.Selesai])
	}
	t.showProgress(dialog.Quietly)
	t.do(dialog.More{})
}

// doButir does the aksi to one usulan, if it is still possible.
func (t *turn) doButir(b *dialog.Butir) {
	u, row, reason := t.judgeButir(*b)
	b.Hasil = reason
	if reason == flow.Boleh {
		t.change(u, row, t.s.Borongan.Keterangan, inBulk)
	}
}

// endBorongan shows the result, and tells the other admins in one message each.
func (t *turn) endBorongan() {
	t.s.Borongan.Jalan = false
	if k := t.s.Borongan.Keterangan; k != "" {
		t.do(dialog.CountKeterangan{Scope: t.keteranganScope(), Aksi: t.s.Borongan.Aksi, Keterangan: k})
	}
	t.tellAdminsOfBorongan()
	t.do(dialog.Show{To: t.me(), Slot: slotBorongan, Manner: dialog.Anew, Screen: t.hasilScreen(0)})
	if t.s.Place == atDaftar && t.saya.Admin() {
		t.s.Versi++
		t.do(dialog.Show{To: t.me(), Slot: dialog.Dialog, Manner: dialog.Quietly, Screen: t.daftarScreen()})
	}
}
