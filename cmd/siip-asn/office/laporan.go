package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"siip-asn/bot"
	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan"
	"siip-asn/reports/cetak"
	"siip-asn/reports/incoming"
	"siip-asn/reports/jejak"
	"siip-asn/store"
)

// renderer makes reports of an office, one method a kind of report.
type renderer struct{ *Office }

// Render makes a report when its turn to be sent has come. It copies what it needs out of the database and works on
// that. Large ones are made one at a time.
func (o *Office) Render(ctx context.Context, l dialog.Laporan) ([]bot.Part, error) {
	return o.large.render(l.Jenis, func() ([]bot.Part, error) { return renderer{o}.render(ctx, l) })
}

func (r renderer) render(ctx context.Context, l dialog.Laporan) ([]bot.Part, error) {
	switch l.Jenis {
	case dialog.LaporanRekap:
		return r.renderRekap(l)
	case dialog.LaporanRingkas:
		return r.renderRingkas(l)
	case dialog.LaporanRencana:
		return r.renderRencana(l)
	case dialog.LaporanSimulasi:
		return r.renderSimulasi(l)
	case dialog.LaporanPeriksa:
		return r.renderPeriksa(l)
	case dialog.LaporanData, dialog.LaporanCetak:
		return r.renderDaftar(l)
	case dialog.LaporanTemplatePegawai:
		caption := percakapan.FileCaption("Templat data pegawai", 0, "", "Isi satu baris untuk setiap pegawai, lalu kirim berkasnya ke percakapan ini.")
		return captioned(caption, file("Templat_Pegawai_SIIP-ASN.xlsx", incoming.WriteTemplatePegawai)), nil
	case dialog.LaporanPanduan:
		return r.renderPanduan()
	case dialog.LaporanFaults:
		return r.renderSalah(ctx, l.File)
	case dialog.LaporanQR:
		return r.renderQR(l)
	case dialog.LaporanUndangan:
		return r.renderUndangan(l)
	case dialog.LaporanAktivasi:
		return r.renderAktivasi(l)
	case dialog.LaporanJejak:
		return r.renderJejak(l)
	default:
		return nil, fmt.Errorf("unknown report %q", l.Jenis)
	}
}

// file is a report that is one file.
func file(name string, write func(io.Writer) error) []bot.Part {
	return []bot.Part{{Name: name, Write: write}}
}

// captioned puts words below the first file of a report.
func captioned(words ui.Screen, parts []bot.Part) []bot.Part {
	parts[0].Screen = words
	return parts
}

// renderDaftar makes the list, on paper or as a workbook. Which usulan are on it is settled before: the code stands on
// these, and rows that are deleted meanwhile are missing. So are those that who asked for it may not see any more: an usulan
// that was ticked has perhaps moved to another OPD since.
func (o renderer) renderDaftar(l dialog.Laporan) ([]bot.Part, error) {
	d := cetakan.Header{Aturan: o.Config.Aturan(), Dibuat: o.local()}
	jenis, name, write := "Data (Excel)", cetak.DataName(d.Dibuat), cetak.WriteData
	if l.Jenis == dialog.LaporanCetak {
		jenis, name, write = "Daftar (PDF)", cetak.Name(d.Dibuat), cetak.Write
	}
	c, err := o.begin(jenis, l)
	if err != nil {
		return nil, err
	}
	ids := l.Usulan
	err = o.Store.Read(func(r *store.Reader) error {
		d.Saringan = percakapan.FilterWords(r, l.Filter, len(l.Usulan))
		if len(ids) == 0 {
			ids = r.Matching(l.Filter)
		}
		ids = seenBy(r, l, ids)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(ids) == 0 && len(l.Usulan) > 0 {
		return []bot.Part{{Screen: percakapan.NothingLeftScreen()}}, nil
	}
	c.Filter, c.OPD, c.Daftar, c.Usulan, c.Baris = d.Saringan, l.Filter.OPD, true, cetakan.Pack(ids), len(ids)
	if d.Tanda, err = o.stamp(c); err != nil {
		return nil, err
	}
	caption := percakapan.FileCaption("Daftar usulan diklat", len(ids), "usulan", d.Saringan...)
	return captioned(caption, file(name, func(w io.Writer) error {
		var failed error
		return errors.Join(write(w, d, untilError(o.Store.DataOf(l.Filter, ids), &failed)), failed)
	})), nil
}

// untilError gives the values of a sequence up to its first error, which it leaves in err.
func untilError[T any](seq iter.Seq2[T, error], err *error) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v, e := range seq {
			if *err = e; e != nil || !yield(v) {
				return
			}
		}
	}
}

// seenBy are those of the usulan that who has asked for a list may see now.
func seenBy(r *store.Reader, l dialog.Laporan, ids []flow.UsulanID) []flow.UsulanID {
	who, _ := r.Pegawai(l.Oleh)
	if who.AdminSIIP {
		return ids
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id flow.UsulanID) bool {
		u, found := r.Usulan(id)
		return !found || len(flow.Relation(who, u)) == 0
	})
}

func (o renderer) renderPanduan() ([]bot.Part, error) {
	var list []flow.Panduan
	err := o.Store.Read(func(r *store.Reader) error {
		list = r.Katalog()
		return nil
	})
	caption := percakapan.FileCaption("Panduan jenis diklat", len(list), "jenis diklat")
	return captioned(caption, file("Panduan_SIIP-ASN.xlsx", func(w io.Writer) error { return incoming.WritePanduan(w, list) })), err
}

// renderJejak makes the trail as a workbook, and says whether it is unbroken.
func (o renderer) renderJejak(l dialog.Laporan) ([]bot.Part, error) {
	c, err := o.begin("Jejak (Excel)", l)
	if err != nil {
		return nil, err
	}
	rows, problems, err := o.Store.Jejak(l.Jejak)
	if err != nil {
		return nil, err
	}
	c.Jejak, c.Baris = true, len(rows)
	tanda, err := o.stamp(c)
	if err != nil {
		return nil, err
	}
	at := o.local()
	return captioned(percakapan.JejakScreen(len(rows), problems), file(jejak.Name(at), func(w io.Writer) error {
		return jejak.Write(w, o.Config.Instansi, at, tanda, slices.Values(rows))
	})), nil
}

// renderSalah gives the wrong rows of a workbook back: it is fetched and read once more.
func (o renderer) renderSalah(ctx context.Context, f dialog.File) ([]bot.Part, error) {
	data, err := o.Bot.Download(ctx, f.Ref)
	if err != nil {
		return nil, err
	}
	b, err := readUpload(ctx, data)
	if err == nil {
		r, _ := o.Import(b, imports.ImportCommand, true, nil)
		b.Faults = append(b.Faults, Refused(r)...)
	}
	caption := percakapan.FileCaption("Baris yang salah ditandai", 0, "", "Silakan perbaiki di berkas ini atau di berkas Anda, lalu kirim lagi.")
	return captioned(caption, file(incoming.FaultsName(f.Name), func(w io.Writer) error {
		return incoming.WriteFaults(ctx, w, bytes.NewReader(data), int64(len(data)), b)
	})), err
}
