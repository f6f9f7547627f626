// Package borongan is one aksi over many usulan (panduan: the checkboxes of the list): a preview, one confirmation, and then
// each by the same rule as a single one, with its own entry in the trail. It goes on a part at a time, so that nobody else
// has to wait for it.
package borongan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kabar"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/keterangan"
	"siip-asn/flow/spelling"
)

// atSure is the preview, with the one question.
const atSure dialog.PlaceName = "borongan"

// most is how many usulan can be worked on at once.
const most = 2000

// work is one aksi over many usulan. It goes on by itself, a part at a time, whatever the person does meanwhile.
type work struct {
	Nomor      int       `json:"nomor,omitempty"` // of the works of this person, from 1 on
	Aksi       flow.Aksi `json:"aksi,omitempty"`
	Keterangan string    `json:"keterangan,omitempty"`
	Butir      []item    `json:"butir,omitempty"`
	Sisa       int       `json:"sisa,omitempty"`    // so many were chosen besides, which are left for the next time
	Selesai    int       `json:"selesai,omitempty"` // so many of them are through
	Jalan      bool      `json:"jalan,omitempty"`   // it was confirmed and is not through yet
}

// item is one usulan of the work: as it was when the aksi was confirmed, and what came of it.
type item struct {
	Usulan flow.UsulanID `json:"u"`
	Versi  uint64        `json:"v"`
	Result flow.Reason   `json:"h,omitempty"` // Boleh: it was done
}

var state = engine.State[work]{Key: "borongan"}

// reason is the one reason for all.
var reason = engine.State[keterangan.Reason]{Key: "borongan/alasan", Old: "alasan"}

var reasonForm = keterangan.Form{
	Question: "borongan/tanya", Ask: "borongan/keterangan", Sure: "borongan/keterangan/yakin",
	Reason: reason, Only: &engine.Admins, Many: true,
	Head: func(t *engine.Turn) ui.Spans {
		text, _ := preview(t)
		return text
	},
	Yes: func(t *engine.Turn) (ui.Choice, bool) { return buttons.Here(t, "", "ya", 0), true },
	Save: func(t *engine.Turn) {
		state.Edit(t).Keterangan = reason.Get(t).Keterangan
		run(t)
	},
	Drop: drop,
}

// Conversation is one aksi over many usulan at once. Other conversations open the door "borongan", with the aksi as its id
// and the usulan.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "borongan",
		Places: append(reasonForm.Places(), surePlace()),
		Doors: []engine.Door{
			{Word: "borongan/mulai", Inner: true, Open: start},
			{Word: "hasil", Open: showResult},
		},
		Leave: func(t *engine.Turn, _ engine.Going) {
			if reason.Get(t) != (keterangan.Reason{}) {
				reason.Clear(t)
			}
		},
		Continue: goOn,
		Handed:   handed,
	}
}

// part is how many usulan are done in one transaction.
const part = 25

// start begins with the usulan as they are now.
func start(t *engine.Turn, o engine.Opening) {
	aksi := flow.Aksi(min(o.ID, 255))
	switch {
	case kartu.PeranOf(aksi) == "":
		t.Stale()
		return
	case !slices.Contains(kartu.Bulk(t), aksi):
		t.Refuse(fmt.Sprintf("%s hanya untuk %s.", aksi, kartu.PeranOf(aksi)))
		return
	case state.Get(t).Jalan:
		t.Refuse("Aksi sebelumnya masih diproses. Mohon tunggu sampai selesai.")
		return
	case len(o.Usulan) == 0:
		t.Again("Belum ada usulan yang dicentang.")
		return
	}
	state.Set(t, workOn(t, aksi, o.Usulan))
	if _, possible := preview(t); possible > 0 && kartu.Questions[aksi].Reason {
		reason.Set(t, keterangan.Reason{Aksi: aksi})
		t.Go(reasonForm.Question)
		return
	}
	t.Go(atSure)
}

// workOn is the aksi over the usulan as they are now, as many as one work can have.
func workOn(t *engine.Turn, aksi flow.Aksi, list []flow.UsulanID) work {
	w := work{Aksi: aksi, Nomor: state.Get(t).Nomor + 1}
	now := list[:min(len(list), most)]
	w.Sisa = len(list) - len(now)
	for _, id := range now {
		u, _ := t.Usulan(id)
		w.Butir = append(w.Butir, item{Usulan: id, Versi: u.Versi})
	}
	return w
}

// leftWords says how many are left for the next time; nothing when none are.
func (w work) leftWords() string {
	if w.Sisa == 0 {
		return ""
	}
	return fmt.Sprintf("Paling banyak %s usulan diproses sekaligus; %s lainnya dapat diproses setelahnya.\n", hitung.Number(most), hitung.Number(w.Sisa))
}

// drop calls it off.
func drop(t *engine.Turn) {
	t.Answer("Dibatalkan. Tidak ada yang diubah.")
	state.Set(t, work{Nomor: state.Get(t).Nomor})
	t.Go("daftar")
}

func surePlace() engine.Place {
	return engine.Place{
		Name: atSure, Only: &engine.Admins, Screen: sureScreen,
		Taps: engine.Taps{"ya": engine.Does(run), "batal": engine.Does(drop)},
	}
}

// judge asks the table whether one usulan of the Borongan is possible, as it was when it was ticked.
func judge(t *engine.Turn, b item) (flow.Usulan, flow.Baris, flow.Reason) {
	u, _ := t.Usulan(b.Usulan)
	row, reason := flow.Judge(t.Aturan(), u, flow.Relation(t.Who, u), state.Get(t).Aksi, b.Versi)
	return u, row, reason
}

// namedMost is how many usulan that are not possible a preview names.
const namedMost = 4

// preview counts what will happen, and names the usulan that are not possible with the reason.
func preview(t *engine.Turn) (text ui.Spans, possible int) {
	b := state.Get(t)
	var named ui.Spans
	for i, it := range b.Butir {
		u, _, reason := judge(t, it)
		if reason == flow.Boleh {
			possible++
		} else if i-possible < namedMost {
			named = named.Plain("⚠️ ", line(t, u), ": ", spelling.Clip(why(t, reason, b.Aksi, u), 110), "\n")
		}
	}
	text = text.Plain(fmt.Sprintf("%s: %s usulan\nAkan diproses: %s\n", b.Aksi, hitung.Number(len(b.Butir)), hitung.Number(possible)), b.leftWords())
	refused := len(b.Butir) - possible
	if refused > 0 {
		text = append(text.Plain("Tidak dapat diproses: ", hitung.Number(refused), "\n"), named...)
	}
	if refused > namedMost {
		text = text.Plain(fmt.Sprintf("dan %s lainnya.\n", hitung.Number(refused-namedMost)))
	}
	return text, possible
}

// sureScreen is the question before an aksi without a reason.
func sureScreen(t *engine.Turn) ui.Screen {
	text, possible := preview(t)
	if possible == 0 {
		return ui.Screen{Text: text, Rows: buttons.Rows(buttons.Row(buttons.Stop(t)))}
	}
	aksi := state.Get(t).Aksi
	q := kartu.Questions[aksi]
	text = text.Plain("\n", q.Of(true))
	if q.Hint != "" {
		text = text.Plain("\n", q.Hint)
	}
	return ui.Screen{Text: text, Rows: buttons.Rows(buttons.Row(q.Button(aksi, buttons.Here(t, "", "ya", 0)), buttons.Stop(t)))}
}

// line names an usulan in a list of results; only its number when it is no longer the person's business.
func line(t *engine.Turn, u flow.Usulan) string {
	if !kartu.Sees(t, u.ID) {
		return fmt.Sprintf("No. %d", u.ID)
	}
	p, _ := t.Pegawai(u.Pegawai)
	return fmt.Sprintf("No. %d %s", u.ID, spelling.Clip(p.Nama, 40))
}

// why explains why it was not done; nothing of an usulan that is no longer the person's business.
func why(t *engine.Turn, reason flow.Reason, a flow.Aksi, u flow.Usulan) string {
	if !kartu.Sees(t, u.ID) {
		reason = flow.TakTerlihat
	}
	return kartu.Why(t, reason, a, u)
}

// run begins the work and takes the ticks off the list. Its progress and then its result stand in a message of their own, which
// later screens do not replace.
func run(t *engine.Turn) {
	state.Edit(t).Jalan = true
	kabar.Opened(t)
	t.Answer("Sedang diproses.")
	t.Do(dialog.More{})
	t.Open("daftar/selesai", engine.Opening{})
	b := state.Get(t)
	t.Say(ui.Screen{
		Text: ui.Spans{}.Plain(fmt.Sprintf("%s untuk %s usulan sedang diproses. Hasilnya dikirim di bawah.", b.Aksi, hitung.Number(len(b.Butir)))),
		Rows: buttons.Rows(buttons.Row(buttons.Door("Daftar", "daftar", 0), buttons.Menu())),
	})
	showProgress(t, dialog.Anew)
}

func showProgress(t *engine.Turn, manner dialog.Manner) {
	b := state.Get(t)
	t.Do(dialog.Show{To: t.Me(), Slot: slotOf(b.Nomor), Manner: manner, Screen: ui.Screen{
		Text: ui.Spans{}.Plain(fmt.Sprintf("%s: diproses %s dari %s …", b.Aksi, hitung.Number(b.Selesai), hitung.Number(len(b.Butir)))),
	}})
}

// goOn does the next part, at most part usulan, in one transaction. The result is shown by one more step after the last part, when
// everything that it reads is committed.
func goOn(t *engine.Turn) {
	if !state.Get(t).Jalan {
		return
	}
	b := state.Edit(t)
	if b.Selesai == len(b.Butir) {
		end(t)
		return
	}
	b.Butir = slices.Clone(b.Butir)
	from := b.Selesai
	for until := min(b.Selesai+part, len(b.Butir)); b.Selesai < until; b.Selesai++ {
		doItem(t, &b.Butir[b.Selesai])
	}
	refreshQueues(t, b.Butir[from:b.Selesai])
	showProgress(t, dialog.Quietly)
	t.Refresh("antrian") // he may have one of them before him by now
	t.Do(dialog.More{})
}

// doItem does the aksi to one usulan, if it is still possible.
func doItem(t *engine.Turn, b *item) {
	u, row, reason := judge(t, *b)
	b.Result = reason
	if reason == flow.Boleh {
		kabar.Change(t, u, row, state.Get(t).Keterangan, kabar.InBulk)
	}
}

// end shows the result, and tells the other admins in one message each.
func end(t *engine.Turn) {
	state.Edit(t).Jalan = false
	if k := state.Get(t).Keterangan; k != "" {
		t.Do(dialog.CountKeterangan{Scope: kartu.Scope(t), Aksi: state.Get(t).Aksi, Keterangan: k})
	}
	tellAdmins(t)
	t.Do(dialog.Show{To: t.Me(), Slot: slotOf(state.Get(t).Nomor), Manner: dialog.Anew, Screen: resultScreen(t, 0)})
	t.Refresh("daftar")
}
