package kartu

import (
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
)

// Question is what is asked before an aksi, and the word that does it. What is asked stands in the guide so.
type Question struct {
	Text, Hint, Yes string
	Reason          bool // the same screen takes a reason
}

// Of is the question as it is asked of one usulan or of many.
func (q Question) Of(many bool) string {
	if many {
		return strings.Replace(q.Text, "Ini", "Tersebut", 1)
	}
	return q.Text
}

// Button is the button that says yes.
func (q Question) Button(a flow.Aksi, c ui.Choice) ui.Choice {
	c.Label, c.Tone = q.Yes, AksiFace[a].Tone
	return c
}

// Questions are those of every aksi that asks.
var Questions = map[flow.Aksi]Question{
	flow.Teruskan: {Text: "Apakah Anda Ingin Meneruskan Usulan Ini ?", Hint: "Klik Tombol Iya Jika Ingin Melanjutkan !", Yes: "Ya, Lanjutkan"},
	flow.Revisi:   {Text: "Apakah Anda Ingin Merevisi Usulan Ini ?", Hint: "Klik Tombol Iya Jika Ingin Melanjutkan !", Yes: "Ya, Lanjutkan", Reason: true},
	flow.Tolak:    {Text: "Apakah Anda Ingin Menolak Usulan Ini ?", Hint: "Klik Tombol Iya Jika Ingin Melanjutkan !", Yes: "Ya, Lanjutkan", Reason: true},
	flow.Setujui:  {Text: "Apakah Anda Yakin Menyetujui Usulan Ini ?", Yes: "✅ Ya, Setujui"},
	flow.Hapus:    {Text: "Apakah Anda Ingin Menghapus Usulan Ini ?", Hint: "Usulan akan hilang dari semua daftar.", Yes: "🗑 Ya, Hapus", Reason: true},
}

// face is how a button looks.
type face struct {
	Emoji string
	Tone  ui.Tone
}

// AksiFace is how the button of an aksi looks.
var AksiFace = map[flow.Aksi]face{
	flow.Edit:     {"✏️", ui.Neutral},
	flow.Teruskan: {"📨", ui.Good},
	flow.Setujui:  {"✅", ui.Good},
	flow.Revisi:   {"🔁", ui.Neutral},
	flow.Tolak:    {"⛔", ui.Grave},
	flow.Hapus:    {"🗑", ui.Grave},
	flow.History:  {"", ui.Neutral},
}

// AksiLabel is the button of an aksi: the word of the guide, an emoji before it.
func AksiLabel(a flow.Aksi) string { return strings.TrimSpace(AksiFace[a].Emoji + " " + a.String()) }

// AksiWord is the word on the button of an aksi: "teruskan".
func AksiWord(a flow.Aksi) string { return strings.ToLower(a.String()) }

// Bulk lists what the person's roles can do with many usulan at once.
func Bulk(t *engine.Turn) []flow.Aksi {
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

// Scope is the OPD whose reasons are offered to the person; 0 for an Admin SIIP-ASN. So the reasons of one OPD are not shown to
// another.
func Scope(t *engine.Turn) flow.OPDID {
	if t.Who.AdminSIIP {
		return 0
	}
	return t.Who.OPD
}
