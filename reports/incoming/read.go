package incoming

import (
	"context"
	"io"

	"siip-asn/flow/imports"
	"siip-asn/flow/rencana"
	"siip-asn/reports/form"
	"siip-asn/reports/sheet"
)

// FileError says why a file as a whole cannot be read: a sentence for the person who sent it.
type FileError = sheet.Error

// Contents is what a file holds: the rows of its kind, what is wrong in the others, and what it was taken for.
type Contents struct {
	Kind       imports.Kind
	Pegawai    imports.PegawaiImport
	Panduan    []imports.BarisPanduan
	Usulan     []imports.BarisUsulan
	Riwayat    []imports.BarisRiwayat
	Rencana    []rencana.Filled
	Wrong      int             // rows with faults, which are not among the others
	Faults     []imports.Fault // every wrong cell, up to a thousand; with one of them nothing is to be imported
	Understood imports.Understood
	Resembles  imports.Kind // a file that is not of the kind that was asked for: the kind whose columns it has all; else ""

	head form.Head // for what goes back to be mended
}

// Read reads a table file as a kind, or for "" as the one that its header says. The rows that are right are given also
// where others are wrong, to be counted. The error is that of the context, or a *FileError: the file as a whole cannot be
// read.
func Read(ctx context.Context, r io.ReaderAt, size int64, jenis imports.Kind) (Contents, error) {
	file, err := sheet.Open(r, size)
	if err != nil {
		return Contents{Kind: jenis}, err
	}
	best, err := recognise(ctx, file, jenis)
	if err != nil {
		return Contents{Kind: jenis}, err
	}
	isi, err := best.read(ctx, file)
	isi.Kind = best.kind()
	if err == nil && jenis != "" && !best.head().Complete {
		isi.Resembles, err = resembled(ctx, file, jenis)
	}
	return isi, err
}

// resembled finds the kind whose columns a file has all, other than the one that was asked for; "" where there is none.
func resembled(ctx context.Context, file *sheet.File, asked imports.Kind) (imports.Kind, error) {
	other, err := recognise(ctx, file, "")
	if err != nil || !other.head().Complete || other.kind() == asked {
		return "", err
	}
	return other.kind(), nil
}

// candidate is a form and where its header stands in a file.
type candidate interface {
	kind() imports.Kind
	head() form.Head
	read(ctx context.Context, file *sheet.File) (Contents, error)
}

// found is a candidate for the rows of T.
type found[T any] struct {
	form form.Form[T]
	at   form.Head
	fill func(*Contents, *form.Reading[T])
}

func (f found[T]) kind() imports.Kind { return f.form.Kind }

func (f found[T]) head() form.Head { return f.at }

func (f found[T]) read(ctx context.Context, file *sheet.File) (Contents, error) {
	rd, err := f.form.Read(ctx, file, f.at)
	if err != nil {
		return Contents{}, err
	}
	isi := Contents{Wrong: rd.Wrong, Faults: rd.Faults(), Understood: rd.Understood, head: f.at}
	f.fill(&isi, rd)
	return isi, nil
}

// recogniser looks for the header of one form.
type recogniser struct {
	jenis imports.Kind
	find  func(context.Context, *sheet.File) (candidate, error)
}

func recogniserOf[T any](f form.Form[T], fill func(*Contents, *form.Reading[T])) recogniser {
	f = f.Known()
	return recogniser{f.Kind, func(ctx context.Context, file *sheet.File) (candidate, error) {
		at, err := f.Find(ctx, file)
		return found[T]{f, at, fill}, err
	}}
}

// forms are the tables that are known, the most particular first.
var forms = []recogniser{
	recogniserOf(rencanaForm, func(isi *Contents, rd *form.Reading[rencana.Filled]) { isi.Rencana = rd.Right() }),
	recogniserOf(siasnForm, func(isi *Contents, rd *form.Reading[siasnRow]) {
		for _, row := range rd.Right() {
			isi.Pegawai.Rows = append(isi.Pegawai.Rows, row.BarisPegawai)
		}
		isi.Pegawai.Wrong, isi.Pegawai.Columns = rd.Wrong, imports.PegawaiColumns{HP: rd.Has("NOMOR HP"), KeepHP: true}
	}),
	recogniserOf(usulanForm, func(isi *Contents, rd *form.Reading[usulanRow]) {
		for _, row := range rd.Right() {
			isi.Usulan = append(isi.Usulan, row.BarisUsulan)
		}
	}),
	recogniserOf(riwayatForm, func(isi *Contents, rd *form.Reading[imports.BarisRiwayat]) { isi.Riwayat = rd.Right() }),
	recogniserOf(pegawaiForm, func(isi *Contents, rd *form.Reading[imports.BarisPegawai]) {
		isi.Pegawai = imports.PegawaiImport{Rows: rd.Right(), Wrong: rd.Wrong, Columns: kolomOf(rd)}
	}),
	recogniserOf(panduanForm, func(isi *Contents, rd *form.Reading[imports.BarisPanduan]) {
		if len(isi.Faults) == 0 {
			isi.Panduan = panduanRows(rd)
		}
	}),
}

// recognise finds the form of a file: the first whose columns that must be there are all there; else that of which the most
// are, by share. What is none is taken for one of pegawai, whose reader says what is missing.
func recognise(ctx context.Context, file *sheet.File, jenis imports.Kind) (best candidate, err error) {
	share := -1.0
	for _, f := range forms {
		if jenis != "" && jenis != f.jenis {
			continue
		}
		c, err := f.find(ctx, file)
		if err != nil {
			return nil, err
		}
		h := c.head()
		if h.Complete && h.Data {
			return c, nil
		}
		_, exports := c.(found[siasnRow])
		if exports && !h.Complete {
			continue // half an export is read as a table like any other
		}
		if h.Share > share || share == 0 && h.Share == 0 && f.jenis == imports.KindPegawai {
			best, share = c, h.Share
		}
	}
	return best, nil
}
