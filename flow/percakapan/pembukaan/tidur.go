package pembukaan

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/queue"
	"siip-asn/flow/spelling"
)

// jobSleepers is the weekly line that was sent last.
const jobSleepers = "opd-tidur"

// named is how many OPD the weekly line names.
const named = 10

// sleeper is an OPD in which usulan wait too long.
type sleeper struct {
	opd   flow.OPDID
	count int
	since time.Time
}

// tellSleepers tells each Admin SIIP-ASN, with the weekly rekap, in which OPD usulan wait too long; nothing when there is
// none, and nothing for the time before a first start.
func tellSleepers(t *engine.Turn, due time.Time) {
	done := t.Done(jobSleepers)
	if due.IsZero() || !due.After(done) {
		return
	}
	t.Do(dialog.MarkDone{Job: jobSleepers, At: due})
	list := sleepers(t)
	if done.IsZero() || len(list) == 0 {
		return
	}
	for _, p := range t.AdminSIIP() {
		if account, ok := giliran.Reachable(t, p); ok {
			t.Do(dialog.Show{To: account.ID, Lane: dialog.News, Screen: sleepersScreen(t, list), Right: dialog.Right{Who: dialog.AnAdminSIIP}})
		}
	}
}

// sleepers lists the OPD in which an usulan is overdue, the one with the most of them first.
func sleepers(t *engine.Turn) []sleeper {
	var list []sleeper
	overdue := queue.Slow(t, t.Now(), queue.OverdueAfter)
	for _, w := range t.Waiting(0, flow.Masuk) {
		if !overdue(w.Sejak) {
			continue
		}
		i := slices.IndexFunc(list, func(s sleeper) bool { return s.opd == w.OPD })
		if i < 0 {
			i = len(list)
			list = append(list, sleeper{opd: w.OPD, since: w.Sejak})
		}
		list[i].count++
	}
	slices.SortStableFunc(list, func(a, b sleeper) int { return cmp.Or(cmp.Compare(b.count, a.count), a.since.Compare(b.since)) })
	return list
}

func sleepersScreen(t *engine.Turn, list []sleeper) ui.Screen {
	text := ui.Spans{}.Plain(fmt.Sprintf("⚠️ OPD dengan usulan yang menunggu %d hari kerja atau lebih", queue.OverdueAfter)).Plain("\n")
	for _, s := range list[:min(named, len(list))] {
		opd, _ := t.OPD(s.opd)
		text = text.Plain(fmt.Sprintf("• %s: %s usulan sejak %s\n", spelling.Clip(opd.Nama, 80), hitung.Number(s.count),
			kalender.TanggalOf(s.since.In(t.Aturan().Zona)).Card()))
	}
	if len(list) > named {
		text = text.Plain(fmt.Sprintf("dan %s OPD lainnya.\n", hitung.Number(len(list)-named)))
	}
	return ui.Screen{Text: text, Rows: buttons.Rows(buttons.Row(buttons.Door("📥 Buka Antrean", "antrian", 0)), buttons.ToMenu())}
}
