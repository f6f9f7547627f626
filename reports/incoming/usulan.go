package incoming

import (
	"regexp"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
	"siip-asn/reports/form"
	"siip-asn/reports/sheet"
)

// usulanRow is a row of the web application's list while it is read.
type usulanRow struct {
	imports.BarisUsulan
	pegawai string // nama, NIP, jabatan and OPD in one cell
}

// usulanForm reads the web application's Export ke Excel. The pegawai stands in one cell with all that is known of him, or
// in several; of it only the NIP counts: the rest is in the master data.
var usulanForm = form.Form[usulanRow]{
	Kind: imports.KindUsulan, Sheet: "Usulan", KeyName: "Usulan pegawai pada tahun",
	Key: func(b usulanRow) string {
		if b.NIP == "" || b.Tanggal == "" {
			return ""
		}
		return string(b.NIP) + "/" + b.Tanggal.Periode().String()
	},
	Place: func(b *usulanRow, cell string) { b.Cell = cell },
	Columns: []form.Column[usulanRow]{
		{Name: "Pegawai", Alias: []string{"Data Pegawai", "Nama Pegawai", "Nama"}, Most: 1000, Read: func(b *usulanRow, v sheet.Cell) string {
			b.pegawai = v.Text
			return ""
		}},
		{Name: "NIP", Alias: aliasNIP, Read: func(b *usulanRow, v sheet.Cell) (reason string) {
			b.NIP, reason = nipOf("NIP", v)
			return reason
		}},
		form.Called(form.Text("OPD", 0, imports.OPDMax, false, func(b *usulanRow) *string { return &b.OPD }, ""), aliasOPD...),
		form.Called(form.Text("Rekomendasi", 0, flow.RekomendasiMax, false, func(b *usulanRow) *string { return &b.Rekomendasi }, ""), aliasRekomendasi...),
		form.Called(form.Text("Usulan Diklat", 0, flow.JudulMax, true, func(b *usulanRow) *string { return &b.Judul }, ""),
			"Diklat Yang Diusulkan", "Nama Diklat Usulan", "Usulan", "Judul Usulan"),
		{Name: "Tanggal Usulan", Alias: []string{"Tanggal Usul", "Tgl Usulan", "Tgl Usul", "Tanggal Pengajuan"}, Must: true, Dates: true,
			Read: func(b *usulanRow, v sheet.Cell) (reason string) {
				b.Tanggal, reason = dayOf("Tanggal Usulan", v)
				return reason
			}},
		{Name: "Status", Alias: []string{"Status Usulan", "Status Pengajuan"}, Must: true, Read: readStatusUsulan},
	},
	Finish: finishUsulan,
}

// firstYear is before any usulan or diklat that an office still has.
const firstYear = 1950

func dayOf(name string, v sheet.Cell) (kalender.Tanggal, string) {
	day, ok := tanggalOf(v)
	if !ok || day.Periode() < firstYear || day.Periode() > 2100 {
		return "", name + " \"" + spelling.Clip(v.Text, 30) + "\" tidak dapat dibaca; tulis seperti 31/08/2022."
	}
	return day, ""
}

// statusUsulan are the words of the web application, without case, spaces and punctuation: each status with "usulan" before
// it or without, and two short ones.
var statusUsulan = wordsOfStatuses(map[string]flow.Status{"revisi": flow.Direvisi, "setuju": flow.Disetujui})

func wordsOfStatuses(words map[string]flow.Status) map[string]flow.Status {
	for _, s := range flow.Statuses {
		word := strings.TrimPrefix(judul.Key(s.String()), "usulan")
		words[word], words["usulan"+word] = s, s
	}
	return words
}

func readStatusUsulan(b *usulanRow, v sheet.Cell) string {
	status, ok := statusUsulan[judul.Key(v.Text)]
	if !ok {
		known := make([]string, len(flow.Statuses))
		for i, s := range flow.Statuses {
			known[i] = s.String()
		}
		return form.Unknown("Status", v.Text, known)
	}
	b.Status = status
	return ""
}

// nipWithin finds a NIP among other text: eighteen digits, with marks between them or without.
var nipWithin = regexp.MustCompile(`(?:^|[^0-9])([0-9]{8}[ .-]?[0-9]{6}[ .-]?[12][ .-]?[0-9]{3})(?:[^0-9]|$)`)

func finishUsulan(b *usulanRow) (list []form.Issue) {
	if b.NIP == "" {
		found := nipWithin.FindStringSubmatch(spelling.Plain(b.pegawai))
		if found == nil {
			return []form.Issue{{Column: "Pegawai", Reason: "NIP pegawai tidak ditemukan; tulis NIP 18 angka di kolom Pegawai atau NIP."}}
		}
		nip, err := identitas.ParseNIP(found[1])
		if err != nil {
			return []form.Issue{{Column: "Pegawai", Reason: err.Error() + "."}}
		}
		b.NIP = nip
	}
	if n := len([]rune(b.Judul)); n < flow.JudulMin {
		list = append(list, form.Issue{Column: "Usulan Diklat", Reason: "Usulan Diklat \"" + b.Judul + "\" terlalu pendek; tulis nama diklat lengkapnya."})
	}
	if strings.Trim(b.Rekomendasi, "-– ") == "" || len([]rune(b.Rekomendasi)) < flow.RekomendasiMin {
		b.Rekomendasi = ""
	}
	return list
}
