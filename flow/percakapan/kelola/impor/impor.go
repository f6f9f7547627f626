// Package impor takes table files that are dropped into the chat. It is a part of Kelola, for an Admin SIIP-ASN.
//
// Each file is looked at first: the answer says what was understood and what applying it would do. It is a message of its
// own, which names the file and stays where it is, with its own Terapkan; so two files at once are two answers, and
// wherever the person was, he is there still. With wrong rows nothing is done, and the table comes back marked. Who is no
// longer in a file of pegawai that was applied is offered as Nonaktif (hilang.go), never by itself.
package impor

import (
	"slices"
	"strconv"

	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan/buttons"
)

// dropped is what an Admin SIIP-ASN has dropped into the chat, and what is still to be done with it.
type dropped struct {
	Number uint64   `json:"urut,omitempty"` // number of the newest file
	Files  []looked `json:"daftar,omitempty"`
}

// looked is one file: what a look at it has shown, until it is applied or called off.
type looked struct {
	No          uint64      `json:"no"`
	File        dialog.File `json:"berkas"`
	Siap        bool        `json:"siap,omitempty"`  // it has been looked at, and waits for a decision
	Fingerprint string      `json:"sidik,omitempty"` // of what the look has shown
	Tanya       bool        `json:"tanya,omitempty"` // it is asked about a second time
	Kerja       bool        `json:"kerja,omitempty"` // it is being applied
}

// kept is how many files can wait for a decision at a time; the oldest makes room.
const kept = 10

var state = engine.State[dropped]{Key: "kelola/impor"}

// The words of the buttons below a file; their id is its number.
const (
	doApply = "berkas-terapkan"
	doSure  = "berkas-yakin"
	doStop  = "berkas-batal"
	doGone  = "berkas-hilang"
)

// Conversation takes files that are dropped into the chat.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "kelola/impor",
		Places: []engine.Place{gonePlace(), sebabPlace(), yakinPlace()},
		Doors: []engine.Door{
			{Word: doApply, Open: func(t *engine.Turn, o engine.Opening) { tapped(t, o.ID, apply) }},
			{Word: doSure, Open: func(t *engine.Turn, o engine.Opening) { tapped(t, o.ID, applyNow) }},
			{Word: doStop, Open: func(t *engine.Turn, o engine.Opening) { tapped(t, o.ID, stop) }},
			{Word: doGone, Open: func(t *engine.Turn, _ engine.Opening) { openGone(t) }},
		},
		Take: func(t *engine.Turn, in dialog.Input) bool {
			switch in := in.(type) {
			case dialog.File:
				file(t, in)
			case dialog.Examined:
				examined(t, in)
			default:
				return false
			}
			return true
		},
	}
}

// slotOf is where the message of a file stands.
func slotOf(no uint64) ui.Slot { return ui.Slot("berkas/" + strconv.FormatUint(no, 10)) }

// show writes the message of a file anew, where it stands.
func show(t *engine.Turn, no uint64, screen ui.Screen) {
	t.Do(dialog.Show{To: t.Me(), Slot: slotOf(no), Screen: screen})
}

// take notes a new file, and gives it its number.
func take(t *engine.Turn, in dialog.File) looked {
	s := state.Edit(t)
	s.Number++
	l := looked{No: s.Number, File: in}
	s.Files = append(slices.Clone(s.Files), l)
	if n := len(s.Files); n > kept {
		s.Files = s.Files[n-kept:]
	}
	return l
}

// put replaces what is known of a file.
func put(t *engine.Turn, l looked) {
	s := state.Edit(t)
	s.Files = slices.Clone(s.Files)
	for i := range s.Files {
		if s.Files[i].No == l.No {
			s.Files[i] = l
		}
	}
}

// forget ends a file.
func forget(t *engine.Turn, no uint64) {
	s := state.Edit(t)
	s.Files = slices.DeleteFunc(slices.Clone(s.Files), func(l looked) bool { return l.No == no })
}

// looking finds the file that a result is about: the first that waits for one, or a new one when nothing is known of it.
func looking(t *engine.Turn, in dialog.Examined) looked {
	waits := func(l looked) bool { return l.File.Ref == in.File.Ref && (l.Kerja || !l.Siap) }
	for _, l := range state.Get(t).Files {
		if waits(l) {
			return l
		}
	}
	return take(t, in.File)
}

// tapped does something with a file that still waits for it.
func tapped(t *engine.Turn, no uint64, act func(*engine.Turn, looked)) {
	if !t.May(engine.AdminSIIP, "Memuat berkas") {
		return
	}
	list := state.Get(t).Files
	i := slices.IndexFunc(list, func(l looked) bool { return l.No == no })
	switch {
	case i < 0 || !list[i].Siap:
		t.Answer("Berkas ini tidak menunggu keputusan lagi. Silakan kirim lagi bila diperlukan.")
	case list[i].Kerja:
		t.Answer("Berkas ini sedang diterapkan.")
	default:
		act(t, list[i])
	}
}

// apply applies a file, or asks once more where that is due.
func apply(t *engine.Turn, l looked) {
	if !l.Tanya {
		applyNow(t, l)
		return
	}
	t.Answer("Mohon periksa sekali lagi.")
	show(t, l.No, ui.Screen{
		Text: ui.Spans{}.Plain("⚠️ Berkas ", l.File.Name, " membuat lebih dari ", strconv.Itoa(imports.NewOPDMax),
			" OPD baru. Ini sering berarti kolom OPD terbaca dari kolom yang lain.\n\nApakah Anda yakin nama OPD di berkas itu benar dan ingin menerapkannya?"),
		Rows: buttons.Rows(buttons.Row(buttons.Door("✅ Ya, Terapkan", doSure, l.No), buttons.Door("Batal", doStop, l.No))),
	})
}

func applyNow(t *engine.Turn, l looked) {
	l.Kerja = true
	put(t, l)
	t.Answer("Sedang diterapkan.")
	t.Do(dialog.Check{To: t.Me(), File: l.File, Apply: true, Fingerprint: l.Fingerprint})
	show(t, l.No, ui.Screen{Text: ui.Spans{}.Plain("Berkas ", l.File.Name, " sedang diterapkan.")})
}

func stop(t *engine.Turn, l looked) {
	forget(t, l.No)
	t.Answer("Dibatalkan.")
	show(t, l.No, ui.Screen{
		Text: ui.Spans{}.Plain("Berkas ", l.File.Name, " tidak diterapkan. Tidak ada yang disimpan."),
		Rows: buttons.Rows(buttons.ToMenu()),
	})
}
