package rencana

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/flow/rencana"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

// Name is the file name of a plan: Rencana_Pengembangan_Kompetensi_2026.xlsx.
func Name(p kalender.Periode) string {
	return "Rencana_Pengembangan_Kompetensi_" + p.String() + ".xlsx"
}

const title = "RENCANA PENGEMBANGAN KOMPETENSI ASN"

// Rencana is what the workbook shows.
type Rencana struct {
	Aturan   flow.Aturan
	Periode  kalender.Periode
	Potongan []string // what it is limited to, in words; empty: the whole office
	Dibuat   time.Time
	Baris    []rencana.Planned // most wanted first
	Skenario []Skenario
	Tanda    cetakan.Tanda
}

// Skenario is a named budget and what it pays.
type Skenario struct {
	rencana.Skenario
	rencana.Result
	Bagian []string // the part of the office that it is for, in words; empty: the whole
}

// judul is of what the plan is, in words.
func (r Rencana) judul() string {
	return strings.Join(append([]string{"Periode " + r.Periode.String()}, r.Potongan...), " · ")
}

// Write writes the workbook. The errors are those of w.
func Write(w io.Writer, r Rencana) error {
	b, err := workbook.New(title+" "+r.Periode.String(), r.Dibuat)
	if err != nil {
		return err
	}
	b.Sign(r.Aturan.Instansi, r.Tanda)
	if err := workbook.Put(b, table(r)); err != nil {
		return err
	}
	if err := workbook.Put(b, targetTable(r)); err != nil {
		return err
	}
	if err := workbook.Put(b, skenarioTable(r)); err != nil {
		return err
	}
	if err := b.Free(pilihanSheet, pilihan); err != nil {
		return err
	}
	return b.Write(w)
}

func table(r Rencana) workbook.Table[rencana.Planned] {
	var cost int64
	priced := 0
	for _, l := range r.Baris {
		cost += l.Anggaran()
		if l.Biaya > 0 {
			priced++
		}
	}
	return workbook.Table[rencana.Planned]{
		Sheet: "Rencana", Columns: columns, Rows: slices.Values(r.Baris), Freeze: 2, Printed: len(columns) - 2,
		Title: []string{
			title + " (PP 11/2017 Pasal 207)", r.Aturan.Instansi,
			fmt.Sprintf("%s · dibuat %s · %s diklat, %s di antaranya sudah berbiaya; anggaran %s", r.judul(), typeset.Time(r.Dibuat), hitung.Number(len(r.Baris)), hitung.Number(priced), rencana.Rupiah(cost)),
			"Sel kuning diisi oleh BKPSDM, lalu berkas ini dikirim ke bot. Jangan ubah Jenis Diklat, Periode, dan Kode; Angkatan dan Anggaran dihitung oleh bot.",
		},
		Page:  workbook.Page{Foot: r.Aturan.Instansi},
		Dress: func(f *excelize.File, sheet string, head, last int) error { return guide(f, sheet, head, last) },
	}
}

// fill is a value that BKPSDM types: yellow while it is missing.
func fill(look workbook.Look, missing bool, value any) any {
	if missing {
		return workbook.Dressed{Look: workbook.Kosong, Value: nil}
	}
	return workbook.Dressed{Look: look, Value: value}
}

func typed(look workbook.Look, of func(rencana.Planned) (value any, missing bool)) func(rencana.Planned) any {
	return func(l rencana.Planned) any {
		value, missing := of(l)
		return fill(look, missing, value)
	}
}

func text(of func(rencana.Planned) string) func(rencana.Planned) any {
	return typed(workbook.Plain, func(l rencana.Planned) (any, bool) { return of(l), of(l) == "" })
}

func day(of func(rencana.Planned) kalender.Tanggal) func(rencana.Planned) any {
	return typed(workbook.Day, func(l rencana.Planned) (any, bool) { return of(l).Time(), of(l) == "" })
}

func number(of func(rencana.Planned) int) func(rencana.Planned) any {
	return typed(workbook.Count, func(l rencana.Planned) (any, bool) { return of(l), of(l) == 0 })
}

// columns are the seven items (a to g in the law), and what the budget needs.
var columns = []workbook.Column[rencana.Planned]{
	workbook.Numbers[rencana.Planned](),
	{Name: "Jenis Diklat", Width: 38, Write: func(l rencana.Planned) any { return typeset.Line(l.Diklat) }},
	{Name: "Jenis Kompetensi", Width: 14, Write: kompetensi},
	{Name: "Target (pegawai)", Width: 12, Look: workbook.Count, Write: func(l rencana.Planned) any { return len(l.Target) }},
	{Name: "Jalur", Width: 13, Head: workbook.Optional, Write: text(func(l rencana.Planned) string { return l.Jalur })},
	{Name: "Bentuk", Width: 22, Head: workbook.Optional, Write: text(func(l rencana.Planned) string { return l.Bentuk })},
	{Name: "Penyelenggara", Width: 22, Head: workbook.Optional, Write: text(func(l rencana.Planned) string { return l.Penyelenggara })},
	{Name: "Mulai", Width: 12, Head: workbook.Optional, Write: day(func(l rencana.Planned) kalender.Tanggal { return l.Mulai })},
	{Name: "Selesai", Width: 12, Head: workbook.Optional, Write: day(func(l rencana.Planned) kalender.Tanggal { return l.Selesai })},
	{Name: "Kesesuaian Kurikulum", Width: 14, Head: workbook.Optional, Write: text(func(l rencana.Planned) string { return l.Kurikulum })},
	{Name: "JP", Width: 7, Head: workbook.Optional, Write: number(func(l rencana.Planned) int { return l.JP })},
	{Name: "Kuota per Angkatan", Width: 10, Head: workbook.Optional, Write: number(func(l rencana.Planned) int { return l.Kuota })},
	{Name: "Biaya per Peserta", Width: 14, Head: workbook.Optional, Write: number(func(l rencana.Planned) int { return int(l.Biaya) })},
	{Name: "Angkatan", Width: 9, Look: workbook.Count, Write: func(l rencana.Planned) any { return known(l.Angkatan()) }},
	{Name: "Anggaran (Rp)", Width: 16, Look: workbook.Count, Write: func(l rencana.Planned) any { return known(int(l.Anggaran())) }},
	{Name: "Periode", Width: 8, Look: workbook.Digits, Write: func(l rencana.Planned) any { return l.Periode.String() }},
	{Name: "Kode", Width: 14, Look: workbook.Digits, Write: func(l rencana.Planned) any { return l.Kunci }},
}

// known is a number, or nothing while it is not known.
func known(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func kompetensi(l rencana.Planned) any {
	if l.Kompetensi == "" {
		return "Belum ditentukan"
	}
	return string(l.Kompetensi)
}

// target is a pegawai who is meant.
type target struct {
	diklat string
	*daftar.Baris
}

func targetTable(r Rencana) workbook.Table[target] {
	return workbook.Table[target]{
		Sheet: "Target", Filter: "Target", Freeze: 2, Rows: targets(r),
		Page: workbook.Page{Left: []string{"TARGET " + title, r.Aturan.Instansi}, Right: []string{r.judul()}, Foot: r.Aturan.Instansi},
		Columns: []workbook.Column[target]{
			{Name: "Diklat", Width: 42, Write: func(t target) any { return typeset.Line(t.diklat) }},
			{Name: "Nama", Width: 30, Write: func(t target) any { return typeset.Line(t.Nama) }},
			{Name: "NIP", Width: 20, Look: workbook.Digits, Write: func(t target) any { return string(t.NIP) }},
			{Name: "Jabatan", Width: 30, Write: func(t target) any { return typeset.Line(t.Jabatan) }},
			{Name: "Jenjang", Width: 18, Write: func(t target) any { return string(t.Jenjang) }},
			{Name: "OPD", Width: 34, Write: func(t target) any { return typeset.Line(t.OPD) }},
			{Name: "Status Usulan", Width: 18, Look: workbook.Centred, Write: func(t target) any { return t.Status.String() }},
		},
	}
}

func targets(r Rencana) iter.Seq[target] {
	return func(yield func(target) bool) {
		for _, l := range r.Baris {
			for _, p := range l.Target {
				if !yield(target{l.Diklat, p}) {
					return
				}
			}
		}
	}
}
