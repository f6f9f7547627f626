package percakapan

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// A workbook that an Admin SIIP-ASN drops into the chat is looked at first: the answer counts what it would do. "Terapkan"
// does it, all in one transaction; with wrong rows nothing is done, and they come back marked.

// berkasMax is the largest workbook that is fetched, in bytes.
const berkasMax = 5 << 20

// file takes a document that was sent.
func (t *turn) file(in dialog.File) {
	switch {
	case !t.bound() || !t.saya.AdminSIIP:
		t.again("Berkas tidak dapat diterima di sini. Silakan gunakan tombol di bawah.")
	case !strings.HasSuffix(strings.ToLower(in.Name), ".xlsx"):
		t.again("Mohon kirim berkas Excel (.xlsx). Template dapat diminta di Kelola, Pegawai.")
	case in.Size > berkasMax:
		t.again(fmt.Sprintf("Berkas terlalu besar (%d MB). Paling besar %d MB; mohon bagi menjadi beberapa berkas.", in.Size>>20, berkasMax>>20))
	default:
		t.s.Kelola.Berkas = in
		t.do(dialog.Check{To: t.me(), File: in})
		t.say(dialog.Screen{
			Text: dialog.Spans{}.Plain("⏳ Berkas ").Bold(in.Name).Plain(" sedang diperiksa. Belum ada yang disimpan."),
			Rows: rows(toMenu()),
		})
	}
}

// examined shows what came of a look at a workbook, or of applying it.
func (t *turn) examined(in dialog.Examined) {
	switch {
	case !t.saya.AdminSIIP:
		return
	case in.Problem != "":
		t.say(dialog.Screen{
			Text: dialog.Spans{}.Plain("⚠️ Berkas ").Bold(in.File.Name).Plain(" tidak dapat dipakai.\n", in.Problem, "\nTidak ada yang disimpan."),
			Rows: rows(toMenu()),
		})
	case in.Salah > 0:
		t.showFaults(in)
	case in.Applied:
		t.say(dialog.Screen{
			Text: dialog.Spans{}.Plain("✅ ").Bold("Berkas diterapkan").Plain("\n\n", berkasWords(in)),
			Rows: rows(toMenu()),
		})
	case !in.Hasil.Changes():
		t.say(dialog.Screen{
			Text: dialog.Spans{}.Plain("✅ ").Bold("Tidak ada yang perlu diterapkan").Plain(", isi berkas sama dengan data yang ada.\n\n", berkasWords(in)),
			Rows: rows(toMenu()),
		})
	default:
		t.s.Kelola.Berkas, t.s.Kelola.Sidik = in.File, in.Hasil.Sidik
		t.note = berkasWords(in)
		if in.Berubah {
			t.note = "⚠️ Data sudah berubah sejak berkas diperiksa, jadi belum diterapkan. Hasil pemeriksaan yang baru:\n" + t.note
		}
		t.goTo(atImpor)
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
		moved = fmt.Sprintf(" (%s pindah OPD)", thousands(h.Pindah))
	}
	return fmt.Sprintf("%s baru, %s berubah%s, %s sama, %s salah",
		thousands(h.Baru), thousands(h.Berubah), moved, thousands(h.Sama), thousands(h.Salah))
}

// faultsNamed is how many faults the message names; the workbook that comes back has all.
const faultsNamed = 5

func (t *turn) showFaults(in dialog.Examined) {
	text := dialog.Spans{}.Plain("⚠️ ").Bold(fmt.Sprintf("%s kesalahan di %s", thousands(in.Salah), in.File.Name)).
		Plain("\nTidak ada yang disimpan. Silakan perbaiki sel ini di berkas Anda, lalu kirim lagi berkasnya. Baris yang salah ditandai di berkas berikut.\n\n")
	for _, f := range in.Faults[:min(len(in.Faults), faultsNamed)] {
		text = text.Plain("• ", flow.Clip(f.Error(), 300), "\n")
	}
	if in.Salah > faultsNamed {
		text = text.Plain(fmt.Sprintf("dan %s lainnya.\n", thousands(in.Salah-faultsNamed)))
	}
	if h := in.Hasil; h.Salah > 0 {
		text = text.Plain("\nSeluruh baris: ", hasilWords(in), ".")
	}
	t.say(dialog.Screen{Text: text, Rows: rows(toMenu())})
	t.do(dialog.Send{To: t.me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanSalah, Berkas: in.File}})
}

func imporPlace() place {
	return place{
		screen: func(t *turn) dialog.Screen {
			return dialog.Screen{
				Text: dialog.Spans{}.Plain("Belum ada yang disimpan. Silakan tekan ").Bold("Terapkan").Plain(" untuk menyimpan semuanya sekaligus."),
				Rows: rows(row(t.here("✅ Terapkan", "terapkan", 0), t.stop())),
			}
		},
		taps: map[string]func(*turn, uint64){
			"terapkan": func(t *turn, _ uint64) {
				t.answer("Sedang diterapkan.")
				t.do(dialog.Check{To: t.me(), File: t.s.Kelola.Berkas, Apply: true, Sidik: t.s.Kelola.Sidik})
				t.say(dialog.Screen{
					Text: dialog.Spans{}.Plain("⏳ Berkas ").Bold(t.s.Kelola.Berkas.Name).Plain(" sedang diterapkan."),
					Rows: rows(toMenu()),
				})
			},
			"batal": does((*turn).cancel),
		},
	}
}

// ImportProgress is what is shown while a large workbook is looked at, or written.
func ImportProgress(apply bool, done, all int) dialog.Screen {
	what := "Diperiksa"
	if apply {
		what = "Diterapkan"
	}
	return dialog.Screen{Text: dialog.Spans{}.Plain(fmt.Sprintf("⏳ %s %s dari %s baris …", what, thousands(done), thousands(all)))}
}
