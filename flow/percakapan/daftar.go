package percakapan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// The list of usulan (panduan, bagian III): with filters, ticks, Cetak and Export ke Excel. An Admin SIIP-ASN sees all
// OPD, an Admin OPD his own.

// perPage is how many rows a list shows at once.
const perPage = 10

// openDaftar opens the list at its beginning, with the filters that were set last.
func (t *turn) openDaftar() {
	if t.may(paraAdmin, "Daftar") {
		t.s.Daftar.Dari, t.s.Daftar.Memilih = 0, false
		t.goTo(atDaftar)
	}
}

// filter is what the list shows: never more than the person may see, whatever he could set when he had other roles.
func (t *turn) filter() flow.Filter {
	f := t.s.Daftar.Filter
	if !t.saya.AdminSIIP {
		f.OPD, f.Rekomendasi = t.saya.OPD, ""
	}
	return f
}

func daftarPlace() place {
	return place{
		only:   &paraAdmin,
		screen: (*turn).daftarScreen,
		typed:  (*turn).searchDaftar,
		taps: map[string]func(*turn, uint64){
			"dari":        (*turn).pageFrom,
			"opd":         func(t *turn, _ uint64) { t.choose(atDaftarOPD) },
			"rekomendasi": func(t *turn, _ uint64) { t.choose(atDaftarRekomendasi) },
			"status":      func(t *turn, _ uint64) { t.choose(atDaftarStatus) },
			"periode":     func(t *turn, _ uint64) { t.choose(atDaftarPeriode) },
			"urutan":      (*turn).flipOrder,
			"buang":       (*turn).dropFilter,
			"memilih":     (*turn).flipTicking,
			"centang":     (*turn).tick1,
			"semua":       does((*turn).tickAll),
			"kosong":      does((*turn).untick),
			"borong":      (*turn).startBorongan,
			"cetak":       func(t *turn, _ uint64) { t.exportDaftar(dialog.LaporanCetak) },
			"export":      func(t *turn, _ uint64) { t.exportDaftar(dialog.LaporanData) },
		},
	}
}

func (t *turn) pageFrom(id uint64) {
	t.s.Daftar.Dari = flow.UsulanID(id)
	t.showPlace()
}

// refilter shows the list anew after a filter has changed. Ticks are of the rows that were seen, so they go, and that is
// said.
func (t *turn) refilter(f flow.Filter) {
	if len(t.s.Daftar.Centang) > 0 {
		t.note = "Saringan berubah, jadi centang dikosongkan."
	}
	t.s.Daftar = dialog.Daftar{Filter: f, Memilih: t.s.Daftar.Memilih}
	t.goTo(atDaftar)
}

func (t *turn) searchDaftar(body string) {
	f := t.s.Daftar.Filter
	f.Teks = sought(body)
	t.refilter(f)
}

func (t *turn) flipOrder(uint64) {
	t.s.Daftar.Filter.Terlama, t.s.Daftar.Dari = !t.s.Daftar.Filter.Terlama, 0
	t.showPlace()
}

func (t *turn) daftarScreen() dialog.Screen {
	page := t.Daftar(t.filter(), t.s.Daftar.Dari, perPage)
	text := dialog.Spans{}.Bold("Daftar Usulan Diklat").Plain("\n")
	for _, a := range t.activeFilters() {
		text = text.Field(a.name, flow.Clip(a.value, 80))
	}
	var all [][]dialog.Choice
	if page.Total == 0 {
		text = text.Plain("\nTidak ada usulan yang cocok.\n")
	} else {
		text = text.Plain(fmt.Sprintf("%d–%d dari %s\n\n", page.Mulai, page.Mulai+len(page.Rows)-1, thousands(page.Total)))
	}
	for i, u := range page.Rows {
		text = t.listRow(text, page.Mulai+i, u)
		all = append(all, row(t.rowButton(page.Mulai+i, u)))
	}
	if n := len(t.s.Daftar.Centang); n > 0 {
		text = text.Bold(fmt.Sprintf("%s usulan dicentang", thousands(n))).Plain(": Cetak dan Export ke Excel hanya memuat yang dicentang.\n")
	}
	all = append(all, rows(t.daftarPager(page))...)
	all = append(all, t.filterRows()...)
	all = append(all, t.tickRows(page.Total)...)
	return dialog.Screen{
		Text: text.Plain("Silakan ketik nama, NIP, atau diklat untuk mencari."),
		Rows: append(all, rows(row(t.here("🖨 Cetak", "cetak", 0), t.here("📗 Export ke Excel", "export", 0)), toMenu())...),
	}
}

func (t *turn) daftarPager(page flow.Page) []dialog.Choice {
	var r []dialog.Choice
	if page.Prev != 0 {
		r = append(r, t.here("◀️ Sebelumnya", "dari", uint64(page.Prev)))
	}
	if page.Next != 0 {
		r = append(r, t.here("Berikutnya ▶️", "dari", uint64(page.Next)))
	}
	return r
}

// listRow writes the columns of the list (panduan, bagian III) so short that ten rows fit into a message whatever is in
// them.
func (t *turn) listRow(text dialog.Spans, n int, u flow.Usulan) dialog.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	opd, _ := t.OPD(u.OPD)
	text = text.Plain(fmt.Sprintf("%d. ", n)).Bold(flow.Clip(p.Nama, 55)).
		Plain("\nNIP ", string(p.NIP), "\n", flow.Clip(p.Jabatan, 55), "\n", flow.Clip(opd.Nama, 55), "\n").
		Plain(flow.Clip(t.title(u), 70))
	if u.Rekomendasi != "" {
		text = text.Plain("\nRekomendasi: ", flow.Clip(u.Rekomendasi, 30))
	}
	return text.Plain("\n", u.TanggalUsul.List(), " · ").Bold(u.Status.String()).Plain("\n\n")
}

func (t *turn) rowLabel(n int, u flow.Usulan) string {
	p, _ := t.Pegawai(u.Pegawai)
	return fmt.Sprintf("%d. %s", n, p.Nama)
}

// rowButton opens the row, or ticks it.
func (t *turn) rowButton(n int, u flow.Usulan) dialog.Choice {
	if !t.s.Daftar.Memilih {
		return door(t.rowLabel(n, u), "buka", uint64(u.ID))
	}
	mark := "☐ "
	if slices.Contains(t.s.Daftar.Centang, u.ID) {
		mark = "☑️ "
	}
	return t.here(mark+t.rowLabel(n, u), "centang", uint64(u.ID))
}

// cetakMax is how many rows are printed at most, some 600 pages: who wants more wants the workbook.
const cetakMax = 5000

// exportDaftar sends the ticked rows, or else the whole list of the filter, as a file.
func (t *turn) exportDaftar(kind dialog.JenisLaporan) {
	l := dialog.Laporan{Jenis: kind, Filter: t.filter(), Usulan: t.ticked()}
	rows := len(l.Usulan)
	if rows == 0 {
		rows = t.Daftar(l.Filter, 0, 1).Total
	}
	switch {
	case rows == 0:
		t.refuse("Daftar ini kosong, jadi tidak ada yang dapat dimuat. Silakan hapus salah satu saringan.")
	case kind == dialog.LaporanCetak && rows > cetakMax:
		t.refuse(fmt.Sprintf("Cetak memuat paling banyak %s usulan. Silakan persempit dengan saringan, atau gunakan Export ke Excel.", thousands(cetakMax)))
	default:
		t.answer("Berkas sedang disiapkan.")
		t.do(dialog.Send{To: t.me(), Laporan: l})
	}
}
