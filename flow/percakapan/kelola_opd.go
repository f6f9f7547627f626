package percakapan

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

func kelolaOPDPlace() place {
	return place{
		screen: (*turn).kelolaOPDScreen,
		taps: map[string]func(*turn, uint64){
			"halaman": (*turn).turnKelola,
			"satu": func(t *turn, id uint64) {
				t.s.Kelola.OPD = flow.OPDID(id)
				t.goTo(atOPDSatu)
			},
			"kembali": to(atKelola),
		},
	}
}

// ringkasOPD lists the OPD, those without a bound admin first, then those where usulan have waited longest.
func (t *turn) ringkasOPD() []flow.RingkasOPD {
	list := t.RingkasOPD(t.Aturan().Periode(t.today()))
	slices.SortStableFunc(list, func(a, b flow.RingkasOPD) int {
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

// opdPerPage leaves room for the counts of each.
const opdPerPage = 8

func (t *turn) kelolaOPDScreen() dialog.Screen {
	list := t.ringkasOPD()
	pages := pagesOf(len(list), opdPerPage)
	page := min(t.s.Kelola.Halaman, pages-1)
	text := dialog.Spans{}.Bold("OPD").Plain(fmt.Sprintf("\n%d OPD; yang belum punya Admin OPD terhubung di atas.\n\n", len(list)))
	var all [][]dialog.Choice
	for i, r := range pageOf(list, page, opdPerPage) {
		n := page*opdPerPage + i + 1
		text = t.ringkasText(text.Bold(fmt.Sprintf("%d. %s", n, flow.Clip(r.OPD.Nama, 100))).Plain("\n"), r).Plain("\n")
		all = append(all, row(t.here(fmt.Sprintf("%d. %s", n, r.OPD.Nama), "satu", uint64(r.OPD.ID))))
	}
	return dialog.Screen{Text: text, Rows: append(all, rows(t.pager(page, pages), t.back())...)}
}

func (t *turn) ringkasText(text dialog.Spans, r flow.RingkasOPD) dialog.Spans {
	text = text.Plain(fmt.Sprintf("%d pegawai, %d terhubung, %d mengusul\n", r.Pegawai, r.Terhubung, r.Mengusul))
	if r.Menunggu > 0 {
		text = text.Plain(fmt.Sprintf("%d menunggu Admin OPD sejak %s\n", r.Menunggu, t.clock(r.Sejak)))
	}
	if !r.Admin {
		text = text.Plain("⚠️ Belum ada Admin OPD yang terhubung\n")
	}
	return text
}

func opdSatuPlace() place {
	return place{
		screen: (*turn).opdSatuScreen,
		taps: map[string]func(*turn, uint64){
			"lembar":  to(atOPDLembar),
			"lihat":   func(t *turn, _ uint64) { t.refilter(flow.Filter{OPD: t.s.Kelola.OPD}) },
			"kembali": to(atKelolaOPD),
		},
	}
}

// opdLembarPlace asks first: the codes on an earlier sheet, perhaps handed out already, end with a new one.
func opdLembarPlace() place {
	return place{
		screen: func(t *turn) dialog.Screen {
			return dialog.Screen{
				Text: dialog.Spans{}.Bold(t.managedOPD().Nama).Plain("\n\n").Bold("Buat lembar aktivasi?").
					Plain("\nKode pada lembar yang lama tidak berlaku lagi setelah ini."),
				Rows: rows(row(t.here("✅ Ya, Lanjutkan", "ya", 0), t.stop())),
			}
		},
		taps: map[string]func(*turn, uint64){
			"ya":    does((*turn).sendLembar),
			"batal": to(atOPDSatu),
		},
	}
}

func (t *turn) sendLembar() {
	t.answer("Lembar aktivasi sedang disiapkan.")
	t.record(flow.Undang, 0, "Lembar aktivasi "+t.managedOPD().Nama)
	t.do(dialog.Send{To: t.me(), Laporan: dialog.Laporan{
		Jenis: dialog.LaporanAktivasi, OPD: t.s.Kelola.OPD, Teks: hex.EncodeToString(t.e.Random[:]),
	}})
	t.goTo(atOPDSatu)
}

func (t *turn) managedOPD() flow.OPD {
	opd, _ := t.OPD(t.s.Kelola.OPD)
	return opd
}

func (t *turn) opdSatuScreen() dialog.Screen {
	text := dialog.Spans{}.Bold(t.managedOPD().Nama).Plain("\n\n")
	for _, r := range t.ringkasOPD() {
		if r.OPD.ID == t.s.Kelola.OPD {
			text = t.ringkasText(text, r)
		}
	}
	for _, p := range t.AdminOPD(t.s.Kelola.OPD) {
		text = text.Field("Admin OPD", p.Nama)
	}
	return dialog.Screen{
		Text: text.Plain("\nLembar aktivasi memuat nama dan kode QR setiap pegawai yang belum terhubung, untuk dicetak dan dibagikan."),
		Rows: rows(row(t.here("🖨 Lembar Aktivasi", "lembar", 0)), row(t.here("📋 Lihat Usulan", "lihat", 0)), t.back()),
	}
}
