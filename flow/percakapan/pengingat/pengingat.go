// Package pengingat reminds people before a periode closes, by the clock: 7, 3 and 1 days before, once a day, those who are bound
// and have not proposed, a part of them in each step. A newcomer reads begin.
package pengingat

import (
	"fmt"
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
)

const (
	jobPengingat  = "pengingat"
	reminderHour  = 8   // nobody is woken up
	reminderParts = 100 // people in one transaction
)

// reminderDays are how many days before the end of a periode people are reminded.
var reminderDays = []int{7, 3, 1}

// round is how far the reminders of a day have come.
type round struct {
	Sisa    int            `json:"sisa,omitempty"` // days that are left, 0: nothing to do
	Setelah flow.PegawaiID `json:"setelah,omitempty"`
}

// state is of the clock, which has a session of its own.
var state = engine.State[round]{Key: "pengingat"}

// Conversation reminds those who are bound and have not proposed, before a periode closes.
func Conversation() engine.Conversation {
	return engine.Conversation{Name: "pengingat", Tick: func(t *engine.Turn, _ time.Time) { begin(t) }, Work: remind}
}

// begin begins the reminders of a day, once.
func begin(t *engine.Turn) {
	now := t.Now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	window := t.Jendela(t.Today().Periode())
	left := window.DaysLeft(t.Today())
	if !t.Aturan().Pengingat || !window.Open(t.Today()) || now.Hour() < reminderHour || !slices.Contains(reminderDays, left) || !t.Done(jobPengingat).Before(today) {
		return
	}
	state.Set(t, round{Sisa: left})
	t.Do(dialog.MarkDone{Job: jobPengingat, At: today}, dialog.More{})
}

// remind writes to the next people who are bound and have not proposed.
func remind(t *engine.Turn) {
	if state.Get(t).Sisa == 0 {
		return
	}
	accounts := t.AccountsAfter(state.Get(t).Setelah, reminderParts)
	for _, a := range accounts {
		if _, proposed := kartu.Running(t, a.Pegawai); !proposed && !a.Unreachable {
			t.Do(dialog.Show{To: a.ID, Lane: dialog.News, Screen: reminder(t), Right: dialog.Right{Who: dialog.Bound}})
		}
		state.Edit(t).Setelah = a.Pegawai
	}
	if len(accounts) < reminderParts {
		state.Clear(t)
		return
	}
	t.Do(dialog.More{})
}

func reminder(t *engine.Turn) ui.Screen {
	when := fmt.Sprintf("%d hari lagi", state.Get(t).Sisa)
	if state.Get(t).Sisa == 1 {
		when = "besok"
	}
	end := t.Jendela(t.Today().Periode()).Tutup
	return ui.Screen{
		Text: ui.Spans{}.Plain("⚠️ Hari terakhir pengusulan diklat ", when, " (", end.Card(), "). Anda belum mengusulkan. Silakan tekan Tambah."),
		Rows: buttons.Rows(buttons.Row(buttons.Door("Tambah", "tambah", 0))),
	}
}
