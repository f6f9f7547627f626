package impor

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/spelling"
)

// fileMax is the largest file that is fetched, in bytes.
const fileMax = 20 << 20

// endings are those of the files that are read.
var endings = []string{".xlsx", ".csv", ".xlsm", ".txt"}

// file takes a document that was sent.
func file(t *engine.Turn, in dialog.File) {
	ending := strings.ToLower(path.Ext(in.Name))
	switch {
	case !t.Bound() || !t.Who.AdminSIIP:
		t.Again("Berkas tidak dapat diterima di sini. Silakan gunakan tombol di bawah.")
	case ending == ".xls":
		t.Again(fmt.Sprintf("Berkas %s berformat Excel lama. Mohon buka, pilih Simpan Sebagai > Excel Workbook (.xlsx), lalu kirim lagi.", in.Name))
	case !slices.Contains(endings, ending):
		t.Again(fmt.Sprintf("Berkas %s tidak dapat dibaca. Mohon kirim tabel Excel (.xlsx) atau CSV (.csv). Templat dapat diminta di Kelola, Pegawai.", in.Name))
	case in.Size > fileMax:
		t.Again(fmt.Sprintf("Berkas %s terlalu besar (%d MB). Paling besar %d MB; mohon bagi menjadi beberapa berkas.", in.Name, in.Size>>20, fileMax>>20))
	default:
		l := take(t, in)
		t.Do(dialog.Check{To: t.Me(), File: in})
		show(t, l.No, ui.Screen{Text: ui.Spans{}.Plain("Berkas ", in.Name, " sedang diperiksa. Belum ada yang disimpan.")})
	}
}

// examined shows what came of a look at a file, or of applying it.
func examined(t *engine.Turn, in dialog.Examined) {
	if !t.Who.AdminSIIP {
		return
	}
	l := looking(t, in)
	switch {
	case in.Problem != "":
		forget(t, l.No)
		show(t, l.No, ui.Screen{
			Text: ui.Spans{}.Plain("⚠️ Berkas ", in.File.Name, " tidak dapat dipakai.\n", in.Problem, "\nTidak ada yang disimpan."),
			Rows: buttons.Rows(buttons.ToMenu()),
		})
	case in.Wrong > 0:
		forget(t, l.No)
		showFaults(t, l, in)
	case in.Applied:
		forget(t, l.No)
		showApplied(t, l, in)
	case !in.Result.Changes():
		forget(t, l.No)
		offer(t, in)
		show(t, l.No, ui.Screen{
			Text: ui.Spans{}.Plain("✅ Tidak ada yang perlu diterapkan, isi berkas sama dengan data yang ada.\n\n", fileWords(in), "\n").
				Plain(sentences(in)...),
			Rows: buttons.Rows(goneRow(t), buttons.ToMenu()),
		})
	default:
		showLook(t, l, in)
	}
}

// showLook says what was understood, and asks.
func showLook(t *engine.Turn, l looked, in dialog.Examined) {
	l.Siap, l.Fingerprint, l.Kerja, l.Tanya = true, in.Result.Fingerprint, false, in.Result.Impact != nil && in.Result.Impact.AskAgain()
	put(t, l)
	text := ui.Spans{}
	if in.Changed {
		text = text.Plain("⚠️ Data sudah berubah sejak berkas diperiksa, sehingga belum diterapkan. Hasil pemeriksaan yang baru:\n")
	}
	text = text.Plain(fileWords(in), "\n").Plain(sentences(in)...).
		Plain("\nBelum ada yang disimpan. Silakan tekan ").Plain("Terapkan", " untuk menyimpan semuanya sekaligus.")
	show(t, l.No, ui.Screen{
		Text: text,
		Rows: buttons.Rows(buttons.Row(buttons.Door("Terapkan", doApply, l.No), buttons.Door("Batal", doStop, l.No))),
	})
}

func showApplied(t *engine.Turn, l looked, in dialog.Examined) {
	offer(t, in)
	show(t, l.No, ui.Screen{
		Text: ui.Spans{}.Plain("✅ Berkas diterapkan\n\n", fileWords(in), "\n").Plain(sentences(in)...),
		Rows: buttons.Rows(goneRow(t), buttons.ToMenu()),
	})
}

// A message names so many of each list, in so many sentences of such a length.
const (
	listed       = 3
	sentencesMax = 10
	sentenceMax  = 280
)

// sentences are what was understood, each on its line.
func sentences(in dialog.Examined) (lines []string) {
	p := imports.Preview{Understood: in.Understood, Result: in.Result}
	list := p.Sentences(listed)
	if in.Applied {
		list = p.Applied(listed)
	}
	for _, s := range list[:min(len(list), sentencesMax)] {
		lines = append(lines, "• "+spelling.Clip(s, sentenceMax)+"\n")
	}
	return lines
}

// fileWords says what a file holds, and what it did or would do.
func fileWords(in dialog.Examined) string {
	return fmt.Sprintf("%s (%s): %s.", in.File.Name, in.Jenis, resultWords(in))
}

// resultWords counts; only pegawai move to another OPD.
func resultWords(in dialog.Examined) string {
	h, moved := in.Result, ""
	if in.Jenis == imports.KindPegawai {
		moved = fmt.Sprintf(" (%s pindah OPD)", hitung.Number(h.Moved))
	}
	return fmt.Sprintf("%s baru, %s berubah%s, %s sama, %s salah",
		hitung.Number(h.New), hitung.Number(h.Changed), moved, hitung.Number(h.Same), hitung.Number(h.Wrong))
}

// faultsNamed is how many faults the message names; the file that comes back has all.
const faultsNamed = 5

func showFaults(t *engine.Turn, l looked, in dialog.Examined) {
	text := ui.Spans{}.Plain(fmt.Sprintf("⚠️ Ada %s kesalahan di %s\n", hitung.Number(in.Wrong), in.File.Name),
		"Tidak ada yang disimpan. Berkas berikut memuat semua baris, yang salah di atas dan berwarna. Silakan perbaiki, lalu kirim lagi berkas itu.\n\n")
	for _, s := range (imports.Preview{Understood: in.Understood}).OfFile(listed) {
		text = text.Plain("• ", spelling.Clip(s, sentenceMax), "\n")
	}
	for _, f := range in.Faults[:min(len(in.Faults), faultsNamed)] {
		text = text.Plain("• ", spelling.Clip(f.Error(), 300), "\n")
	}
	if in.Wrong > faultsNamed {
		text = text.Plain(fmt.Sprintf("dan %s lainnya.\n", hitung.Number(in.Wrong-faultsNamed)))
	}
	if h := in.Result; h.Wrong > 0 {
		text = text.Plain("\nSeluruh baris: ", resultWords(in), ".")
	}
	show(t, l.No, ui.Screen{Text: text, Rows: buttons.Rows(buttons.ToMenu())})
	t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanFaults, File: in.File}})
}

// ImportProgress is what is shown while a large file is looked at, or written.
func ImportProgress(apply bool, done, all int) ui.Screen {
	what := "Diperiksa"
	if apply {
		what = "Diterapkan"
	}
	return ui.Screen{Text: ui.Spans{}.Plain(fmt.Sprintf("%s %s dari %s baris …", what, hitung.Number(done), hitung.Number(all)))}
}
