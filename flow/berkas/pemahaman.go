package berkas

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/jejak"
	"siip-asn/flow/spelling"
)

// Pemahaman is what an import is about to do, said before it is done: what the file was taken for, and whom and what it
// changes. The chat and the command line show the same sentences.
type Pemahaman struct {
	Bacaan Bacaan
	Hasil  HasilImpor
}

// Kalimat are its sentences, the weightiest first; each names n of a list at most, 0 all of it.
func (p Pemahaman) Kalimat(n int) []string {
	var list kalimat
	list.peringatan(p, n)
	list.bacaan(p.Bacaan, n)
	if d := p.Hasil.Dampak; d != nil {
		list.orang(*d, n)
	}
	return list
}

// Terbaca are the sentences about the file alone: what is said where it has faults.
func (p Pemahaman) Terbaca(n int) []string {
	var list kalimat
	list.bacaan(p.Bacaan, n)
	return list
}

// Selesai are the sentences about an import that has been applied: what it has done, and what is still open.
func (p Pemahaman) Selesai(n int) []string {
	var list kalimat
	if d := p.Hasil.Dampak; d != nil && p.Bacaan.Jenis == BerkasPegawai {
		list.bersama(*d, n)
		list.orang(*d, n)
	}
	return list
}

// kalimat are sentences in the making.
type kalimat []string

func (k *kalimat) add(form string, args ...any) { *k = append(*k, fmt.Sprintf(form, args...)) }

// named adds a sentence with a list, if there is one.
func named[T any](k *kalimat, n int, list []T, lead string, name func(T) string) {
	if len(list) > 0 {
		k.add("%s: %s.", strings.Replace(lead, "%d", fmt.Sprint(len(list)), 1), strings.TrimSuffix(Sebut(list, n, name), "."))
	}
}

// Sebut names the first n of a list and counts the others; 0 names all.
func Sebut[T any](list []T, n int, name func(T) string) string {
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

// peringatan are the sentences that keep somebody from a mistake.
func (k *kalimat) peringatan(p Pemahaman, n int) {
	d := p.Hasil.Dampak
	if d == nil || p.Bacaan.Jenis != BerkasPegawai {
		return
	}
	if d.TanyaLagi() {
		k.add("⚠️ Ada %d OPD baru sekaligus: mohon periksa apakah kolom OPD terbaca dengan benar.", len(d.OPDBaru))
	}
	named(k, n, d.Kembar, "⚠️ Mungkin orang yang sama (%d); isi kolom NIP Lama bila NIP-nya berubah", Kembar.words)
	named(k, n, d.LamaAsing, "⚠️ NIP Lama tidak tercatat (%d), sehingga menjadi pegawai baru", Orang.words)
	k.bersama(*d, n)
}

// bersama says what concerns all of the office.
func (k *kalimat) bersama(d Dampak, n int) {
	named(k, n, d.OPDBaru, "OPD baru (%d)", OPDBaru.words)
	named(k, n, d.HPBersama, "⚠️ Nomor HP yang dipakai lebih dari satu pegawai (%d), tidak dapat dipakai masuk", HPBersama.words)
	if d.AdminSIIP == 0 {
		k.add("⚠️ Setelah ini belum ada Admin SIIP-ASN. Tetapkan setidaknya satu orang, dengan kolom Peran di templat pegawai atau dengan perintah siip-asn mulai --admin NIP.")
	}
}

// bacaan says what the file was taken for.
func (k *kalimat) bacaan(b Bacaan, n int) {
	if b.Lembar == "" {
		return
	}
	asal := ""
	if b.Asal != "" {
		asal = ", ekspor " + b.Asal
	}
	k.add("Dibaca: lembar %s, judul di baris %d, %d baris%s.", b.Lembar, b.Judul, b.Baris, asal)
	named(k, 0, b.Kolom, "Kolom (%d)", KolomBaca.words)
	named(k, n, b.Mirip, "Kolom yang mirip dan tidak dibaca (%d)", KolomBaca.near)
	named(k, n, b.LembarLain, "⚠️ Lembar lain yang juga berisi tabel seperti ini dan tidak dibaca (%d); bila perlu, gabungkan dahulu ke satu lembar", func(s string) string { return s })
	if b.Sela > 0 {
		k.add("%d baris judul kelompok atau jumlah tidak dibaca (mulai baris %d).", b.Sela, b.SelaMulai)
	}
	if b.Sembunyi > 0 {
		k.add("%d baris yang disembunyikan (misalnya oleh filter) ikut dibaca.", b.Sembunyi)
	}
	if b.Bawah > 0 {
		k.add("Di bawah tabel ada %d baris yang tidak dibaca (mulai baris %d).", b.Bawah, b.BawahMulai)
	}
	k.catatan(b, n)
}

// catatan says what is odd about rows that are taken. Of what was not kept only the number is known.
func (k *kalimat) catatan(b Bacaan, n int) {
	if len(b.Peringatan) == 0 {
		return
	}
	all := append(b.Peringatan[:len(b.Peringatan):len(b.Peringatan)], make([]Fault, b.PeringatanLain)...)
	if n == 0 || n > len(b.Peringatan) {
		n = len(b.Peringatan)
	}
	named(k, n, all, "Catatan (%d)", func(f Fault) string { return f.Cell + " " + strings.TrimSuffix(f.Alasan, ".") })
}

// orang says what becomes of whom.
func (k *kalimat) orang(d Dampak, n int) {
	named(k, n, d.OPDGanti, "OPD berganti nama (%d)", func(p jejak.Perubahan) string { return p.Sebelum + " → " + p.Sesudah })
	named(k, n, d.Diberi, "Peran diberikan (%d)", PeranUbah.words)
	named(k, n, d.Dicabut, "Peran dicabut (%d)", PeranUbah.words)
	named(k, n, d.GantiNIP, "NIP berubah (%d)", Orang.words)
	named(k, n, d.Nonaktif, "Menjadi Nonaktif (%d)", Orang.words)
	named(k, n, d.Kembali, "Aktif kembali (%d)", Orang.words)
	named(k, n, d.TidakAktif, "Tidak Aktif menurut berkas, belum diubah (%d)", Orang.words)
	named(k, n, d.Hilang, "Tidak ada lagi di berkas, belum diubah (%d)", Orang.words)
}

func (o OPDBaru) words() string {
	if o.Mirip == "" {
		return fmt.Sprintf("%s, %d pegawai", o.Nama, o.Pegawai)
	}
	return fmt.Sprintf("%s, %d pegawai (mirip %s)", o.Nama, o.Pegawai, o.Mirip)
}

func (h HPBersama) words() string { return h.HP.Masked() + " " + strings.Join(h.Nama, ", ") }

func (k Kembar) words() string {
	return fmt.Sprintf("%s dengan %s %s (%s)", k.Baru.Nama, k.Lama.Nama, k.Lama.NIP.Masked(), k.Sebab)
}

func (p PeranUbah) words() string {
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

func (k KolomBaca) words() string {
	if spelling.Key(k.Nama) == spelling.Key(k.Judul) {
		return k.Nama
	}
	return k.Nama + " dari \"" + spelling.Clip(k.Judul, 40) + "\""
}

func (k KolomBaca) near() string {
	return "\"" + spelling.Clip(k.Judul, 40) + "\" (" + k.Sel + ", seperti " + k.Nama + ")"
}
