// Package daftar is the conversation of the list of usulan for admins (panduan, bagian III): filters, ticks, print and export.
// Filters and ticks are kept for the day. A newcomer reads Conversation, then shown, which bounds the list by rights.
package daftar

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/spelling"
)

// The places. Those of the options of a filter are named after it (filter.go).
const (
	atList   dialog.PlaceName = "daftar"
	atFilter dialog.PlaceName = "daftar/filter"
)

// look is how the list is looked at.
type look struct {
	Filter      daftar.Filter    `json:"filter,omitzero"`
	Hari        kalender.Tanggal `json:"hari,omitempty"`    // on which a filter was set or a row ticked: those of another day are dropped
	Dari        flow.UsulanID    `json:"dari,omitempty"`    // the first row of the page; 0: the first page
	Memilih     bool             `json:"memilih,omitempty"` // a row is ticked by a tap, not opened
	Centang     []flow.UsulanID  `json:"centang,omitempty"` // the ticked rows, in the order of their ids
	paging.Look                  // of a list of choices
}

// centangMax is how many rows can be ticked.
const centangMax = 2000

var view = engine.State[look]{Key: "daftar"}

// Conversation is the list of usulan (panduan, bagian III): with filters, ticks, Cetak and Export ke Excel. An Admin
// SIIP-ASN sees all OPD, an Admin OPD his own.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "daftar",
		Places: append([]engine.Place{listPlace(), filterPlace()}, optionPlaces()...),
		Doors: []engine.Door{
			engine.Opens("daftar", open),
			{Word: "daftar/saring", Inner: true, Open: sought},
			{Word: "daftar/selesai", Inner: true, Open: func(t *engine.Turn, _ engine.Opening) {
				view.Edit(t).Centang, view.Edit(t).Memilih = nil, false
				t.Go(atList)
			}},
		},
		Commands: []engine.BotCommand{
			{Name: "daftar", About: "Daftar usulan semua OPD", Rank: 4, For: engine.AdminSIIP, Open: true, Run: open}, // an Admin OPD has the list of his OPD
		},
	}
}

// open shows the list at its beginning, with the filters that were set last and the rows that were ticked, if that was
// today.
func open(t *engine.Turn) {
	if !t.May(engine.Admins, "Daftar") {
		return
	}
	dropOld(t)
	v := view.Edit(t)
	v.Dari, v.Memilih = 0, v.Memilih && len(v.Centang) > 0
	t.Go(atList)
}

// dropOld drops what was set or ticked on another day; whether there was anything.
func dropOld(t *engine.Turn) bool {
	v := view.Get(t)
	order := daftar.Filter{Terlama: v.Filter.Terlama}
	if v.Hari == t.Today() || v.Filter == order && len(v.Centang) == 0 {
		return false
	}
	view.Set(t, look{Filter: order, Memilih: v.Memilih})
	return true
}

// today lets the buttons of a list of another day do nothing but show the list anew, without what was set then.
func today(taps engine.Taps) engine.Taps {
	for word, act := range taps {
		taps[word] = func(t *engine.Turn, id uint64) {
			if dropOld(t) {
				t.Note = "⚠️ Filter dan centang dari hari lain dihapus. Silakan periksa daftar ini lagi."
				t.Go(atList)
				return
			}
			act(t, id)
		}
	}
	return taps
}

// shown is what the list shows: never more than the person may see, whatever he could set when he had other roles.
func shown(t *engine.Turn) daftar.Filter {
	f := view.Get(t).Filter
	if !t.Who.AdminSIIP {
		f.OPD, f.Rekomendasi = t.Who.OPD, ""
	}
	return f
}

func listPlace() engine.Place {
	return engine.Place{Name: atList,
		Only:   &engine.Admins,
		Screen: screen,
		Taps: today(engine.Taps{
			"dari":    pageFrom,
			"filter":  engine.To(atFilter),
			"bersih":  func(t *engine.Turn, _ uint64) { refilter(t, daftar.Filter{Terlama: view.Get(t).Filter.Terlama}) },
			"semesta": func(t *engine.Turn, _ uint64) { refilter(t, daftar.Filter{Text: view.Get(t).Filter.Text}) },
			"urutan":  flipOrder,
			"memilih": flipTicking,
			"centang": tick1,
			"semua":   engine.Does(tickAll),
			"kosong":  engine.Does(untick),
			"borong":  startBulk,
			"cetak":   func(t *engine.Turn, _ uint64) { exportDaftar(t, dialog.LaporanCetak) },
			"export":  func(t *engine.Turn, _ uint64) { exportDaftar(t, dialog.LaporanData) },
		}),
	}
}

func pageFrom(t *engine.Turn, id uint64) {
	view.Edit(t).Dari = flow.UsulanID(id)
	t.ShowPlace()
}

// refilter shows the list anew after a filter has changed. Ticks are of the rows that were seen, so they go, and that is
// said.
func refilter(t *engine.Turn, f daftar.Filter) {
	if len(view.Get(t).Centang) > 0 {
		t.Note = "Filter berubah, sehingga centang dikosongkan."
	}
	view.Set(t, look{Filter: f, Hari: t.Today(), Memilih: view.Get(t).Memilih})
	t.Go(atList)
}

// sought looks for what an admin has typed: on the list within what was set today, from elsewhere in all usulan. The list
// itself waits for no text, so that a word that means a button does there what it does everywhere.
func sought(t *engine.Turn, o engine.Opening) {
	f := o.Filter
	if t.Place() == atList || t.Place() == atFilter {
		dropOld(t)
		f = view.Get(t).Filter
		f.Text = o.Filter.Text
	}
	refilter(t, f)
}

func flipOrder(t *engine.Turn, _ uint64) {
	view.Edit(t).Filter.Terlama, view.Edit(t).Dari = !view.Get(t).Filter.Terlama, 0
	t.ShowPlace()
}

func screen(t *engine.Turn) ui.Screen {
	v := view.Get(t)
	page := t.Daftar(shown(t), v.Dari, paging.PerPage)
	list := paging.List[flow.Usulan]{
		Rows: page.Rows, From: page.Mulai - 1, Total: page.Total, Title: "Daftar Usulan Diklat",
		Line: func(text ui.Spans, u flow.Usulan) ui.Spans { return kartu.Row(t, text, u, t.Who.AdminSIIP) },
		ID:   func(u flow.Usulan) uint64 { return uint64(u.ID) },
		Word: "buka", Doors: true,
	}
	if v.Memilih {
		list.Word, list.Doors, list.Mark = "centang", false, func(u flow.Usulan) string { return mark(v, u.ID) }
	}
	d := list.Draw(t)
	above := filterLine(t)
	if page.Total == 0 {
		return ui.Screen{
			Text: ui.Spans{}.Plain("Daftar Usulan Diklat\n").Plain(above, nothing(above)),
			Rows: buttons.Join(buttons.Rows(noHit(t), filterRow(t)), tickRows(t, page.Total), buttons.Rows(buttons.ToMenu())),
		}
	}
	return ui.Screen{
		Text: d.Body(ui.Spans{}.Plain(above), below(v)),
		Rows: buttons.Join(d.Rows, buttons.Rows(pager(t, page)), bottomRows(t, page.Total)),
	}
}

// filterLine says in one line what is set; nothing when nothing is.
func filterLine(t *engine.Turn) string {
	words := FilterWords(t, chosen(t), 0)
	if len(words) == 0 {
		return ""
	}
	return spelling.Clip("Filter: "+strings.Join(words, "; "), 200) + "\n"
}

// nothing says why the list is empty: the filter above has no hit, or there is none at all.
func nothing(above string) string {
	if above == "" {
		return "Belum ada usulan."
	}
	return "Tidak ada usulan yang cocok dengan filter di atas."
}

// noHit offers the same search without the other filters.
func noHit(t *engine.Turn) []ui.Choice {
	f := chosen(t)
	teks := f.Text
	f.Text, f.Terlama = "", false
	if teks != "" && f != (daftar.Filter{}) {
		return buttons.Row(buttons.Here(t, "Cari di semua usulan", "semesta", 0))
	}
	return nil
}

// below is the line below the rows.
func below(v look) string {
	if n := len(v.Centang); n > 0 {
		return fmt.Sprintf("Dicentang %s usulan: Cetak dan Export ke Excel hanya memuat yang dicentang.", hitung.Number(n))
	}
	return "Silakan ketik nama, NIP, atau diklat untuk mencari."
}

func pager(t *engine.Turn, page daftar.Page) []ui.Choice {
	var r []ui.Choice
	if page.Prev != 0 {
		r = append(r, buttons.Here(t, "‹ Sebelumnya", "dari", uint64(page.Prev)))
	}
	if page.Next != 0 {
		r = append(r, buttons.Here(t, "Berikutnya ›", "dari", uint64(page.Next)))
	}
	return r
}

// mark is before the number of a row that can be ticked.
func mark(v look, id flow.UsulanID) string {
	if slices.Contains(v.Centang, id) {
		return "☑ "
	}
	return "☐ "
}

// filterRow leads to the filters, and takes away all that are set.
func filterRow(t *engine.Turn) []ui.Choice {
	label := "Filter"
	row := buttons.Row(buttons.Here(t, label, "filter", 0))
	if n := len(FilterWords(t, chosen(t), 0)); n > 0 {
		row[0].Label = fmt.Sprintf("Filter (%d)", n)
		row = append(row, buttons.Here(t, "Hapus Filter", "bersih", 0))
	}
	return row
}

// bottomRows are what can be done with the list, or with what is ticked.
func bottomRows(t *engine.Turn, total int) [][]ui.Choice {
	file := buttons.Row(buttons.Here(t, "Cetak", "cetak", 0), buttons.Here(t, "Export ke Excel", "export", 0))
	if view.Get(t).Memilih {
		return append(tickRows(t, total), file, buttons.Row(buttons.Here(t, "Selesai", "memilih", 0), buttons.Menu()))
	}
	order := "Urutan: terbaru"
	if view.Get(t).Filter.Terlama {
		order = "Urutan: terlama"
	}
	ways := buttons.Row(buttons.Here(t, order, "urutan", 0), buttons.Here(t, "Centang", "memilih", 0))
	last := buttons.ToMenu()
	if t.Who.AdminSIIP {
		last = buttons.Row(buttons.Door("Tambah", "tambahkan", 0), buttons.Menu())
	}
	return buttons.Rows(filterRow(t), ways, file, last)
}

// cetakMax is how many rows are printed at most, some 600 pages: who wants more wants the workbook.
const cetakMax = 5000

// exportDaftar sends the ticked rows, or else the whole list of the filter, as a file.
func exportDaftar(t *engine.Turn, kind dialog.JenisLaporan) {
	l := dialog.Laporan{Jenis: kind, Filter: shown(t), Usulan: ticked(t), Oleh: t.Who.ID}
	rows := len(l.Usulan)
	if rows == 0 {
		rows = t.Daftar(l.Filter, 0, 1).Total
	}
	switch {
	case rows == 0:
		t.Refuse("Daftar ini kosong, sehingga tidak ada yang dapat dimuat. Silakan hapus salah satu filter.")
	case kind == dialog.LaporanCetak && rows > cetakMax:
		t.Refuse(fmt.Sprintf("Cetak memuat paling banyak %s usulan. Silakan persempit dengan filter, atau gunakan Export ke Excel.", hitung.Number(cetakMax)))
	default:
		t.Answer("Berkas sedang disiapkan.")
		t.Do(dialog.Send{To: t.Me(), Laporan: l})
	}
}
