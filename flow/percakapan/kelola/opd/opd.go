// Package opd shows how the OPD stand, and makes activation sheets. It is a part of Kelola, for an Admin SIIP-ASN.
package opd

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// The places.
const (
	atKelolaOPD dialog.PlaceName = "kelola/opd"
	atOPDSatu   dialog.PlaceName = "kelola/opd/satu"
	atSlips     dialog.PlaceName = "kelola/opd/lembar"
)

// looked is what an Admin SIIP-ASN is looking at.
type looked struct {
	OPD   flow.OPDID `json:"opd,omitempty"`
	Dulu  string     `json:"dulu,omitempty"`  // the name that was shown in the question
	Nanti string     `json:"nanti,omitempty"` // the name that is wanted
	paging.Look
}

var state = engine.State[looked]{Key: "kelola/opd", Old: "kelola"}

func lookOf(t *engine.Turn) *paging.Look { return &state.Edit(t).Look }

// Conversation shows how the OPD stand, and makes activation sheets.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "kelola/opd",
		Places: []engine.Place{kelolaOPDPlace(), opdSatuPlace(), slipsPlace(), namePlace(), namedPlace()},
		Doors:  []engine.Door{state.Fresh("kelola/opd", atKelolaOPD)},
	}
}

func kelolaOPDPlace() engine.Place {
	return paging.Searched(engine.Place{Name: atKelolaOPD, Only: &engine.AdminSIIP,
		Screen: kelolaOPDScreen,
		Taps: engine.Taps{
			"satu": func(t *engine.Turn, id uint64) {
				state.Edit(t).OPD = flow.OPDID(id)
				t.Go(atOPDSatu)
			},
			"kembali": engine.To("kelola"),
		},
	}, lookOf)
}

// ringkasOPD lists the OPD, those without a bound admin first, then those where usulan have waited longest.
func ringkasOPD(t *engine.Turn) []flow.OPDSummary {
	list := t.OPDSummary(t.Aturan().Periode(t.Today()))
	slices.SortStableFunc(list, func(a, b flow.OPDSummary) int {
		return cmp.Or(
			compareBool(a.Admin, b.Admin),
			compareBool(b.Menunggu > 0, a.Menunggu > 0),
			a.Sejak.Compare(b.Sejak),
			cmp.Compare(a.OPD.Nama, b.OPD.Nama))
	})
	return list
}

// compareBool puts false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	default:
		return 1
	}
}

func kelolaOPDScreen(t *engine.Turn) ui.Screen {
	look := state.Get(t).Look
	list := paging.List[flow.OPDSummary]{
		Rows: slices.DeleteFunc(ringkasOPD(t), func(r flow.OPDSummary) bool { return !spelling.Matches(r.OPD.Nama, look.Query) }),
		Look: look, Title: "OPD", Word: "satu",
		Line: func(text ui.Spans, r flow.OPDSummary) ui.Spans {
			return text.Plain(spelling.Clip(r.OPD.Nama, 60), "\n", peopleWords(r), waitingWords(r))
		},
		ID: func(r flow.OPDSummary) uint64 { return uint64(r.OPD.ID) },
	}.Draw(t)
	return ui.Screen{
		Text: list.Body(ui.Spans{}.Field("Pencarian", look.Query), "OPD yang belum mempunyai Admin OPD terhubung ditampilkan paling atas. Silakan pilih nomornya, atau ketik sebagian nama OPD."),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager, buttons.Back(t))),
	}
}

// peopleWords counts the people of an OPD.
func peopleWords(r flow.OPDSummary) string {
	return fmt.Sprintf("%d pegawai: %d terhubung, %d sudah mengusulkan", r.Pegawai, r.Terhubung, r.Mengusul)
}

// waitingWords is what of an OPD has to be looked at, as the end of a line.
func waitingWords(r flow.OPDSummary) string {
	words := ""
	if r.Menunggu > 0 {
		words = fmt.Sprintf(" · %d menunggu", r.Menunggu)
	}
	if !r.Admin {
		words += " · ⚠️ belum ada Admin OPD"
	}
	return words
}

// ringkasText says in two lines how an OPD stands.
func ringkasText(t *engine.Turn, text ui.Spans, r flow.OPDSummary) ui.Spans {
	text = text.Plain(peopleWords(r), "\n")
	switch {
	case !r.Admin && r.Menunggu > 0:
		return text.Plain(fmt.Sprintf("⚠️ Belum ada Admin OPD yang dapat dihubungi; %d usulan diperiksa Admin SIIP-ASN", r.Menunggu))
	case !r.Admin:
		return text.Plain("⚠️ Belum ada Admin OPD yang dapat dihubungi")
	case r.Menunggu > 0:
		return text.Plain(fmt.Sprintf("Menunggu Admin OPD: %d usulan, sejak %s", r.Menunggu, wording.Clock(t, r.Sejak)))
	default:
		return text.Plain("Tidak ada usulan yang menunggu")
	}
}

func opdSatuPlace() engine.Place {
	return engine.Place{Name: atOPDSatu, Only: &engine.AdminSIIP,
		Screen: opdSatuScreen,
		Taps: engine.Taps{
			"lembar": engine.To(atSlips),
			"nama":   engine.To(atName),
			"lihat": func(t *engine.Turn, _ uint64) {
				t.Open("daftar/saring", engine.Opening{Filter: daftar.Filter{OPD: state.Get(t).OPD}})
			},
			"kembali": engine.To(atKelolaOPD),
		},
	}
}

// slipsPlace asks first: the codes on an earlier sheet, perhaps handed out already, end with a new one.
func slipsPlace() engine.Place {
	return engine.Place{Name: atSlips, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			return ui.Screen{
				Text: ui.Spans{}.Bold(managedOPD(t).Nama).Plain("\n\n").Plain("Apakah Anda ingin membuat lembar aktivasi baru?").
					Plain("\nSetelah lembar baru terkirim, kode yang lama tidak berlaku lagi."),
				Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Ya, Lanjutkan", "ya", 0), buttons.Stop(t))),
			}
		},
		Taps: engine.Taps{
			"ya":    engine.Does(sendSlips),
			"batal": engine.To(atOPDSatu),
		},
	}
}

func sendSlips(t *engine.Turn) {
	t.Answer("Lembar aktivasi sedang disiapkan.")
	trail.Record(t, flow.Undang, 0, "Lembar aktivasi "+managedOPD(t).Nama)
	t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{
		Jenis: dialog.LaporanAktivasi, OPD: state.Get(t).OPD, Text: hex.EncodeToString(t.Event.Random[:]), Oleh: t.Who.ID,
	}})
	t.Go(atOPDSatu)
}

func managedOPD(t *engine.Turn) flow.OPD {
	opd, _ := t.OPD(state.Get(t).OPD)
	return opd
}

func opdSatuScreen(t *engine.Turn) ui.Screen {
	text := ui.Spans{}.Bold(managedOPD(t).Nama).Plain("\n\n")
	for _, r := range ringkasOPD(t) {
		if r.OPD.ID == state.Get(t).OPD {
			text = ringkasText(t, text, r).Plain("\n")
		}
	}
	for _, p := range t.AdminOPD(state.Get(t).OPD) {
		name := p.Nama
		if _, ok := giliran.Reachable(t, p); !ok {
			name += " (belum terhubung)"
		}
		text = text.Field("Admin OPD", name)
	}
	return ui.Screen{
		Text: text.Plain("\nLembar aktivasi memuat nama dan kode QR setiap pegawai yang belum terhubung, untuk dicetak dan dibagikan."),
		Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Lembar Aktivasi", "lembar", 0)), buttons.Row(buttons.Here(t, "Lihat Usulan", "lihat", 0), buttons.Here(t, "✏️ Ubah Nama", "nama", 0)), buttons.Back(t)),
	}
}

// NoSlipsScreen says that nobody of an OPD needs a code.
func NoSlipsScreen(o flow.OPD) ui.Screen {
	return ui.Screen{Text: ui.Spans{}.Plain("Semua pegawai ").Bold(o.Nama).Plain(" sudah terhubung, sehingga tidak ada lembar aktivasi yang perlu dicetak.")}
}
