// Package rekap sends the rekap of a periode, and writes the text that goes with it.
package rekap

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// jobRekap is the weekly delivery in the list of what was done.
const jobRekap = "rekap"

// Conversation is the rekap in the chat, asked for or delivered each week.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name:     "rekap",
		Doors:    []dialog.Door{dialog.Opens("rekap", send)},
		Commands: []dialog.BotCommand{{Name: "rekap", About: "Rekap diklat yang diminati", Rank: 5, For: dialog.AdminSIIP, Run: send}},
		Tick:     weekly,
	}
}

// send sends the rekap of the present periode to the Admin SIIP-ASN who asks for it.
func send(t *dialog.Turn) {
	if !t.May(dialog.AdminSIIP, "Rekap") {
		return
	}
	t.Answer("Rekap sedang disiapkan.")
	t.Do(rekapFor(t, t.Me(), dialog.Reply))
}

func rekapFor(t *dialog.Turn, to flow.AccountID, lane dialog.Lane) dialog.Send {
	return dialog.Send{To: to, Lane: lane, Laporan: dialog.Laporan{
		Jenis: dialog.LaporanRekap, Periode: t.Aturan().Periode(t.Today()),
	}}
}

// weekly delivers the rekap once for each time of its schedule, also when the program was down then; a first start owes
// nothing for the time before it.
func weekly(t *dialog.Turn, due time.Time) {
	done := t.Done(jobRekap)
	if due.IsZero() || !due.After(done) {
		return
	}
	t.Do(dialog.MarkDone{Job: jobRekap, At: due})
	if done.IsZero() {
		return
	}
	for _, p := range t.AdminSIIP() {
		if account, ok := t.AccountOf(p.ID); ok && !account.Hilang {
			t.Do(rekapFor(t, account.ID, dialog.News))
		}
	}
}
