package reports

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"siip-asn/flow"
)

// WriteRekap writes the workbook of the rekap: sheets Rekap, Per OPD, Per Jenjang, Per Jenis Kompetensi and Data. The
// totals of the first four are those of r, so they agree.
func WriteRekap(w io.Writer, r flow.Rekap) error {
	b, err := newBook("Rekap Usulan Diklat SIIP-ASN", r.Dibuat)
	if err != nil {
		return err
	}
	for _, t := range rekapTables(b, r) {
		if err := put(b, t); err != nil {
			return err
		}
	}
	if err := put(b, dataTable(r.Instansi, []string{periodeLine(r)}, r.Dibuat, slices.Values(r.Data))); err != nil {
		return err
	}
	return b.write(w)
}

func rekapTables(b *book, r flow.Rekap) []table[flow.BarisRekap] {
	diklat := rekapTable(r, "Rekap", "REKAPITULASI USULAN DIKLAT", "Diklat", r.Diklat)
	diklat.Columns = slices.Insert(diklat.Columns, 2, diklatColumns...)
	chartOf(b, &diklat, len(r.Teratas(chartBars)))
	return []table[flow.BarisRekap]{
		diklat,
		rekapTable(r, "Per OPD", "USULAN DIKLAT PER OPD", "OPD", r.OPD),
		rekapTable(r, "Per Jenjang", "USULAN DIKLAT PER JENJANG JABATAN", "Jenjang", r.Jenjang),
		rekapTable(r, "Per Jenis Kompetensi", "USULAN DIKLAT PER JENIS KOMPETENSI", "Jenis Kompetensi", r.Kompetensi),
	}
}

// rekapTable is one way to count: by the key that the second column names.
func rekapTable(r flow.Rekap, sheet, title, key string, rows []flow.BarisRekap) table[flow.BarisRekap] {
	return table[flow.BarisRekap]{
		Sheet:   sheet,
		Title:   []string{title, r.Instansi, periodeLine(r) + " · dibuat " + waktu(r.Dibuat)},
		Columns: append([]column[flow.BarisRekap]{nomor[flow.BarisRekap](), keyColumn(key)}, countColumns(r.Total.Jumlah)...),
		Rows:    slices.Values(rows),
		Empty:   "Belum ada usulan.",
		Total:   &flow.BarisRekap{Nama: "Jumlah", Hitungan: r.Total},
		Page:    page{Foot: r.Instansi},
	}
}

func periodeLine(r flow.Rekap) string { return "Periode " + r.Periode.String() }

func keyColumn(name string) column[flow.BarisRekap] {
	return column[flow.BarisRekap]{Name: name, Width: 48, Write: func(b flow.BarisRekap) any { return line(b.Nama) }}
}

// diklatColumns stand behind the title of a diklat.
var diklatColumns = []column[flow.BarisRekap]{
	{Name: "Jenis Kompetensi", Width: 17, Write: kompetensi},
	{Name: "Sumber", Width: 10, Look: centred, Write: func(b flow.BarisRekap) any { return b.Sumber() }},
}

func kompetensi(b flow.BarisRekap) any {
	if b.Kompetensi == "" {
		return "Belum ditentukan"
	}
	return string(b.Kompetensi)
}

// countColumns count the usulan of a row: all, by status, and as a share of all.
func countColumns(all int) []column[flow.BarisRekap] {
	columns := []column[flow.BarisRekap]{
		{Name: "Jumlah Usulan", Width: 10, Look: count, Write: func(b flow.BarisRekap) any { return b.Jumlah }},
	}
	for _, status := range flow.Statuses {
		columns = append(columns, column[flow.BarisRekap]{
			Name: status.String(), Width: 13, Look: count,
			Write: func(b flow.BarisRekap) any { return b.Status[status] },
		})
	}
	return append(columns, column[flow.BarisRekap]{
		Name: "Persentase", Width: 12, Look: share,
		Write: func(b flow.BarisRekap) any { return part(b.Jumlah, all) },
	})
}

func part(n, all int) float64 {
	if all == 0 {
		return 0
	}
	return float64(n) / float64(all)
}

// absolute names a range of cells so that a chart finds it.
func absolute(sheet string, column, from, to int) string {
	name := []byte(ref(column, 1))
	letters := string(name[:len(name)-1])
	return fmt.Sprintf("'%s'!$%s$%s:$%s$%s", sheet, letters, strconv.Itoa(from), letters, strconv.Itoa(to))
}
