// Package rekap sends the rekap of a periode, and writes the text that goes with it.
package rekap

import (
	"fmt"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan/wording"
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

// top is how many of the most wanted diklat the text of a rekap names.
const top = 10

// Screen is the text that goes with the workbook of a rekap.
func Screen(r hitung.Rekap) dialog.Screen {
	text := dialog.Spans{}.Plain("📊 ").Bold("Rekap SIIP-ASN ", r.Aturan.Instansi).Plain("\n",
		"Periode ", r.Periode.String(), ", per ", r.Dibuat.Format("02-01-2006 15.04 MST"), "\n\n").
		Bold(fmt.Sprintf("%s usulan", wording.Thousands(r.Total.Jumlah))).Plain(statusCounts(r.Total), "\n\n")
	if r.Total.Jumlah == 0 {
		return dialog.Screen{Text: text.Plain("Belum ada usulan pada periode ini.")}
	}
	text = text.Bold(fmt.Sprintf("%d diklat yang paling diminati", len(r.Teratas(top)))).Plain("\n")
	for i, b := range r.Teratas(top) {
		text = text.Plain(fmt.Sprintf("%d. %s: ", i+1, b.Nama)).
			Bold(hitung.Angka(b.Peminat())).Plain(fmt.Sprintf(" (%s)\n", r.Bagian(b)))
	}
	return dialog.Screen{Text: text.Plain("\nRincian ada di berkas Excel berikut.")}
}

func statusCounts(h hitung.Hitungan) string {
	var parts []string
	for _, s := range flow.Statuses {
		if n := h.Status[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", s, wording.Thousands(n)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, ", ")
}
