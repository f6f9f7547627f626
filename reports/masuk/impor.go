package masuk

import (
	"siip-asn/flow"
	"siip-asn/reports/buku"
)

// row takes one row; a row that is empty in all columns of the form is passed over.
func (rd *reading[T]) row(n int, cells []cell) {
	if rd.blank(cells) {
		return
	}
	var row T
	key, faults := buku.Ref(1, n), rd.faults.count()
	for i := range maxColumns {
		c, ok := rd.at[i]
		if !ok {
			continue
		}
		if c == 0 {
			key = buku.Ref(i+1, n)
		}
		if reason := take(rd.form.Columns[c], &row, nth(cells, i)); reason != "" {
			rd.faults.add(buku.Ref(i+1, n), "%s", reason)
		}
	}
	rd.unique(row, key)
	if rd.faults.count() > faults {
		rd.wrong++
		return
	}
	rd.form.Place(&row, rd.sheet+"!"+key)
	rd.rows = append(rd.rows, row)
}

// right are the rows without a fault, as far as they can be trusted.
func (rd *reading[T]) right() []T {
	if rd.misled {
		return nil
	}
	return rd.rows
}

func (rd *reading[T]) blank(cells []cell) bool {
	for i := range rd.at {
		if c := nth(cells, i); c.Text != "" || c.Kind == computed {
			return false
		}
	}
	return true
}

func (rd *reading[T]) unique(row T, cell string) {
	key := rd.form.Key(row)
	if key == "" {
		return
	}
	if first, twice := rd.seen[key]; twice {
		rd.faults.add(cell, "%s ini sudah ada di sel %s; hapus salah satu barisnya.", rd.form.Columns[0].Name, first)
		return
	}
	rd.seen[key] = cell
}

// take reads a cell into the row and says what is wrong with it, or nothing. A formula is refused: what it shows may be
// old, or nothing at all where another program wrote the file.
func take[T any](c column[T], row *T, v cell) string {
	switch {
	case v.Kind == computed:
		return c.Name + " berisi rumus; salin sel itu lalu tempel sebagai nilai (Tempel Spesial > Nilai)."
	case v.Kind == mistake:
		return c.Name + " berisi galat Excel " + flow.Clip(v.Text, 20) + "; ketik isinya."
	case v.Kind == dated:
		return c.Name + " berisi tanggal atau jam, bukan teks; ubah format sel itu menjadi Teks lalu ketik ulang isinya."
	case v.Kind == truth:
		return c.Name + " berisi nilai BENAR/SALAH; ketik isinya sebagai teks."
	case v.Text == "" && c.Must:
		return c.Name + " wajib diisi."
	case v.Text == "":
		return ""
	}
	return c.Read(row, v)
}
