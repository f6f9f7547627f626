package percakapan

import (
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// An aksi goes the same way for everybody: the button asks, "Ya, …" does it. What is asked stands on the button, and
// flow.Siklus judges both taps; only where the question stands is remembered, so that /batal takes it away.

// question is what is asked before an aksi, and the word that does it. What is asked stands in the guide so.
type question struct {
	text, hint, yes string
}

var questions = map[flow.Aksi]question{
	flow.Teruskan: {"Apakah Anda Ingin Meneruskan Usulan Ini ?", "Klik Tombol Iya Jika Ingin Melanjutkan !", "✅ Ya, Lanjutkan"},
	flow.Revisi:   {"Apakah Anda Ingin Merevisi Usulan Ini ?", "Klik Tombol Iya Jika Ingin Melanjutkan !", "✅ Ya, Lanjutkan"},
	flow.Tolak:    {"Apakah Anda Ingin Menolak Usulan Ini ?", "Klik Tombol Iya Jika Ingin Melanjutkan !", "✅ Ya, Lanjutkan"},
	flow.Setujui:  {"Apakah Anda Yakin Menyetujui Usulan Ini ?", "", "✅ Ya, Setujui"},
	flow.Hapus:    {"Apakah Anda Ingin Menghapus Usulan Ini ?", "Usulan akan hilang dari semua daftar.", "🗑 Ya, Hapus"},
}

// aksiFace is how the button of an aksi looks.
var aksiFace = map[flow.Aksi]struct {
	emoji string
	tone  dialog.Tone
}{
	flow.Edit:     {"✏️", dialog.Neutral},
	flow.Teruskan: {"📨", dialog.Good},
	flow.Setujui:  {"✅", dialog.Good},
	flow.Revisi:   {"🔁", dialog.Neutral},
	flow.Tolak:    {"⛔", dialog.Grave},
	flow.Hapus:    {"🗑", dialog.Grave},
	flow.History:  {"🕘", dialog.Neutral},
}

// aksiLabel is the button of an aksi: the word of the guide, an emoji before it.
func aksiLabel(a flow.Aksi) string { return aksiFace[a].emoji + " " + a.String() }

// aksiWord is the word on the button of an aksi: "teruskan".
func aksiWord(a flow.Aksi) string { return strings.ToLower(a.String()) }

// aksiRows are the buttons of a card, two in a row.
func aksiRows(u flow.Usulan, may []flow.Aksi) [][]dialog.Choice {
	var all []dialog.Choice
	for _, a := range may {
		c := on(u, aksiLabel(a), aksiWord(a))
		c.Tone = aksiFace[a].tone
		all = append(all, c)
	}
	return pairs(all)
}

// aksiDoor finds what the button of an aksi, or the "Ya, …" of its question, does.
func aksiDoor(word string) func(*turn, dialog.Button) {
	word, yes := strings.CutPrefix(word, "ya-")
	for _, a := range flow.Aksis {
		if aksiWord(a) == word && a != flow.Simpan {
			return aksiStep(a, yes)
		}
	}
	return nil
}

func aksiStep(a flow.Aksi, yes bool) func(*turn, dialog.Button) {
	switch {
	case a == flow.History:
		return func(t *turn, b dialog.Button) { t.riwayat(dialog.Button{ID: b.ID}) }
	case a == flow.Edit:
		return (*turn).amend
	case !yes:
		return func(t *turn, b dialog.Button) { t.ask(a, b) }
	case a == flow.Revisi || a == flow.Tolak:
		return func(t *turn, b dialog.Button) { t.askKeterangan(a, b) }
	default:
		return func(t *turn, b dialog.Button) { t.act(a, b) }
	}
}

// slotOf is where the usulan is spoken about: on its card, or in the queue when that shows it.
func (t *turn) slotOf(u flow.Usulan) dialog.Slot {
	if t.s.Antrian.Usulan == u.ID {
		return dialog.Dialog
	}
	return dialog.SlotOf(u.ID)
}

// showUsulan shows the usulan as it is now where it is spoken about.
func (t *turn) showUsulan(u flow.Usulan) {
	if t.slotOf(u) == dialog.Dialog {
		t.goTo(atAntrian)
		return
	}
	t.showCard(t.me(), u, dialog.Here, dialog.Reply)
}

// ask puts the question in the place of the card.
func (t *turn) ask(a flow.Aksi, b dialog.Button) {
	u, _, ok := t.judge(a, b)
	if !ok {
		return
	}
	t.forgetAlasan(u.ID)
	q := questions[a]
	yes := on(u, q.yes, "ya-"+aksiWord(a))
	yes.Tone = aksiFace[a].tone
	text := t.brief(u).Bold(q.text)
	if q.hint != "" {
		text = text.Plain("\n", q.hint)
	}
	t.s.Tanya = u.ID
	t.do(dialog.Show{To: t.me(), Slot: t.slotOf(u), Screen: dialog.Screen{
		Text: text,
		Rows: rows(row(yes, door("✖️ Batal", "kartu", uint64(u.ID)))),
	}})
}

// brief says in a few lines which usulan is meant.
func (t *turn) brief(u flow.Usulan) dialog.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	return dialog.Spans{}.Plain("📄 ").Bold(t.cardTitle(u)).Plain("\n").
		Field("Nama Pegawai", p.Nama).Field("NIP", string(p.NIP)).Field("Usulan Diklat", t.title(u)).
		Field("Status", u.Status.String()).Plain("\n")
}

// act does an aksi that needs no keterangan.
func (t *turn) act(a flow.Aksi, b dialog.Button) {
	if u, row, ok := t.judge(a, b); ok {
		t.decide(u, row, "")
	}
}

// decide brings the usulan where the row leads, and shows what came of it.
func (t *turn) decide(old flow.Usulan, row flow.Baris, keterangan string) {
	u := t.change(old, row, keterangan, oneByOne)
	t.answer(u.Status.Record().Toast)
	t.forgetAlasan(u.ID)
	if t.slotOf(u) == dialog.Dialog {
		t.decidedInAntrian(u)
		t.showCard(t.me(), u, dialog.Quietly, dialog.Reply) // behind what he waits for
		return
	}
	t.showCard(t.me(), u, dialog.Here, dialog.Reply)
}

// change saves the usulan as the row leaves it, writes it into the trail, and tells everybody concerned.
func (t *turn) change(old flow.Usulan, row flow.Baris, keterangan string, how telling) flow.Usulan {
	u := t.moved(old, row)
	if keterangan != "" {
		u.Keterangan = keterangan
	}
	entry := t.entry(row.Aksi, row.Peran, old, u)
	entry.Keterangan = keterangan
	t.do(dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: entry})
	t.tell(news{row.Aksi, row.Peran, u, nil}, how)
	return u
}

// moved is the usulan as the row leaves it. An usulan whose status stays keeps its place in the queue.
func (t *turn) moved(u flow.Usulan, row flow.Baris) flow.Usulan {
	u.Versi++
	if moves(row, u) {
		u.Status, u.Sejak, u.Oleh, u.OlehPeran = row.Ke, t.e.At, t.saya.ID, row.Peran
	}
	return u
}

// entry is a line of the trail about an usulan.
func (t *turn) entry(a flow.Aksi, peran flow.Peran, old, u flow.Usulan) flow.Entry {
	return flow.Entry{
		At: t.e.At, Usulan: u.ID, Pegawai: u.Pegawai, Oleh: t.saya.ID, OlehNama: t.saya.Nama, Peran: peran,
		Aksi: a, Dari: old.Status, Ke: u.Status,
	}
}

// entryOf is a line of the trail about the person himself.
func (t *turn) entryOf(a flow.Aksi, p flow.Pegawai) flow.Entry {
	return flow.Entry{At: t.e.At, Pegawai: p.ID, Oleh: p.ID, OlehNama: p.Nama, Peran: flow.Pemilik, Aksi: a}
}
