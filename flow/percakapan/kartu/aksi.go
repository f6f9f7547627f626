package kartu

import (
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
)

// Question is what is asked before an aksi, and the word that does it. What is asked stands in the guide so.
type Question struct {
	Text, Hint, Yes string
}

// Questions are those of every aksi that asks.
var Questions = map[flow.Aksi]Question{
	flow.Teruskan: {"Apakah Anda Ingin Meneruskan Usulan Ini ?", "Klik Tombol Iya Jika Ingin Melanjutkan !", "✅ Ya, Lanjutkan"},
	flow.Revisi:   {"Apakah Anda Ingin Merevisi Usulan Ini ?", "Klik Tombol Iya Jika Ingin Melanjutkan !", "✅ Ya, Lanjutkan"},
	flow.Tolak:    {"Apakah Anda Ingin Menolak Usulan Ini ?", "Klik Tombol Iya Jika Ingin Melanjutkan !", "✅ Ya, Lanjutkan"},
	flow.Setujui:  {"Apakah Anda Yakin Menyetujui Usulan Ini ?", "", "✅ Ya, Setujui"},
	flow.Hapus:    {"Apakah Anda Ingin Menghapus Usulan Ini ?", "Usulan akan hilang dari semua daftar.", "🗑 Ya, Hapus"},
}

// face is how a button looks.
type face struct {
	Emoji string
	Tone  dialog.Tone
}

// AksiFace is how the button of an aksi looks.
var AksiFace = map[flow.Aksi]face{
	flow.Edit:     {"✏️", dialog.Neutral},
	flow.Teruskan: {"📨", dialog.Good},
	flow.Setujui:  {"✅", dialog.Good},
	flow.Revisi:   {"🔁", dialog.Neutral},
	flow.Tolak:    {"⛔", dialog.Grave},
	flow.Hapus:    {"🗑", dialog.Grave},
	flow.History:  {"🕘", dialog.Neutral},
}

// AksiLabel is the button of an aksi: the word of the guide, an emoji before it.
func AksiLabel(a flow.Aksi) string { return AksiFace[a].Emoji + " " + a.String() }

// AksiWord is the word on the button of an aksi: "teruskan".
func AksiWord(a flow.Aksi) string { return strings.ToLower(a.String()) }

// aksiRows are the buttons of a card, two in a row.
func aksiRows(u flow.Usulan, may []flow.Aksi) [][]dialog.Choice {
	var all []dialog.Choice
	for _, a := range may {
		c := buttons.On(u, AksiLabel(a), AksiWord(a))
		c.Tone = AksiFace[a].Tone
		all = append(all, c)
	}
	return buttons.Pairs(all)
}

// Bulk lists what the person's roles can do with many usulan at once.
func Bulk(t *dialog.Turn) []flow.Aksi {
	var list []flow.Aksi
	for _, a := range flow.Aksis {
		if _, asks := Questions[a]; asks && slices.ContainsFunc(flow.Siklus, func(b flow.Baris) bool {
			return b.Aksi == a && (b.Peran == flow.AdminOPD && t.Who.AdminOPD || b.Peran == flow.AdminSIIP && t.Who.AdminSIIP)
		}) {
			list = append(list, a)
		}
	}
	return list
}

// Scope keeps the reasons of one OPD from the eyes of another.
func Scope(t *dialog.Turn) flow.OPDID {
	if t.Who.AdminSIIP {
		return 0
	}
	return t.Who.OPD
}
