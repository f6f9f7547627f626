package imports

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/jejak"
	"siip-asn/flow/spelling"
)

// Preview is what an import is about to do, said before it is done: what the file was taken for, and whom and what it
// changes. The chat and the command line show the same sentences.
type Preview struct {
	Understood Understood
	Result     ImportResult
}

// Sentences are its sentences, the weightiest first; each names n of a list at most, 0 all of it.
func (p Preview) Sentences(n int) []string {
	var list sentences
	list.warnings(p, n)
	list.understood(p.Understood, n)
	if d := p.Result.Impact; d != nil {
		list.people(*d, n)
	}
	return list
}

// OfFile are the sentences about the file alone: what is said where it has faults.
func (p Preview) OfFile(n int) []string {
	var list sentences
	list.understood(p.Understood, n)
	return list
}

// Applied are the sentences about an import that has been applied: what it has done, and what is still open.
func (p Preview) Applied(n int) []string {
	var list sentences
	if d := p.Result.Impact; d != nil && p.Understood.Kind == KindPegawai {
		list.shared(*d, n)
		list.people(*d, n)
	}
	return list
}

// sentences are sentences in the making.
type sentences []string

func (k *sentences) add(form string, args ...any) { *k = append(*k, fmt.Sprintf(form, args...)) }

// named adds a sentence with a list, if there is one.
func named[T any](k *sentences, n int, list []T, lead string, name func(T) string) {
	if len(list) > 0 {
		k.add("%s: %s.", strings.Replace(lead, "%d", fmt.Sprint(len(list)), 1), strings.TrimSuffix(Listed(list, n, name), "."))
	}
}

// Listed names the first n of a list and counts the others; 0 names all.
func Listed[T any](list []T, n int, name func(T) string) string {
	if n == 0 || len(list) <= n {
		n = len(list)
	}
	var words []string
	for _, v := range list[:n] {
		words = append(words, name(v))
	}
	text := strings.Join(words, "; ")
	if rest := len(list) - n; rest > 0 {
		text += fmt.Sprintf("; dan %d lainnya", rest)
	}
	return text
}

// warnings are the sentences that keep somebody from a mistake.
func (k *sentences) warnings(p Preview, n int) {
	d := p.Result.Impact
	if d == nil || p.Understood.Kind != KindPegawai {
		return
	}
	if d.AskAgain() {
		k.add("⚠️ Ada %d OPD baru sekaligus: mohon periksa apakah kolom OPD terbaca dengan benar.", len(d.NewOPD))
	}
	named(k, n, d.Twins, "⚠️ Mungkin orang yang sama (%d); isi kolom NIP Lama bila NIP-nya berubah", Twin.words)
	named(k, n, d.UnknownOld, "⚠️ NIP Lama tidak tercatat (%d), sehingga menjadi pegawai baru", Orang.words)
	k.shared(*d, n)
}

// shared says what concerns all of the office.
func (k *sentences) shared(d Impact, n int) {
	named(k, n, d.NewOPD, "OPD baru (%d)", NewOPD.words)
	named(k, n, d.SharedHP, "⚠️ Nomor HP yang dipakai lebih dari satu pegawai (%d), tidak dapat dipakai masuk", SharedHP.words)
	if d.AdminSIIP == 0 {
		k.add("⚠️ Setelah ini belum ada Admin SIIP-ASN. Tetapkan setidaknya satu orang, dengan kolom Peran di templat pegawai atau dengan perintah siip-asn mulai --admin NIP.")
	}
}

// understood says what the file was taken for.
func (k *sentences) understood(b Understood, n int) {
	if b.Sheet == "" {
		return
	}
	asal := ""
	if b.Origin != "" {
		asal = ", ekspor " + b.Origin
	}
	k.add("Dibaca: lembar %s, judul di baris %d, %d baris%s.", b.Sheet, b.HeaderRow, b.Rows, asal)
	named(k, 0, b.Columns, "Kolom (%d)", Column.words)
	named(k, n, b.Near, "Kolom yang mirip dan tidak dibaca (%d)", Column.near)
	named(k, n, b.OtherSheets, "⚠️ Lembar lain yang juga berisi tabel seperti ini dan tidak dibaca (%d); bila perlu, gabungkan dahulu ke satu lembar", func(s string) string { return s })
	if b.Between > 0 {
		k.add("%d baris judul kelompok atau jumlah tidak dibaca (mulai baris %d).", b.Between, b.BetweenFrom)
	}
	if b.Hidden > 0 {
		k.add("%d baris yang disembunyikan (misalnya oleh filter) ikut dibaca.", b.Hidden)
	}
	if b.Below > 0 {
		k.add("Di bawah tabel ada %d baris yang tidak dibaca (mulai baris %d).", b.Below, b.BelowFrom)
	}
	k.remarks(b, n)
}

// remarks says what is odd about rows that are taken. Of what was not kept only the number is known.
func (k *sentences) remarks(b Understood, n int) {
	if len(b.Warnings) == 0 {
		return
	}
	all := append(b.Warnings[:len(b.Warnings):len(b.Warnings)], make([]Fault, b.MoreWarnings)...)
	if n == 0 || n > len(b.Warnings) {
		n = len(b.Warnings)
	}
	named(k, n, all, "Catatan (%d)", func(f Fault) string { return f.Cell + " " + strings.TrimSuffix(f.Reason, ".") })
}

// people says what becomes of whom.
func (k *sentences) people(d Impact, n int) {
	named(k, n, d.RenamedOPD, "OPD berganti nama (%d)", func(p jejak.Perubahan) string { return p.Sebelum + " → " + p.Sesudah })
	named(k, n, d.Granted, "Peran diberikan (%d)", PeranChange.words)
	named(k, n, d.Withdrawn, "Peran dicabut (%d)", PeranChange.words)
	named(k, n, d.NIPChanged, "NIP berubah (%d)", Orang.words)
	named(k, n, d.Nonaktif, "Menjadi Nonaktif (%d)", Orang.words)
	named(k, n, d.Back, "Aktif kembali (%d)", Orang.words)
	named(k, n, d.NotAktif, "Tidak Aktif menurut berkas, belum diubah (%d)", Orang.words)
	named(k, n, d.Missing, "Tidak ada lagi di berkas, belum diubah (%d)", Orang.words)
}

func (o NewOPD) words() string {
	if o.Near == "" {
		return fmt.Sprintf("%s, %d pegawai", o.Nama, o.Pegawai)
	}
	return fmt.Sprintf("%s, %d pegawai (mirip %s)", o.Nama, o.Pegawai, o.Near)
}

func (h SharedHP) words() string { return h.HP.Masked() + " " + strings.Join(h.Nama, ", ") }

func (k Twin) words() string {
	return fmt.Sprintf("%s dengan %s %s (%s)", k.New.Nama, k.Old.Nama, k.Old.NIP.Masked(), k.Sebab)
}

func (p PeranChange) words() string {
	text := fmt.Sprintf("%s %s", p.Peran, p.Nama)
	if p.Peran == flow.AdminOPD {
		text = fmt.Sprintf("%s %s: %s", p.Peran, p.OPD, p.Nama)
	}
	if p.Sebab != "" {
		text += " (" + p.Sebab + ")"
	}
	return text
}

func (o Orang) words() string {
	if o.Keterangan != "" {
		return o.Nama + " (" + o.Keterangan + ")"
	}
	return o.Nama
}

func (k Column) words() string {
	if spelling.Key(k.Name) == spelling.Key(k.Heading) {
		return k.Name
	}
	return k.Name + " dari \"" + spelling.Clip(k.Heading, 40) + "\""
}

func (k Column) near() string {
	return "\"" + spelling.Clip(k.Heading, 40) + "\" (" + k.Cell + ", seperti " + k.Name + ")"
}
