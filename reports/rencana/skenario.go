package rencana

import (
	"fmt"
	"iter"
	"strings"

	"siip-asn/flow/hitung"
	"siip-asn/flow/rencana"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

// paid is a diklat that a named budget pays, or the line below the last of them.
type paid struct {
	nama, diklat                      string
	angkatan, pegawai, opd, biaya, no any
}

// skenarioTable shows what each named budget pays.
func skenarioTable(r Rencana) workbook.Table[paid] {
	return workbook.Table[paid]{
		Sheet: "Simulasi", Rows: paidRows(r), Empty: "Belum ada skenario. Simpan melalui tombol Simulasi pada rekap di bot.",
		Title: []string{"SIMULASI ANGGARAN", r.Aturan.Instansi, r.judul() + " · dihitung dari data " + typeset.Time(r.Dibuat)},
		Page:  workbook.Page{Foot: r.Aturan.Instansi},
		Columns: []workbook.Column[paid]{
			{Name: "Skenario", Width: 44, Write: func(p paid) any { return p.nama }},
			{Name: "Diklat", Width: 48, Write: func(p paid) any { return p.diklat }},
			{Name: "Angkatan", Width: 10, Look: workbook.Count, Write: func(p paid) any { return p.angkatan }},
			{Name: "Pegawai", Width: 10, Look: workbook.Count, Write: func(p paid) any { return p.pegawai }},
			{Name: "OPD", Width: 8, Look: workbook.Count, Write: func(p paid) any { return p.opd }},
			{Name: "Biaya (Rp)", Width: 18, Look: workbook.Count, Write: func(p paid) any { return p.biaya }},
		},
	}
}

func paidRows(r Rencana) iter.Seq[paid] {
	return func(yield func(paid) bool) {
		for _, s := range r.Skenario {
			for _, p := range rowsOf(s) {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// rowsOf are the rows of one budget: what it is, what it pays, and where the line falls.
func rowsOf(s Skenario) []paid {
	name := typeset.Line(strings.Join(append([]string{s.Nama}, s.Bagian...), " · "))
	rows := []paid{{
		nama:    name,
		diklat:  fmt.Sprintf("Pagu %s, %s; terpakai %s, sisa %s", rencana.Rupiah(s.Result.Pagu), s.Result.Order.Nama(), rencana.Rupiah(s.Spent), rencana.Rupiah(s.Left())),
		pegawai: s.Pegawai, opd: s.OPD, biaya: int(s.Spent),
	}}
	for _, d := range s.Funded {
		rows = append(rows, paid{name, typeset.Line(d.Diklat), d.Angkatan, d.Pegawai, d.OPD, int(d.Biaya), nil})
	}
	if g := s.Cutoff; g != nil {
		rows = append(rows, paid{nama: name, diklat: fmt.Sprintf("Tidak terdanai mulai %s angkatan ke-%d (%s pegawai, %s)", typeset.Line(g.Diklat), g.Ke, hitung.Number(g.Pegawai), rencana.Rupiah(g.Biaya))})
	}
	if s.Unpriced > 0 {
		rows = append(rows, paid{nama: name, diklat: fmt.Sprintf("%s diklat belum dihitung karena biaya atau kuotanya belum diisi", hitung.Number(s.Unpriced))})
	}
	return rows
}
