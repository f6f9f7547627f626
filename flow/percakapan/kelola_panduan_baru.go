package percakapan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

func panduanNamaPlace() place {
	return place{
		screen: func(t *turn) dialog.Screen {
			p, _ := t.Panduan(t.s.Kelola.Panduan)
			return dialog.Screen{
				Text: dialog.Spans{}.Bold("Ubah Nama").Plain("\n").Field("Jenis Diklat", p.Nama).Plain("Silakan ketik nama yang baru."),
				Rows: rows(t.backAndStop()),
			}
		},
		typed: func(t *turn, body string) {
			if nama, ok := t.newPanduanName(body, t.s.Kelola.Panduan); ok {
				t.s.Place = atPanduanSatu
				t.changePanduan("Nama", func(p *flow.Panduan) { p.Nama = nama })
			}
		},
		taps: map[string]func(*turn, uint64){"kembali": to(atPanduanSatu), "batal": does((*turn).cancel)},
	}
}

// newPanduanName looks whether a name can be given to an entry: no other one is called so.
func (t *turn) newPanduanName(body string, own flow.PanduanID) (string, bool) {
	nama := flow.Tidy(body)
	if wrong := wrongLength("Nama diklat", nama, flow.JudulMin, flow.JudulMax); wrong != "" {
		t.again(wrong)
		return "", false
	}
	if old, taken := t.panduanNamed(nama, own); taken {
		t.again(fmt.Sprintf("%s sudah ada di panduan (%s). Silakan ketik nama yang lain.", old.Nama, old.StatusWords()))
		return "", false
	}
	if flow.JudulKey(nama) == "" {
		t.again("Nama diklat harus berisi huruf. Mohon ketik lagi.")
		return "", false
	}
	return nama, true
}

// panduanNamed finds the entry that is called so, other than own.
func (t *turn) panduanNamed(nama string, own flow.PanduanID) (flow.Panduan, bool) {
	list := t.Katalog()
	i := slices.IndexFunc(list, func(p flow.Panduan) bool { return p.ID != own && flow.JudulKey(p.Nama) == flow.JudulKey(nama) })
	if i < 0 {
		return flow.Panduan{}, false
	}
	return list[i], true
}

func panduanBaruPlace() place {
	return place{
		screen: (*turn).panduanBaruScreen,
		typed: func(t *turn, body string) {
			if nama, ok := t.newPanduanName(body, 0); ok {
				t.s.Kelola.Judul = nama
				t.showPlace()
			}
		},
		taps: map[string]func(*turn, uint64){
			"kompetensi": (*turn).addPanduan,
			"kembali": func(t *turn, _ uint64) {
				t.s.Kelola.Judul = ""
				t.goTo(atKelolaPanduan)
			},
			"batal": does((*turn).cancel),
		},
	}
}

func (t *turn) panduanBaruScreen() dialog.Screen {
	text := dialog.Spans{}.Bold("Tambah Panduan").Plain("\n").Field("Jenis Diklat", t.s.Kelola.Judul)
	if t.s.Kelola.Judul == "" {
		return dialog.Screen{Text: text.Plain("Silakan ketik nama jenis diklat."), Rows: rows(t.backAndStop())}
	}
	return dialog.Screen{Text: text.Plain("Silakan pilih jenis kompetensinya, atau ketik nama yang lain."), Rows: rows(t.kompetensiChoices(), t.backAndStop())}
}

func (t *turn) kompetensiChoices() []dialog.Choice {
	var r []dialog.Choice
	for i, k := range flow.Kompetensis {
		r = append(r, t.here(string(k), "kompetensi", uint64(i)))
	}
	return r
}

// addPanduan saves the entry whose name was typed.
func (t *turn) addPanduan(i uint64) {
	nama, ok := t.newPanduanName(t.s.Kelola.Judul, 0)
	if !ok || i >= uint64(len(flow.Kompetensis)) {
		return
	}
	p := t.makePanduan(nama, flow.Kompetensis[i])
	t.s.Kelola.Judul = ""
	t.answer("Data Berhasil Di Tambah")
	t.openPanduanSatu(p.ID)
}

// makePanduan makes a new entry.
func (t *turn) makePanduan(nama string, k flow.Kompetensi) flow.Panduan {
	p := flow.Panduan{ID: t.e.Panduan, Nama: nama, Kompetensi: k}
	t.do(dialog.SavePanduan{Panduan: p})
	t.record(flow.UbahPanduan, 0, nama, flow.Perubahan{Kolom: "Panduan", Sesudah: p.Words()})
	return p
}
