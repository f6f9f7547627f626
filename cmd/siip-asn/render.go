package main

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
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan"
	"siip-asn/reports"
	"siip-asn/reports/cetak"
	"siip-asn/reports/jejak"
	"siip-asn/reports/kertas"
	rekapbuku "siip-asn/reports/rekap"
	"siip-asn/reports/undangan"
	"siip-asn/store"
)

// render makes a report when its turn to be sent has come. It copies what it needs out of the database and works on
// that.
func (sys *system) render(ctx context.Context, l dialog.Laporan) ([]bot.Part, error) {
	switch l.Jenis {
	case dialog.LaporanRekap:
		return sys.renderRekap(l.Periode)
	case dialog.LaporanData, dialog.LaporanCetak:
		return sys.renderDaftar(l)
	case dialog.LaporanTemplatePegawai:
		return file("Template_Pegawai_SIIP-ASN.xlsx", reports.WriteTemplatePegawai), nil
	case dialog.LaporanPanduan:
		return sys.renderPanduan()
	case dialog.LaporanSalah:
		return sys.renderSalah(ctx, l.Berkas)
	case dialog.LaporanQR:
		return sys.renderQR(l)
	case dialog.LaporanAktivasi:
		return sys.renderAktivasi(l)
	case dialog.LaporanJejak:
		return sys.renderJejak(l.Jejak)
	default:
		return nil, fmt.Errorf("unknown report %q", l.Jenis)
	}
}

// file is a report that is one file.
func file(name string, write func(io.Writer) error) []bot.Part {
	return []bot.Part{{Name: name, Write: write}}
}

func (sys *system) renderRekap(p flow.Periode) ([]bot.Part, error) {
	rows, err := sys.store.Data(p)
	if err != nil {
		return nil, err
	}
	r := flow.NewRekap(sys.config.aturan(), p, sys.now().In(sys.config.Zona), rows)
	return append([]bot.Part{{Screen: percakapan.RekapScreen(r)}},
		file(rekapbuku.Name(p, r.Dibuat), func(w io.Writer) error { return rekapbuku.Write(w, r) })...), nil
}

func (sys *system) renderDaftar(l dialog.Laporan) ([]bot.Part, error) {
	d := flow.Daftaran{Instansi: sys.config.Instansi, Dibuat: sys.now().In(sys.config.Zona)}
	err := sys.store.Read(func(r *store.Reader) error {
		d.Saringan = percakapan.FilterWords(r, l.Filter, len(l.Usulan))
		return nil
	})
	name, write := cetak.DataName(d.Dibuat), cetak.WriteData
	if l.Jenis == dialog.LaporanCetak {
		name, write = cetak.Name(d.Dibuat), cetak.Write
	}
	return file(name, func(w io.Writer) error {
		var failed error
		return errors.Join(write(w, d, untilError(sys.store.DataOf(l.Filter, l.Usulan), &failed)), failed)
	}), err
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

func (sys *system) renderPanduan() ([]bot.Part, error) {
	var list []flow.Panduan
	err := sys.store.Read(func(r *store.Reader) error {
		list = r.Katalog()
		return nil
	})
	return file("Panduan_SIIP-ASN.xlsx", func(w io.Writer) error { return reports.WritePanduan(w, list) }), err
}

// renderQR makes the picture of an activation link, with the name of whose it is below it.
func (sys *system) renderQR(l dialog.Laporan) ([]bot.Part, error) {
	picture, err := kertas.QR(l.Teks)
	if err != nil {
		return nil, err
	}
	part := bot.Part{Name: "aktivasi.png", Picture: true, Write: func(w io.Writer) error {
		_, err := w.Write(picture)
		return err
	}}
	err = sys.store.Read(func(r *store.Reader) error {
		p, _ := r.Pegawai(l.Pegawai)
		part.Screen = percakapan.QRScreen(p)
		return nil
	})
	return []bot.Part{part}, err
}

// renderAktivasi makes activation codes for everybody of an OPD who is not bound, and the sheet to print. Made again, it
// has the same codes: the first one may have arrived although nobody said so.
func (sys *system) renderAktivasi(l dialog.Laporan) ([]bot.Part, error) {
	var opd flow.OPD
	codes, list, err := sys.makeCodes(func(r *store.Reader) ([]flow.Pegawai, error) {
		opd, _ = r.OPD(l.OPD)
		return r.PegawaiOf(l.OPD), nil
	}, func(p flow.Pegawai) string { return flow.KodeOf(l.Teks, p.ID) })
	if err == nil {
		err = sys.store.SaveAktivasi(codes)
	}
	return file(undangan.Name(opd), func(w io.Writer) error {
		return undangan.WritePDF(w, sys.config.Instansi, list)
	}), err
}

// renderJejak makes the trail as a workbook, and says whether it is unbroken.
func (sys *system) renderJejak(of flow.Jejak) ([]bot.Part, error) {
	rows, problems, err := sys.store.Jejak(of)
	if err != nil {
		return nil, err
	}
	at := sys.now().In(sys.config.Zona)
	return append([]bot.Part{{Screen: percakapan.JejakScreen(len(rows), problems)}},
		file(jejak.Name(at), func(w io.Writer) error {
			return jejak.Write(w, sys.config.Instansi, at, slices.Values(rows))
		})...), nil
}

// renderSalah gives the wrong rows of a workbook back: it is fetched and read once more.
func (sys *system) renderSalah(ctx context.Context, f dialog.File) ([]bot.Part, error) {
	data, err := sys.bot.Download(ctx, f.Ref)
	if err != nil {
		return nil, err
	}
	book := bytes.NewReader(data)
	_, faults, err := reports.ReadPegawai(book, int64(len(data)))
	if reports.Jenis(book, int64(len(data))) == flow.BerkasPanduan {
		_, faults, err = reports.ReadPanduan(book, int64(len(data)))
	}
	return file("Kesalahan_"+f.Name, func(w io.Writer) error {
		return reports.WriteSalah(w, book, int64(len(data)), faults)
	}), err
}
