// Package rekap is the rekap in the chat: asked for by an Admin SIIP-ASN, of any periode, OPD and jenjang, or delivered
// each week. teks.go is the rekap in words.
package rekap

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/flow/rencana"
)

// jobRekap is the weekly delivery in the list of what was done.
const jobRekap = "rekap"

// Conversation is the rekap in the chat, asked for or delivered each week.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:     "rekap",
		Places:   []engine.Place{rekapPlace(), opdPlace(), jenjangPlace(), paguPlace(), urutanPlace(), namaPlace()},
		Doors:    []engine.Door{engine.Opens("rekap", open)},
		Commands: []engine.BotCommand{{Name: "rekap", About: "Rekap diklat yang diminati", Rank: 5, For: engine.AdminSIIP, Run: open}},
		Tick:     weekly,
	}
}

// open sends the rekap of the present periode to the Admin SIIP-ASN who asks for it, and offers what else there is.
func open(t *engine.Turn) {
	if !t.May(engine.AdminSIIP, "Rekap") {
		return
	}
	chosen.Set(t, choice{Periode: t.Aturan().Periode(t.Today())})
	send(t, dialog.LaporanRekap)
}

// send makes the report of what is chosen, below the screen that says what that is.
func send(t *engine.Turn, kind dialog.JenisLaporan) {
	if kind == dialog.LaporanRekap {
		t.Answer("Rekap sedang disiapkan.")
	} else {
		t.Answer("Berkas sedang disiapkan.")
	}
	t.Go(atRekap)
	c := chosen.Get(t)
	t.Do(dialog.Send{To: t.Me(), Right: dialog.Right{Who: dialog.AnAdminSIIP}, Laporan: dialog.Laporan{
		Jenis: kind, Periode: c.Periode, OPD: c.OPD, Jenjang: c.Jenjang, Oleh: t.Who.ID,
	}})
}

// weekly delivers the rekap once for each time of its schedule, later when the program was down then. On the first start of a
// database the times before it do not count.
func weekly(t *engine.Turn, due time.Time) {
	done := t.Done(jobRekap)
	if due.IsZero() || !due.After(done) {
		return
	}
	t.Do(dialog.MarkDone{Job: jobRekap, At: due})
	if done.IsZero() {
		return
	}
	for _, p := range t.AdminSIIP() {
		if account, ok := t.AccountOf(p.ID); ok && !account.Unreachable {
			t.Do(dialog.Send{To: account.ID, Lane: dialog.News, Right: dialog.Right{Who: dialog.AnAdminSIIP}, Laporan: dialog.Laporan{
				Jenis: dialog.LaporanRekap, Periode: t.Aturan().Periode(t.Today()),
			}})
		}
	}
}

// choice is of what a rekap is wanted.
type choice struct {
	Periode kalender.Periode `json:"periode,omitempty"`
	OPD     flow.OPDID       `json:"opd,omitempty"`
	Jenjang flow.Jenjang     `json:"jenjang,omitempty"`
	look

	Pagu   int64         `json:"pagu,omitempty"` // of a simulation, in rupiah
	Urutan rencana.Order `json:"urutan,omitempty"`
}

// cut is the part of the office that is chosen.
func (c choice) cut() hitung.Scope { return hitung.Scope{OPD: c.OPD, Jenjang: c.Jenjang} }

// head is what is chosen, in words.
func head(t *engine.Turn, title string) ui.Spans {
	c := chosen.Get(t)
	opd, _ := t.OPD(c.OPD)
	return ui.Spans{}.Plain(title, " ", c.Periode.String(), "\n").Field("OPD", opd.Nama).Field("Jenjang", string(c.Jenjang))
}

var chosen = engine.State[choice]{Key: "rekap"}
