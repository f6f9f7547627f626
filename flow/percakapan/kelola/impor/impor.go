// Package impor takes workbooks that are dropped into the chat. It is a part of Kelola, for an Admin SIIP-ASN.
package impor

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/wording"
)

// The places.
const (
	atImpor dialog.PlaceName = "kelola/impor"
)

// looked is what an Admin SIIP-ASN is looking at.
type looked struct {
	Berkas dialog.File `json:"berkas,omitzero"` // the workbook that was dropped into the chat
	Sidik  string      `json:"sidik,omitempty"` // of what the look at it has shown
}

var state = dialog.State[looked]{Key: "kelola/impor", Old: "kelola"}

// Conversation takes workbooks that are dropped into the chat.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name:   "kelola/impor",
		Places: []dialog.Place{imporPlace()},
		Take: func(t *dialog.Turn, in dialog.Input) bool {
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

// berkasMax is the largest workbook that is fetched, in bytes.
const berkasMax = 5 << 20

// file takes a document that was sent.
func file(t *dialog.Turn, in dialog.File) {
	switch {
	case !t.Bound() || !t.Who.AdminSIIP:
		t.Again("Berkas tidak dapat diterima di sini. Silakan gunakan tombol di bawah.")
	case !strings.HasSuffix(strings.ToLower(in.Name), ".xlsx"):
		t.Again("Mohon kirim berkas Excel (.xlsx). Template dapat diminta di Kelola, Pegawai.")
	case in.Size > berkasMax:
		t.Again(fmt.Sprintf("Berkas terlalu besar (%d MB). Paling besar %d MB; mohon bagi menjadi beberapa berkas.", in.Size>>20, berkasMax>>20))
	default:
		state.Edit(t).Berkas = in
		t.Do(dialog.Check{To: t.Me(), File: in})
		t.Say(dialog.Screen{
			Text: dialog.Spans{}.Plain("⏳ Berkas ").Bold(in.Name).Plain(" sedang diperiksa. Belum ada yang disimpan."),
			Rows: buttons.Rows(buttons.ToMenu()),
		})
	}
}

// examined shows what came of a look at a workbook, or of applying it.
func examined(t *dialog.Turn, in dialog.Examined) {
	switch {
	case !t.Who.AdminSIIP:
		return
	case in.Problem != "":
		t.Say(dialog.Screen{
			Text: dialog.Spans{}.Plain("⚠️ Berkas ").Bold(in.File.Name).Plain(" tidak dapat dipakai.\n", in.Problem, "\nTidak ada yang disimpan."),
			Rows: buttons.Rows(buttons.ToMenu()),
		})
	case in.Salah > 0:
		showFaults(t, in)
	case in.Applied:
		t.Say(dialog.Screen{
			Text: dialog.Spans{}.Plain("✅ ").Bold("Berkas diterapkan").Plain("\n\n", berkasWords(in)),
			Rows: buttons.Rows(buttons.ToMenu()),
		})
	case !in.Hasil.Changes():
		t.Say(dialog.Screen{
			Text: dialog.Spans{}.Plain("✅ ").Bold("Tidak ada yang perlu diterapkan").Plain(", isi berkas sama dengan data yang ada.\n\n", berkasWords(in)),
			Rows: buttons.Rows(buttons.ToMenu()),
		})
	default:
		state.Edit(t).Berkas, state.Edit(t).Sidik = in.File, in.Hasil.Sidik
		t.Note = berkasWords(in)
		if in.Berubah {
			t.Note = "⚠️ Data sudah berubah sejak berkas diperiksa, jadi belum diterapkan. Hasil pemeriksaan yang baru:\n" + t.Note
		}
		t.Go(atImpor)
	}
}

// berkasWords says what a workbook holds, and what it did or would do.
func berkasWords(in dialog.Examined) string {
	return fmt.Sprintf("%s (%s): %s.", in.File.Name, in.Jenis, hasilWords(in))
}

// hasilWords counts; only pegawai move to another OPD.
func hasilWords(in dialog.Examined) string {
	h, moved := in.Hasil, ""
	if in.Jenis == flow.BerkasPegawai {
		moved = fmt.Sprintf(" (%s pindah OPD)", wording.Thousands(h.Pindah))
	}
	return fmt.Sprintf("%s baru, %s berubah%s, %s sama, %s salah",
		wording.Thousands(h.Baru), wording.Thousands(h.Berubah), moved, wording.Thousands(h.Sama), wording.Thousands(h.Salah))
}

// faultsNamed is how many faults the message names; the workbook that comes back has all.
const faultsNamed = 5

func showFaults(t *dialog.Turn, in dialog.Examined) {
	text := dialog.Spans{}.Plain("⚠️ ").Bold(fmt.Sprintf("%s kesalahan di %s", wording.Thousands(in.Salah), in.File.Name)).
		Plain("\nTidak ada yang disimpan. Silakan perbaiki sel ini di berkas Anda, lalu kirim lagi berkasnya. Baris yang salah ditandai di berkas berikut.\n\n")
	for _, f := range in.Faults[:min(len(in.Faults), faultsNamed)] {
		text = text.Plain("• ", flow.Clip(f.Error(), 300), "\n")
	}
	if in.Salah > faultsNamed {
		text = text.Plain(fmt.Sprintf("dan %s lainnya.\n", wording.Thousands(in.Salah-faultsNamed)))
	}
	if h := in.Hasil; h.Salah > 0 {
		text = text.Plain("\nSeluruh baris: ", hasilWords(in), ".")
	}
	t.Say(dialog.Screen{Text: text, Rows: buttons.Rows(buttons.ToMenu())})
	t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanSalah, Berkas: in.File}})
}

func imporPlace() dialog.Place {
	return dialog.Place{Name: atImpor, Only: &dialog.AdminSIIP,
		Screen: func(t *dialog.Turn) dialog.Screen {
			return dialog.Screen{
				Text: dialog.Spans{}.Plain("Belum ada yang disimpan. Silakan tekan ").Bold("Terapkan").Plain(" untuk menyimpan semuanya sekaligus."),
				Rows: buttons.Rows(buttons.Row(buttons.Here(t, "✅ Terapkan", "terapkan", 0), buttons.Stop(t))),
			}
		},
		Taps: dialog.Taps{
			"terapkan": func(t *dialog.Turn, _ uint64) {
				t.Answer("Sedang diterapkan.")
				t.Do(dialog.Check{To: t.Me(), File: state.Get(t).Berkas, Apply: true, Sidik: state.Get(t).Sidik})
				t.Say(dialog.Screen{
					Text: dialog.Spans{}.Plain("⏳ Berkas ").Bold(state.Get(t).Berkas.Name).Plain(" sedang diterapkan."),
					Rows: buttons.Rows(buttons.ToMenu()),
				})
			},
			"batal": dialog.Does((*dialog.Turn).Cancel),
		},
	}
}

// ImportProgress is what is shown while a large workbook is looked at, or written.
func ImportProgress(apply bool, done, all int) dialog.Screen {
	what := "Diperiksa"
	if apply {
		what = "Diterapkan"
	}
	return dialog.Screen{Text: dialog.Spans{}.Plain(fmt.Sprintf("⏳ %s %s dari %s baris …", what, wording.Thousands(done), wording.Thousands(all)))}
}
