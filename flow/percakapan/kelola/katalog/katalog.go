// Package katalog makes and finds entries of the panduan, for the conversations that add to it. It is a library and keeps
// nothing.
package katalog

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// NewName looks whether a name can be given to an entry: no other one is called so.
func NewName(t *engine.Turn, body string, own flow.PanduanID) (string, bool) {
	nama := spelling.Tidy(body)
	if wrong := wording.WrongLength("Nama diklat", nama, flow.JudulMin, flow.JudulMax); wrong != "" {
		t.Again(wrong)
		return "", false
	}
	if old, taken := Named(t, nama, own); taken {
		t.Again(fmt.Sprintf("%s sudah ada di panduan (%s). Silakan ketik nama yang lain.", old.Nama, old.StatusWords()))
		return "", false
	}
	if judul.Key(nama) == "" {
		t.Again("Nama diklat harus berisi huruf. Mohon ketik lagi.")
		return "", false
	}
	return nama, true
}

// Named finds the entry that is called so, other than own.
func Named(t *engine.Turn, nama string, own flow.PanduanID) (flow.Panduan, bool) {
	list := t.Katalog()
	i := slices.IndexFunc(list, func(p flow.Panduan) bool { return p.ID != own && judul.Key(p.Nama) == judul.Key(nama) })
	if i < 0 {
		return flow.Panduan{}, false
	}
	return list[i], true
}

// Make makes a new entry.
func Make(t *engine.Turn, nama string, k flow.Kompetensi) flow.Panduan {
	p := flow.Panduan{ID: t.Event.Panduan, Nama: nama, Kompetensi: k}
	t.Do(dialog.SavePanduan{Panduan: p})
	trail.Record(t, flow.UbahPanduan, 0, nama, jejak.Perubahan{Kolom: "Panduan", Sesudah: p.Words()})
	return p
}
