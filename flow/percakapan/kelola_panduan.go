package percakapan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

func kelolaPanduanPlace() place {
	return place{
		screen: (*turn).kelolaPanduanScreen,
		typed:  (*turn).searchKelola,
		taps: map[string]func(*turn, uint64){
			"halaman": (*turn).turnKelola,
			"satu":    func(t *turn, id uint64) { t.openPanduanSatu(flow.PanduanID(id)) },
			"baru":    to(atPanduanBaru),
			"export": func(t *turn, _ uint64) {
				t.answer("Berkas sedang disiapkan.")
				t.do(dialog.Send{To: t.me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanPanduan}})
			},
			"kembali": to(atKelola),
		},
	}
}

func (t *turn) openPanduanSatu(id flow.PanduanID) {
	t.s.Kelola.Panduan = id
	t.goTo(atPanduanSatu)
}

func (t *turn) kelolaPanduanScreen() dialog.Screen {
	k := t.s.Kelola
	list := slices.DeleteFunc(t.Katalog(), func(p flow.Panduan) bool { return !flow.Matches(p.Nama, k.Cari) })
	pages := pagesOf(len(list), panduanPerPage)
	page := min(k.Halaman, pages-1)
	text := dialog.Spans{}.Bold("Kelola Panduan").Plain(fmt.Sprintf("\n%d jenis diklat\n", len(list))).
		Field("Pencarian", k.Cari).Field("Halaman", ofPages(page, pages))
	var all [][]dialog.Choice
	for _, p := range pageOf(list, page, panduanPerPage) {
		label := p.Nama
		if p.Pensiun {
			label = "🚫 " + label
		}
		all = append(all, row(t.here(label, "satu", uint64(p.ID))))
	}
	return dialog.Screen{
		Text: text.Plain("\nSilakan pilih, atau ketik sebagian namanya. Untuk impor, kirim berkas Excel panduan ke percakapan ini."),
		Rows: append(all, rows(t.pager(page, pages),
			row(t.here("➕ Tambah Panduan", "baru", 0), t.here("📗 Export ke Excel", "export", 0)), t.back())...),
	}
}

func panduanSatuPlace() place {
	return place{
		screen: (*turn).panduanSatuScreen,
		taps: map[string]func(*turn, uint64){
			"nama":       to(atPanduanNama),
			"kompetensi": (*turn).setKompetensi,
			"sasaran":    (*turn).flipSasaran,
			"pensiun": func(t *turn, _ uint64) {
				t.changePanduan("Status", func(p *flow.Panduan) { p.Pensiun = !p.Pensiun })
			},
			"kembali": to(atKelolaPanduan),
		},
	}
}

func (t *turn) panduanSatuScreen() dialog.Screen {
	p, _ := t.Panduan(t.s.Kelola.Panduan)
	text := dialog.Spans{}.Bold("Panduan").Plain("\n\n").
		Field("Jenis Diklat", p.Nama).Field("Jenis Kompetensi", string(p.Kompetensi)).
		Field("Sasaran Jenjang", p.SasaranWords()).Field("Status", p.StatusWords()).
		Plain("\nSilakan pilih yang diubah. Usulan yang sudah memakai entri ini tetap terhubung.")
	var kompetensi []dialog.Choice
	for i, k := range flow.Kompetensis {
		kompetensi = append(kompetensi, t.here(check(p.Kompetensi == k)+string(k), "kompetensi", uint64(i)))
	}
	var sasaran [][]dialog.Choice
	for i, j := range flow.Jenjangs {
		sasaran = append(sasaran, row(t.here(check(slices.Contains(p.Sasaran, j))+"Sasaran: "+string(j), "sasaran", uint64(i))))
	}
	retire := "🚫 Nonaktifkan"
	if p.Pensiun {
		retire = "♻️ Aktifkan lagi"
	}
	return dialog.Screen{Text: text, Rows: append(
		append(rows(row(t.here("✏️ Ubah Nama", "nama", 0), t.here(retire, "pensiun", 0)), kompetensi), sasaran...), t.back())}
}

// check marks what is set.
func check(set bool) string {
	if set {
		return "✅ "
	}
	return "▫️ "
}

// changePanduan saves a change of the entry that is looked at, and writes it into the trail.
func (t *turn) changePanduan(kolom string, change func(*flow.Panduan)) {
	p, ok := t.Panduan(t.s.Kelola.Panduan)
	if !ok {
		t.goTo(atKelolaPanduan)
		return
	}
	before := p
	p.Sasaran = slices.Clone(p.Sasaran)
	change(&p)
	t.do(dialog.SavePanduan{Panduan: p})
	t.record(flow.UbahPanduan, 0, before.Nama, flow.Perubahan{Kolom: kolom, Sebelum: before.Words(), Sesudah: p.Words()})
	t.answer("Tersimpan.")
	t.showPlace()
}

func (t *turn) setKompetensi(i uint64) {
	if i < uint64(len(flow.Kompetensis)) {
		t.changePanduan("Jenis Kompetensi", func(p *flow.Panduan) { p.Kompetensi = flow.Kompetensis[i] })
	}
}

// flipSasaran adds a jenjang to those for whom the diklat is, or takes it away; all of them are the same as none.
func (t *turn) flipSasaran(i uint64) {
	if i >= uint64(len(flow.Jenjangs)) {
		return
	}
	t.changePanduan("Sasaran Jenjang", func(p *flow.Panduan) {
		if at := slices.Index(p.Sasaran, flow.Jenjangs[i]); at >= 0 {
			p.Sasaran = slices.Delete(p.Sasaran, at, at+1)
			return
		}
		p.Sasaran = append(p.Sasaran, flow.Jenjangs[i])
	})
}
