// Package panduan keeps the catalogue of jenis diklat. It is a part of Kelola, for an Admin SIIP-ASN.
package panduan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
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
	Dulu    string         `json:"dulu,omitempty"`  // all of it as it was shown
	Judul   string         `json:"judul,omitempty"` // a name that is being given
	paging.Look
}

var state = engine.State[looked]{Key: "kelola/panduan", Old: "kelola"}

func lookOf(t *engine.Turn) *paging.Look { return &state.Edit(t).Look }

// Conversation keeps the catalogue of jenis diklat.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "kelola/panduan",
		Places: []engine.Place{kelolaPanduanPlace(), panduanSatuPlace(), panduanNamaPlace(), panduanBaruPlace()},
		Doors: []engine.Door{
			state.Fresh("kelola/panduan", atKelolaPanduan),
			{Word: "kelola/panduan/satu", Inner: true, Open: func(t *engine.Turn, o engine.Opening) {
				openPanduanSatu(t, flow.PanduanID(o.ID))
			}},
		},
	}
}

func kelolaPanduanPlace() engine.Place {
	return paging.Searched(engine.Place{Name: atKelolaPanduan, Only: &engine.AdminSIIP,
		Screen: kelolaPanduanScreen,
		Taps: engine.Taps{
			"satu": func(t *engine.Turn, id uint64) { openPanduanSatu(t, flow.PanduanID(id)) },
			"baru": engine.To(atPanduanBaru),
			"export": func(t *engine.Turn, _ uint64) {
				t.Answer("Berkas sedang disiapkan.")
				t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanPanduan}})
			},
			"kembali": engine.To("kelola"),
		},
	}, lookOf)
}

func openPanduanSatu(t *engine.Turn, id flow.PanduanID) {
	state.Edit(t).Panduan = id
	back(t)
}

// back shows the entry that is looked at, as it is now.
func back(t *engine.Turn) {
	seen(t)
	t.Go(atPanduanSatu)
}

// seen notes what is about to be shown of the entry: only that is changed.
func seen(t *engine.Turn) {
	p, _ := t.Panduan(state.Get(t).Panduan)
	state.Edit(t).Dulu = p.Words()
}

func kelolaPanduanScreen(t *engine.Turn) ui.Screen {
	k := state.Get(t)
	list := paging.List[flow.Panduan]{
		Rows: slices.DeleteFunc(t.Katalog(), func(p flow.Panduan) bool { return !spelling.Matches(p.Nama, k.Query) }),
		Look: k.Look, Title: "Jenis Diklat", Word: "satu",
		Line: func(text ui.Spans, p flow.Panduan) ui.Spans {
			text = text.Bold(p.Nama).Plain(" (", string(p.Kompetensi), ")")
			if p.Pensiun {
				text = text.Plain(", nonaktif")
			}
			return text
		},
		ID: func(p flow.Panduan) uint64 { return uint64(p.ID) },
	}.Draw(t)
	return ui.Screen{
		Text: list.Body(ui.Spans{}.Plain("Kelola Panduan\n").Field("Pencarian", k.Query),
			"Silakan pilih nomornya, atau ketik sebagian namanya. Untuk impor, kirim berkas Excel panduan ke percakapan ini."),
		Rows: buttons.Join(list.Rows, buttons.Rows(list.Pager,
			buttons.Row(buttons.Here(t, "Tambah Panduan", "baru", 0), buttons.Here(t, "Export ke Excel", "export", 0)), buttons.Back(t))),
	}
}

func panduanSatuPlace() engine.Place {
	return engine.Place{Name: atPanduanSatu, Only: &engine.AdminSIIP,
		Screen: panduanSatuScreen,
		Taps: engine.Taps{
			"nama":       engine.To(atPanduanNama),
			"kompetensi": setKompetensi,
			"sasaran":    func(t *engine.Turn, mark uint64) { setSasaran(t, mark, true) },
			"bukan":      func(t *engine.Turn, mark uint64) { setSasaran(t, mark, false) },
			"pensiun":    func(t *engine.Turn, wanted uint64) { setRetired(t, wanted == retire) },
			"kembali":    engine.To(atKelolaPanduan),
		},
	}
}

func panduanSatuScreen(t *engine.Turn) ui.Screen {
	p, _ := t.Panduan(state.Get(t).Panduan)
	text := ui.Spans{}.Plain("Panduan\n\n").
		Strong("Jenis Diklat", p.Nama).Field("Jenis Kompetensi", string(p.Kompetensi)).
		Field("Sasaran Jenjang", p.SasaranWords()).Field("Status", p.StatusWords()).
		Plain("\nSilakan pilih yang diubah. Usulan yang sudah memakai jenis diklat ini tidak berubah statusnya; namanya ikut berubah.")
	var kompetensi, sasaran []ui.Choice
	for i, k := range flow.Kompetensis {
		kompetensi = append(kompetensi, buttons.Here(t, check(p.Kompetensi == k)+string(k), "kompetensi", uint64(i)))
	}
	for _, j := range flow.Jenjangs {
		word := "sasaran"
		if slices.Contains(p.Sasaran, j) {
			word = "bukan"
		}
		sasaran = append(sasaran, buttons.Here(t, check(word == "bukan")+string(j), word, wording.TextMark(string(j))))
	}
	other := buttons.Here(t, "Nonaktifkan", "pensiun", retire)
	if p.Pensiun {
		other = buttons.Here(t, "Aktifkan lagi", "pensiun", bringBack)
	}
	return ui.Screen{Text: text, Rows: buttons.Join(
		buttons.Rows(buttons.Row(buttons.Here(t, "✏️ Ubah Nama", "nama", 0), other)),
		buttons.Fit(kompetensi), buttons.Fit(sasaran), buttons.Rows(buttons.Back(t)))}
}

// What the number on the button that retires an entry means: what a tap does is what the button said, never the opposite
// of what another admin has done meanwhile.
const (
	bringBack uint64 = 0
	retire    uint64 = 1
)

func setRetired(t *engine.Turn, retired bool) {
	changePanduan(t, "Status", func(p *flow.Panduan) { p.Pensiun = retired })
}

// check marks what is set.
func check(set bool) string {
	if set {
		return "✓ "
	}
	return ""
}

// changePanduan saves a change of the entry that is looked at, and writes it into the trail. Where another admin has changed
// the entry since it was shown, it is shown again, and nothing is saved.
func changePanduan(t *engine.Turn, kolom string, change func(*flow.Panduan)) {
	p, ok := t.Panduan(state.Get(t).Panduan)
	if !ok {
		t.Go(atKelolaPanduan)
		return
	}
	before, shown := p, state.Get(t).Dulu
	seen(t)
	p.Sasaran = slices.Clone(p.Sasaran)
	change(&p)
	if p.Words() == before.Words() {
		t.Again("Jenis diklat ini sudah seperti yang Anda minta. Tidak ada yang diubah.")
		return
	}
	if shown != "" && before.Words() != shown {
		t.Again("Jenis diklat ini baru saja diubah, sehingga belum ada yang disimpan. Silakan periksa lagi.")
		return
	}
	t.Do(dialog.SavePanduan{Panduan: p})
	state.Edit(t).Dulu = p.Words()
	trail.Record(t, flow.UbahPanduan, 0, before.Nama, jejak.Perubahan{Kolom: kolom, Sebelum: before.Words(), Sesudah: p.Words()})
	t.Answer("Tersimpan.")
	t.ShowPlace()
}

func setKompetensi(t *engine.Turn, i uint64) {
	if i < uint64(len(flow.Kompetensis)) {
		changePanduan(t, "Jenis Kompetensi", func(p *flow.Panduan) { p.Kompetensi = flow.Kompetensis[i] })
	}
}

// setSasaran adds a jenjang to those for whom the diklat is, or takes it away; all of them are the same as none.
func setSasaran(t *engine.Turn, mark uint64, wanted bool) {
	i := slices.IndexFunc(flow.Jenjangs, func(j flow.Jenjang) bool { return wording.TextMark(string(j)) == mark })
	if i < 0 {
		t.Stale()
		return
	}
	changePanduan(t, "Sasaran Jenjang", func(p *flow.Panduan) {
		chosen := slices.DeleteFunc(slices.Clone(flow.Jenjangs), func(j flow.Jenjang) bool {
			if j == flow.Jenjangs[i] {
				return !wanted
			}
			return !slices.Contains(p.Sasaran, j)
		})
		if p.Sasaran = chosen; len(chosen) == len(flow.Jenjangs) || len(chosen) == 0 {
			p.Sasaran = nil
		}
	})
}
