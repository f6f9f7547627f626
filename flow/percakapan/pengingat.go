package percakapan

import (
	"fmt"
	"slices"
	"time"

	"siip-asn/flow/dialog"
)

// Pengingat: those who are bound and have not proposed are reminded before a periode closes.

const (
	jobPengingat  = "pengingat"
	reminderHour  = 8   // nobody is woken up
	reminderParts = 100 // people in one transaction
)

// reminderDays are how many days before the end of a periode people are reminded.
var reminderDays = []int{7, 3, 1}

// beginReminders begins the reminders of a day, once.
func (t *turn) beginReminders() {
	now := t.now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	window := t.Jendela(t.today().Periode())
	left := window.DaysLeft(t.today())
	if !t.Aturan().Pengingat || !window.Open(t.today()) || now.Hour() < reminderHour || !slices.Contains(reminderDays, left) || !t.Done(jobPengingat).Before(today) {
		return
	}
	t.s.Pengingat = dialog.Pengingat{Sisa: left}
	t.do(dialog.MarkDone{Job: jobPengingat, At: today}, dialog.More{})
}

// remind writes to the next people who are bound and have not proposed.
func (t *turn) remind() {
	if t.s.Pengingat.Sisa == 0 {
		return
	}
	accounts := t.AccountsAfter(t.s.Pengingat.Setelah, reminderParts)
	for _, a := range accounts {
		if _, proposed := t.running(a.Pegawai); !proposed && !a.Hilang {
			t.do(dialog.Show{To: a.ID, Lane: dialog.News, Screen: t.reminder()})
		}
		t.s.Pengingat.Setelah = a.Pegawai
	}
	if len(accounts) < reminderParts {
		t.s.Pengingat = dialog.Pengingat{}
		return
	}
	t.do(dialog.More{})
}

func (t *turn) reminder() dialog.Screen {
	when := fmt.Sprintf("%d hari lagi", t.s.Pengingat.Sisa)
	if t.s.Pengingat.Sisa == 1 {
		when = "besok"
	}
	end := t.Jendela(t.today().Periode()).Tutup
	return dialog.Screen{
		Text: dialog.Spans{}.Plain("⏰ Hari terakhir pengusulan diklat ").Bold(when, " (", end.Card(), ")").
			Plain(". Anda belum mengusulkan. Silakan tekan Tambah."),
		Rows: rows(row(door("➕ Tambah", "tambah", 0))),
	}
}
