package incoming

import (
	"fmt"
	"strconv"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/flow/rencana"
	"siip-asn/flow/spelling"
	"siip-asn/reports/form"
	"siip-asn/reports/sheet"
)

// rencanaForm reads the workbook of the yearly plan (reports/rencana writes it). What the usulan tell, target and budget,
// is not read back.
var rencanaForm = form.Form[rencana.Filled]{
	Kind: imports.KindRencana, Sheet: "Rencana", KeyName: "Jenis Diklat",
	Key: func(b rencana.Filled) string {
		if b.Kode != "" {
			return b.Kode
		}
		return judul.Key(b.Diklat)
	},
	Place: func(b *rencana.Filled, cell string) { b.Cell = cell },
	Columns: []form.Column[rencana.Filled]{
		form.Text("Jenis Diklat", 0, flow.JudulMax, true, func(b *rencana.Filled) *string { return &b.Diklat }, ""),
		{Name: "Periode", Must: true, Read: func(b *rencana.Filled, v sheet.Cell) string {
			n, reason := number("Periode", v, firstYear, 2100)
			b.Periode = kalender.Periode(n)
			return reason
		}},
		form.Text("Kode", 0, 200, false, func(b *rencana.Filled) *string { return &b.Kode }, ""),
		{Name: "Bentuk", Read: readBentuk},
		{Name: "Jalur", Read: readJalur},
		form.Text("Penyelenggara", 0, 200, false, func(b *rencana.Filled) *string { return &b.Penyelenggara }, ""),
		{Name: "Mulai", Dates: true, Read: func(b *rencana.Filled, v sheet.Cell) (reason string) {
			b.Mulai, reason = dayOf("Mulai", v)
			return reason
		}},
		{Name: "Selesai", Dates: true, Read: func(b *rencana.Filled, v sheet.Cell) (reason string) {
			b.Selesai, reason = dayOf("Selesai", v)
			return reason
		}},
		{Name: "Kesesuaian Kurikulum", Read: readKurikulum},
		{Name: "JP", Read: func(b *rencana.Filled, v sheet.Cell) (reason string) {
			b.JP, reason = number("JP", v, 1, rencana.JPMost)
			return reason
		}},
		{Name: "Kuota per Angkatan", Must: true, May: true, Read: func(b *rencana.Filled, v sheet.Cell) (reason string) {
			b.Kuota, reason = number("Kuota per Angkatan", v, 1, rencana.KuotaMost)
			return reason
		}},
		{Name: "Biaya per Peserta", Must: true, May: true, Read: readBiaya},
	},
	Finish: func(b *rencana.Filled) []form.Issue {
		switch {
		case b.Mulai != "" && b.Selesai != "" && b.Selesai < b.Mulai:
			return []form.Issue{{Column: "Selesai", Reason: "Selesai (" + b.Selesai.List() + ") lebih awal daripada Mulai (" + b.Mulai.List() + ")."}}
		case b.Bentuk != "" && b.Jalur != "" && rencana.JalurOf(b.Bentuk) != b.Jalur:
			return []form.Issue{{Column: "Bentuk", Reason: "Bentuk \"" + b.Bentuk + "\" termasuk jalur " + rencana.JalurOf(b.Bentuk) + ", bukan " + b.Jalur + "."}}
		case b.Bentuk != "" && b.Jalur == "":
			b.Jalur = rencana.JalurOf(b.Bentuk)
		}
		return nil
	},
}

// number reads a whole number within bounds.
func number(name string, v sheet.Cell, least, most int) (int, string) {
	text := strings.ReplaceAll(spelling.Plain(v.Text), ".", "")
	if v.Raw != "" {
		text = strings.TrimSuffix(v.Raw, ".0")
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		return 0, fmt.Sprintf("%s %q tidak dapat dipakai; tulis bilangan bulat %d sampai %d, atau kosongkan bila belum diketahui.", name, spelling.Clip(v.Text, 20), least, most)
	}
	return n, ""
}

func readBiaya(b *rencana.Filled, v sheet.Cell) string {
	text := v.Text
	if v.Raw != "" {
		text = strings.ReplaceAll(strings.TrimSuffix(v.Raw, ".0"), ".", ",")
	}
	n, ok := rencana.ParseRupiah(text)
	if !ok || n < 1 || n > rencana.BiayaMost {
		return fmt.Sprintf("Biaya per Peserta %q tidak dapat dipakai; tulis rupiah bulat di atas 0, misalnya 2.500.000, atau kosongkan bila belum diketahui.", spelling.Clip(v.Text, 20))
	}
	b.Biaya = n
	return ""
}

func readBentuk(b *rencana.Filled, v sheet.Cell) string {
	jalur := rencana.JalurOf(v.Text)
	for _, name := range rencana.Bentuks[jalur] {
		if spelling.Key(name) == spelling.Key(v.Text) {
			b.Bentuk = name
			return ""
		}
	}
	return fmt.Sprintf("Bentuk %q tidak ada dalam Peraturan LAN 10/2018; pilih dari daftar.", spelling.Clip(v.Text, 60))
}

func readJalur(b *rencana.Filled, v sheet.Cell) string {
	return oneOf("Jalur", v, rencana.Jalurs, &b.Jalur)
}

func readKurikulum(b *rencana.Filled, v sheet.Cell) string {
	return oneOf("Kesesuaian Kurikulum", v, rencana.Kurikulums, &b.Kurikulum)
}

func oneOf(name string, v sheet.Cell, choices []string, to *string) string {
	for _, c := range choices {
		if spelling.Key(c) == spelling.Key(v.Text) {
			*to = c
			return ""
		}
	}
	return form.Unknown(name, v.Text, choices)
}
