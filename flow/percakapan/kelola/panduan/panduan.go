// Package panduan keeps the catalogue of jenis diklat. It is a part of Kelola, for an Admin SIIP-ASN.
package panduan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/trail"
)

// The places.
const (
	atKelolaPanduan dialog.PlaceName = "kelola/panduan"
	atPanduanSatu   dialog.PlaceName = "kelola/panduan/satu"
	atPanduanNama   dialog.PlaceName = "kelola/panduan/nama"
	atPanduanBaru   dialog.PlaceName = "kelola/panduan/baru"
)

// looked is what an Admin SIIP-ASN is looking at.
type looked struct {
	Panduan flow.PanduanID `json:"panduan,omitempty"`
	Judul   string         `json:"judul,omitempty"` // a name that is being given
	paging.Look
}

var state = dialog.State[looked]{Key: "kelola/panduan", Old: "kelola"}

func lookOf(t *dialog.Turn) *paging.Look { return &state.Edit(t).Look }

// Conversation keeps the catalogue of jenis diklat.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name:   "kelola/panduan",
		Places: []dialog.Place{kelolaPanduanPlace(), panduanSatuPlace(), panduanNamaPlace(), panduanBaruPlace()},
		Doors: []dialog.Door{
			{Word: "kelola/panduan", Inner: true, Open: func(t *dialog.Turn, _ dialog.Opening) {
				state.Clear(t)
				t.Go(atKelolaPanduan)
			}},
			{Word: "kelola/panduan/satu", Inner: true, Open: func(t *dialog.Turn, o dialog.Opening) {
				openPanduanSatu(t, flow.PanduanID(o.ID))
			}},
		},
	}
}

func kelolaPanduanPlace() dialog.Place {
	return dialog.Place{Name: atKelolaPanduan, Only: &dialog.AdminSIIP,
		Screen: kelolaPanduanScreen,
		Typed:  paging.Searches(lookOf),
		Taps: dialog.Taps{
			"halaman": paging.Turns(lookOf),
			"satu":    func(t *dialog.Turn, id uint64) { openPanduanSatu(t, flow.PanduanID(id)) },
			"baru":    dialog.To(atPanduanBaru),
			"export": func(t *dialog.Turn, _ uint64) {
				t.Answer("Berkas sedang disiapkan.")
				t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanPanduan}})
			},
			"kembali": dialog.To("kelola"),
		},
	}
}

func openPanduanSatu(t *dialog.Turn, id flow.PanduanID) {
	state.Edit(t).Panduan = id
	t.Go(atPanduanSatu)
}

func kelolaPanduanScreen(t *dialog.Turn) dialog.Screen {
	k := state.Get(t)
	list := slices.DeleteFunc(t.Katalog(), func(p flow.Panduan) bool { return !flow.Matches(p.Nama, k.Cari) })
	pages := paging.PagesOf(len(list), paging.Short)
	page := min(k.Halaman, pages-1)
	text := dialog.Spans{}.Bold("Kelola Panduan").Plain(fmt.Sprintf("\n%d jenis diklat\n", len(list))).
		Field("Pencarian", k.Cari).Field("Halaman", paging.OfPages(page, pages))
	var all [][]dialog.Choice
	for _, p := range paging.PageOf(list, page, paging.Short) {
		label := p.Nama
		if p.Pensiun {
			label = "🚫 " + label
		}
		all = append(all, buttons.Row(buttons.Here(t, label, "satu", uint64(p.ID))))
	}
	return dialog.Screen{
		Text: text.Plain("\nSilakan pilih, atau ketik sebagian namanya. Untuk impor, kirim berkas Excel panduan ke percakapan ini."),
		Rows: append(all, buttons.Rows(buttons.Pager(t, page, pages),
			buttons.Row(buttons.Here(t, "➕ Tambah Panduan", "baru", 0), buttons.Here(t, "📗 Export ke Excel", "export", 0)), buttons.Back(t))...),
	}
}

func panduanSatuPlace() dialog.Place {
	return dialog.Place{Name: atPanduanSatu, Only: &dialog.AdminSIIP,
		Screen: panduanSatuScreen,
		Taps: dialog.Taps{
			"nama":       dialog.To(atPanduanNama),
			"kompetensi": setKompetensi,
			"sasaran":    flipSasaran,
			"pensiun": func(t *dialog.Turn, _ uint64) {
				changePanduan(t, "Status", func(p *flow.Panduan) { p.Pensiun = !p.Pensiun })
			},
			"kembali": dialog.To(atKelolaPanduan),
		},
	}
}

func panduanSatuScreen(t *dialog.Turn) dialog.Screen {
	p, _ := t.Panduan(state.Get(t).Panduan)
	text := dialog.Spans{}.Bold("Panduan").Plain("\n\n").
		Field("Jenis Diklat", p.Nama).Field("Jenis Kompetensi", string(p.Kompetensi)).
		Field("Sasaran Jenjang", p.SasaranWords()).Field("Status", p.StatusWords()).
		Plain("\nSilakan pilih yang diubah. Usulan yang sudah memakai entri ini tetap terhubung.")
	var kompetensi []dialog.Choice
	for i, k := range flow.Kompetensis {
		kompetensi = append(kompetensi, buttons.Here(t, check(p.Kompetensi == k)+string(k), "kompetensi", uint64(i)))
	}
	var sasaran [][]dialog.Choice
	for i, j := range flow.Jenjangs {
		sasaran = append(sasaran, buttons.Row(buttons.Here(t, check(slices.Contains(p.Sasaran, j))+"Sasaran: "+string(j), "sasaran", uint64(i))))
	}
	retire := "🚫 Nonaktifkan"
	if p.Pensiun {
		retire = "♻️ Aktifkan lagi"
	}
	return dialog.Screen{Text: text, Rows: append(
		append(buttons.Rows(buttons.Row(buttons.Here(t, "✏️ Ubah Nama", "nama", 0), buttons.Here(t, retire, "pensiun", 0)), kompetensi), sasaran...), buttons.Back(t))}
}

// check marks what is set.
func check(set bool) string {
	if set {
		return "✅ "
	}
	return "▫️ "
}

// changePanduan saves a change of the entry that is looked at, and writes it into the trail.
func changePanduan(t *dialog.Turn, kolom string, change func(*flow.Panduan)) {
	p, ok := t.Panduan(state.Get(t).Panduan)
	if !ok {
		t.Go(atKelolaPanduan)
		return
	}
	before := p
	p.Sasaran = slices.Clone(p.Sasaran)
	change(&p)
	t.Do(dialog.SavePanduan{Panduan: p})
	trail.Record(t, flow.UbahPanduan, 0, before.Nama, flow.Perubahan{Kolom: kolom, Sebelum: before.Words(), Sesudah: p.Words()})
	t.Answer("Tersimpan.")
	t.ShowPlace()
}

func setKompetensi(t *dialog.Turn, i uint64) {
	if i < uint64(len(flow.Kompetensis)) {
		changePanduan(t, "Jenis Kompetensi", func(p *flow.Panduan) { p.Kompetensi = flow.Kompetensis[i] })
	}
}

// flipSasaran adds a jenjang to those for whom the diklat is, or takes it away; all of them are the same as none.
func flipSasaran(t *dialog.Turn, i uint64) {
	if i >= uint64(len(flow.Jenjangs)) {
		return
	}
	changePanduan(t, "Sasaran Jenjang", func(p *flow.Panduan) {
		if at := slices.Index(p.Sasaran, flow.Jenjangs[i]); at >= 0 {
			p.Sasaran = slices.Delete(p.Sasaran, at, at+1)
			return
		}
		p.Sasaran = append(p.Sasaran, flow.Jenjangs[i])
	})
}
