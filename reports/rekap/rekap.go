package rekap

import (
	"io"
	"slices"

	"siip-asn/flow"
	"siip-asn/reports/buku"
	"siip-asn/reports/cetak"
	"siip-asn/reports/teks"
)

// Write writes the workbook of the rekap: sheets Rekap, Per OPD, Per Jenjang, Per Jenis Kompetensi and Data. The
// totals of the first four are those of r, so they agree.
func Write(w io.Writer, r flow.Rekap) error {
	b, err := buku.New("Rekap Usulan Diklat SIIP-ASN", r.Dibuat)
	if err != nil {
		return err
	}
	for _, t := range rekapTables(r) {
		if err := buku.Put(b, t); err != nil {
			return err
		}
	}
	if err := buku.Put(b, cetak.DataTable(r.Instansi, []string{periodeLine(r)}, r.Dibuat, slices.Values(r.Data))); err != nil {
		return err
	}
	return b.Write(w)
}

func rekapTables(r flow.Rekap) []buku.Table[flow.BarisRekap] {
	diklat := rekapTable(r, "Rekap", "REKAPITULASI USULAN DIKLAT", "Diklat", r.Diklat)
	diklat.Columns = slices.Insert(diklat.Columns, 2, diklatColumns...)
	chartOf(&diklat, len(r.Teratas(chartBars)))
	return []buku.Table[flow.BarisRekap]{
		diklat,
		rekapTable(r, "Per OPD", "USULAN DIKLAT PER OPD", "OPD", r.OPD),
		rekapTable(r, "Per Jenjang", "USULAN DIKLAT PER JENJANG JABATAN", "Jenjang", r.Jenjang),
		rekapTable(r, "Per Jenis Kompetensi", "USULAN DIKLAT PER JENIS KOMPETENSI", "Jenis Kompetensi", r.Kompetensi),
	}
}

// rekapTable is one way to count: by the key that the second column names.
func rekapTable(r flow.Rekap, sheet, title, key string, rows []flow.BarisRekap) buku.Table[flow.BarisRekap] {
	return buku.Table[flow.BarisRekap]{
		Sheet:   sheet,
		Title:   []string{title, r.Instansi, periodeLine(r) + " · dibuat " + teks.Waktu(r.Dibuat)},
		Columns: append([]buku.Column[flow.BarisRekap]{buku.Nomor[flow.BarisRekap](), keyColumn(key)}, countColumns(r.Total.Jumlah)...),
		Rows:    slices.Values(rows),
		Empty:   "Belum ada usulan.",
		Total:   &flow.BarisRekap{Nama: "Jumlah", Hitungan: r.Total},
		Page:    buku.Page{Foot: r.Instansi},
	}
}

func periodeLine(r flow.Rekap) string { return "Periode " + r.Periode.String() }

func keyColumn(name string) buku.Column[flow.BarisRekap] {
	return buku.Column[flow.BarisRekap]{Name: name, Width: 48, Write: func(b flow.BarisRekap) any { return teks.Line(b.Nama) }}
}

// diklatColumns stand behind the title of a diklat.
var diklatColumns = []buku.Column[flow.BarisRekap]{
	{Name: "Jenis Kompetensi", Width: 17, Write: kompetensi},
	{Name: "Sumber", Width: 10, Look: buku.Centred, Write: func(b flow.BarisRekap) any { return b.Sumber() }},
}

func kompetensi(b flow.BarisRekap) any {
	if b.Kompetensi == "" {
		return "Belum ditentukan"
	}
	return string(b.Kompetensi)
}

// countColumns count the usulan of a row: all, by status, and as a share of all.
func countColumns(all int) []buku.Column[flow.BarisRekap] {
	columns := []buku.Column[flow.BarisRekap]{
		{Name: "Jumlah Usulan", Width: 10, Look: buku.Count, Write: func(b flow.BarisRekap) any { return b.Jumlah }},
	}
	for _, status := range flow.Statuses {
		columns = append(columns, buku.Column[flow.BarisRekap]{
			Name: status.String(), Width: 13, Look: buku.Count,
			Write: func(b flow.BarisRekap) any { return b.Status[status] },
		})
	}
	return append(columns, buku.Column[flow.BarisRekap]{
		Name: "Persentase", Width: 12, Look: buku.Share,
		Write: func(b flow.BarisRekap) any { return part(b.Jumlah, all) },
	})
}

func part(n, all int) float64 {
	if all == 0 {
		return 0
	}
	return float64(n) / float64(all)
}
