package periode

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/spelling"
)

// An announcement of a periode goes to everybody who is bound, a part at a time.

// announcing is how far an announcement has come. It goes on by itself, whatever the person does meanwhile.
type announcing struct {
	Periode kalender.Periode `json:"periode,omitempty"` // 0: there is none
	Jendela kalender.Jendela `json:"jendela,omitzero"`  // its days as they were agreed to
	Setelah flow.PegawaiID   `json:"setelah,omitempty"` // the last one who was told
	Jumlah  int              `json:"jumlah,omitempty"`  // who were told
}

var announcement = engine.State[announcing]{Key: "kelola/periode/umumkan"}

// announcePart is how many people are told in one transaction.
const announcePart = 100

// slotAnnounce holds the progress, and then the result.
const slotAnnounce ui.Slot = "umumkan"

func announcePlace() engine.Place {
	return engine.Place{
		Name: atAnnounce, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			return ui.Screen{
				Text: append(ui.Spans{}.Plain("Apakah Anda ingin mengirim pengumuman ini kepada semua pegawai yang terhubung?", "\n\n"),
					words(state.Get(t).Periode, state.Get(t).Dulu)...),
				Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Ya, Lanjutkan", "ya", 0), buttons.Stop(t))),
			}
		},
		Taps: engine.Taps{"ya": engine.Does(announce), "batal": engine.To(atKelolaPeriode)},
	}
}

// words is the announcement.
func words(p kalender.Periode, j kalender.Jendela) ui.Spans {
	return opened(p, j).Plain(" Silakan tekan Tambah untuk mengusulkan diklat Anda.")
}

func opened(p kalender.Periode, j kalender.Jendela) ui.Spans {
	until := ""
	if j.Bounded() {
		until = " sampai " + j.Tutup.Card()
	}
	return ui.Spans{}.Plain("📥 Pengusulan diklat periode ", p.String(), " dibuka", until, ".")
}

// told is the announcement as one pegawai reads it: who has an usulan in the periode already is led to that.
func told(t *engine.Turn, who flow.PegawaiID, p kalender.Periode, j kalender.Jendela) ui.Screen {
	u, proposed := kartu.Running(t, who)
	if !proposed {
		return ui.Screen{Text: words(p, j), Rows: buttons.Rows(buttons.Row(buttons.Door("Tambah", "tambah", 0)), buttons.ToMenu())}
	}
	return ui.Screen{
		Text: opened(p, j).Plain(" Anda sudah mengusulkan ").Bold(spelling.Clip(kartu.Title(t, u), 80)).Plain(" (").Bold(u.Status.String()).Plain(")."),
		Rows: buttons.Rows(buttons.Row(buttons.Door("📄 Usulan Saya", "usulan", 0)), buttons.ToMenu()),
	}
}

func announce(t *engine.Turn) {
	p := state.Get(t).Periode
	switch j := t.Jendela(p); {
	case announcement.Get(t).Periode != 0:
		t.Again("Pengumuman sebelumnya masih dikirim. Mohon tunggu sampai selesai.")
		return
	case !j.Open(t.Today()):
		t.Note = "⚠️ Pengusulan periode itu sedang tidak dibuka, sehingga tidak diumumkan."
		t.Go(atKelolaPeriode)
		return
	case j != state.Get(t).Dulu:
		t.Note = "⚠️ Masa pengusulan periode itu baru saja diubah, sehingga belum diumumkan. Silakan periksa lagi."
		t.Go(atKelolaPeriode)
		return
	}
	announcement.Set(t, announcing{Periode: p, Jendela: t.Jendela(p)})
	trail.Record(t, flow.Umumkan, 0, p.String())
	t.Answer("Sedang dikirim.")
	t.Do(dialog.More{})
	t.Go(atKelolaPeriode)
}

// announceNext tells the next people. It stops when who has begun it may no longer.
func announceNext(t *engine.Turn) {
	a := announcement.Edit(t)
	if a.Periode == 0 {
		return
	}
	if !t.Who.AdminSIIP {
		*a = announcing{}
		return
	}
	accounts := t.AccountsAfter(a.Setelah, announcePart)
	for _, account := range accounts {
		a.Setelah = account.Pegawai
		if !account.Unreachable && account.ID != t.Me() {
			a.Jumlah++
			t.Do(dialog.Show{To: account.ID, Lane: dialog.News, Right: dialog.Right{Who: dialog.Bound}, Screen: told(t, account.Pegawai, a.Periode, a.Jendela)})
		}
	}
	if len(accounts) == announcePart {
		t.Do(dialog.More{})
		return
	}
	t.Do(dialog.Show{To: t.Me(), Slot: slotAnnounce, Manner: dialog.Anew, Screen: ui.Screen{
		Text: ui.Spans{}.Plain(fmt.Sprintf("✅ Pengumuman periode %s dikirim kepada %s pegawai.", a.Periode, hitung.Number(a.Jumlah))),
		Rows: buttons.Rows(buttons.ToMenu()),
	}})
	*a = announcing{}
}
