// Package daftar is the conversation of the list.
package daftar

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
)

// The places.
const (
	atList        dialog.PlaceName = "daftar"
	atOPD         dialog.PlaceName = "daftar/opd"
	atRekomendasi dialog.PlaceName = "daftar/rekomendasi"
	atStatus      dialog.PlaceName = "daftar/status"
	atPeriode     dialog.PlaceName = "daftar/periode"
)

// look is how the list is looked at.
type look struct {
	Filter      flow.Filter     `json:"filter,omitzero"`
	Dari        flow.UsulanID   `json:"dari,omitempty"`    // the first row of the page; 0: the first page
	Memilih     bool            `json:"memilih,omitempty"` // a row is ticked by a tap, not opened
	Centang     []flow.UsulanID `json:"centang,omitempty"` // the ticked rows, in the order of their ids
	paging.Look                 // of a list of choices
}

// centangMax is how many rows can be ticked.
const centangMax = 2000

var view = dialog.State[look]{Key: "daftar"}

// Conversation is the list of usulan (panduan, bagian III): with filters, ticks, Cetak and Export ke Excel. An Admin
// SIIP-ASN sees all OPD, an Admin OPD his own.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name: "daftar",
		Places: []dialog.Place{
			listPlace(),
			choicePlace(atOPD, "Pilih OPD", &dialog.AdminSIIP, opdOptions),
			choicePlace(atRekomendasi, "Pilih Rekomendasi", &dialog.AdminSIIP, rekomendasiOptions),
			choicePlace(atStatus, "Pilih Status", &dialog.Admins, statusOptions),
			choicePlace(atPeriode, "Pilih Periode", &dialog.Admins, periodeOptions),
		},
		Doors: []dialog.Door{
			dialog.Opens("daftar", open),
			{Word: "daftar/saring", Inner: true, Open: func(t *dialog.Turn, o dialog.Opening) { refilter(t, o.Filter) }},
			{Word: "daftar/selesai", Inner: true, Open: func(t *dialog.Turn, _ dialog.Opening) {
				view.Edit(t).Centang, view.Edit(t).Memilih = nil, false
				t.Go(atList)
			}},
		},
		Commands: []dialog.BotCommand{
			{Name: "daftar", About: "Daftar usulan semua OPD", Rank: 4, For: dialog.AdminSIIP, Open: true, Run: open}, // an Admin OPD has the list of his OPD
		},
	}
}

// open shows the list at its beginning, with the filters that were set last.
func open(t *dialog.Turn) {
	if t.May(dialog.Admins, "Daftar") {
		view.Edit(t).Dari, view.Edit(t).Memilih = 0, false
		t.Go(atList)
	}
}

// filter is what the list shows: never more than the person may see, whatever he could set when he had other roles.
func filter(t *dialog.Turn) flow.Filter {
	f := view.Get(t).Filter
	if !t.Who.AdminSIIP {
		f.OPD, f.Rekomendasi = t.Who.OPD, ""
	}
	return f
}

func listPlace() dialog.Place {
	return dialog.Place{Name: atList,
		Only:   &dialog.Admins,
		Screen: screen,
		Typed:  searchDaftar,
		Taps: dialog.Taps{
			"dari":        pageFrom,
			"opd":         func(t *dialog.Turn, _ uint64) { choose(t, atOPD, dialog.AdminSIIP) },
			"rekomendasi": func(t *dialog.Turn, _ uint64) { choose(t, atRekomendasi, dialog.AdminSIIP) },
			"status":      func(t *dialog.Turn, _ uint64) { choose(t, atStatus, dialog.Admins) },
			"periode":     func(t *dialog.Turn, _ uint64) { choose(t, atPeriode, dialog.Admins) },
			"urutan":      flipOrder,
			"buang":       dropFilter,
			"memilih":     flipTicking,
			"centang":     tick1,
			"semua":       dialog.Does(tickAll),
			"kosong":      dialog.Does(untick),
			"borong":      startBulk,
			"cetak":       func(t *dialog.Turn, _ uint64) { exportDaftar(t, dialog.LaporanCetak) },
			"export":      func(t *dialog.Turn, _ uint64) { exportDaftar(t, dialog.LaporanData) },
		},
	}
}

func pageFrom(t *dialog.Turn, id uint64) {
	view.Edit(t).Dari = flow.UsulanID(id)
	t.ShowPlace()
}

// refilter shows the list anew after a filter has changed. Ticks are of the rows that were seen, so they go, and that is
// said.
func refilter(t *dialog.Turn, f flow.Filter) {
	if len(view.Get(t).Centang) > 0 {
		t.Note = "Saringan berubah, jadi centang dikosongkan."
	}
	view.Set(t, look{Filter: f, Memilih: view.Get(t).Memilih})
	t.Go(atList)
}

func searchDaftar(t *dialog.Turn, body string) {
	f := view.Get(t).Filter
	f.Teks = wording.Sought(body)
	refilter(t, f)
}

func flipOrder(t *dialog.Turn, _ uint64) {
	view.Edit(t).Filter.Terlama, view.Edit(t).Dari = !view.Get(t).Filter.Terlama, 0
	t.ShowPlace()
}

func screen(t *dialog.Turn) dialog.Screen {
	page := t.Daftar(filter(t), view.Get(t).Dari, paging.PerPage)
	text := dialog.Spans{}.Bold("Daftar Usulan Diklat").Plain("\n")
	for _, a := range chosen(t) {
		text = text.Field(a.name, flow.Clip(a.value, 80))
	}
	var all [][]dialog.Choice
	if page.Total == 0 {
		text = text.Plain("\nTidak ada usulan yang cocok.\n")
	} else {
		text = text.Plain(fmt.Sprintf("%d–%d dari %s\n\n", page.Mulai, page.Mulai+len(page.Rows)-1, wording.Thousands(page.Total)))
	}
	for i, u := range page.Rows {
		text = kartu.ListRow(t, text, page.Mulai+i, u)
		all = append(all, buttons.Row(rowButton(t, page.Mulai+i, u)))
	}
	if n := len(view.Get(t).Centang); n > 0 {
		text = text.Bold(fmt.Sprintf("%s usulan dicentang", wording.Thousands(n))).Plain(": Cetak dan Export ke Excel hanya memuat yang dicentang.\n")
	}
	all = append(all, buttons.Rows(daftarPager(t, page))...)
	all = append(all, filterRows(t)...)
	all = append(all, tickRows(t, page.Total)...)
	return dialog.Screen{
		Text: text.Plain("Silakan ketik nama, NIP, atau diklat untuk mencari."),
		Rows: append(all, buttons.Rows(buttons.Row(buttons.Here(t, "🖨 Cetak", "cetak", 0), buttons.Here(t, "📗 Export ke Excel", "export", 0)), buttons.ToMenu())...),
	}
}

func daftarPager(t *dialog.Turn, page flow.Page) []dialog.Choice {
	var r []dialog.Choice
	if page.Prev != 0 {
		r = append(r, buttons.Here(t, "◀️ Sebelumnya", "dari", uint64(page.Prev)))
	}
	if page.Next != 0 {
		r = append(r, buttons.Here(t, "Berikutnya ▶️", "dari", uint64(page.Next)))
	}
	return r
}

// rowButton opens the row, or ticks it.
func rowButton(t *dialog.Turn, n int, u flow.Usulan) dialog.Choice {
	if !view.Get(t).Memilih {
		return buttons.Door(kartu.RowLabel(t, n, u), "buka", uint64(u.ID))
	}
	mark := "☐ "
	if slices.Contains(view.Get(t).Centang, u.ID) {
		mark = "☑️ "
	}
	return buttons.Here(t, mark+kartu.RowLabel(t, n, u), "centang", uint64(u.ID))
}

// cetakMax is how many rows are printed at most, some 600 pages: who wants more wants the workbook.
const cetakMax = 5000

// exportDaftar sends the ticked rows, or else the whole list of the filter, as a file.
func exportDaftar(t *dialog.Turn, kind dialog.JenisLaporan) {
	l := dialog.Laporan{Jenis: kind, Filter: filter(t), Usulan: ticked(t), Oleh: t.Who.ID}
	rows := len(l.Usulan)
	if rows == 0 {
		rows = t.Daftar(l.Filter, 0, 1).Total
	}
	switch {
	case rows == 0:
		t.Refuse("Daftar ini kosong, jadi tidak ada yang dapat dimuat. Silakan hapus salah satu saringan.")
	case kind == dialog.LaporanCetak && rows > cetakMax:
		t.Refuse(fmt.Sprintf("Cetak memuat paling banyak %s usulan. Silakan persempit dengan saringan, atau gunakan Export ke Excel.", wording.Thousands(cetakMax)))
	default:
		t.Answer("Berkas sedang disiapkan.")
		t.Do(dialog.Send{To: t.Me(), Laporan: l})
	}
}
