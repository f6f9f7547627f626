package masuk

import (
	"context"
	"io"

	"siip-asn/flow/berkas"
	"siip-asn/flow/rencana"
	"siip-asn/reports/lembar"
)

// Isi is what a file holds: the rows of its kind, what is wrong in the others, and what it was taken for.
type Isi struct {
	Jenis   berkas.JenisBerkas
	Pegawai berkas.ImporPegawai
	Panduan []berkas.BarisPanduan
	Usulan  []berkas.BarisUsulan
	Riwayat []berkas.BarisRiwayat
	Rencana []rencana.Masukan
	Salah   int            // rows with faults, which are not among the others
	Faults  []berkas.Fault // every wrong cell, up to a thousand; with one of them nothing is to be imported
	Bacaan  berkas.Bacaan
	Seperti berkas.JenisBerkas // a file that is not of the kind that was asked for: the kind whose columns it has all; else ""

	head head // for what goes back to be mended
}

// Baca reads a table file as a kind, or for "" as the one that its header says. The rows that are right are given also
// where others are wrong, to be counted. The error is that of the context, or a *FileError: the file as a whole cannot be
// read.
func Baca(ctx context.Context, r io.ReaderAt, size int64, jenis berkas.JenisBerkas) (Isi, error) {
	file, err := lembar.Open(r, size)
	if err != nil {
		return Isi{Jenis: jenis}, err
	}
	best, err := recognise(ctx, file, jenis)
	if err != nil {
		return Isi{Jenis: jenis}, err
	}
	isi, err := best.read(ctx, file)
	isi.Jenis = best.kind()
	if err == nil && jenis != "" && !best.head().complete {
		isi.Seperti, err = resembled(ctx, file, jenis)
	}
	return isi, err
}

// resembled finds the kind whose columns a file has all, other than the one that was asked for; "" where there is none.
func resembled(ctx context.Context, file *lembar.File, asked berkas.JenisBerkas) (berkas.JenisBerkas, error) {
	other, err := recognise(ctx, file, "")
	if err != nil || !other.head().complete || other.kind() == asked {
		return "", err
	}
	return other.kind(), nil
}

// candidate is a form and where its header stands in a file.
type candidate interface {
	kind() berkas.JenisBerkas
	head() head
	read(ctx context.Context, file *lembar.File) (Isi, error)
}

// found is a candidate for the rows of T.
type found[T any] struct {
	form form[T]
	at   head
	fill func(*Isi, *reading[T])
}

func (f found[T]) kind() berkas.JenisBerkas { return f.form.Jenis }

func (f found[T]) head() head { return f.at }

func (f found[T]) read(ctx context.Context, file *lembar.File) (Isi, error) {
	rd, err := f.form.read(ctx, file, f.at)
	if err != nil {
		return Isi{}, err
	}
	isi := Isi{Salah: rd.wrong, Faults: rd.faults.all(), Bacaan: rd.bacaan, head: f.at}
	f.fill(&isi, rd)
	return isi, nil
}

// recogniser looks for the header of one form.
type recogniser struct {
	jenis berkas.JenisBerkas
	find  func(context.Context, *lembar.File) (candidate, error)
}

func recogniserOf[T any](f form[T], fill func(*Isi, *reading[T])) recogniser {
	f = f.known()
	return recogniser{f.Jenis, func(ctx context.Context, file *lembar.File) (candidate, error) {
		at, err := f.find(ctx, file)
		return found[T]{f, at, fill}, err
	}}
}

// forms are the tables that are known, the most particular first.
var forms = []recogniser{
	recogniserOf(rencanaForm, func(isi *Isi, rd *reading[rencana.Masukan]) { isi.Rencana = rd.right() }),
	recogniserOf(siasnForm, func(isi *Isi, rd *reading[barisSIASN]) {
		for _, row := range rd.right() {
			isi.Pegawai.Baris = append(isi.Pegawai.Baris, row.BarisPegawai)
		}
		isi.Pegawai.Salah, isi.Pegawai.Kolom = rd.wrong, berkas.KolomPegawai{HP: rd.has("NOMOR HP"), HPTetap: true}
	}),
	recogniserOf(usulanForm, func(isi *Isi, rd *reading[barisUsulan]) {
		for _, row := range rd.right() {
			isi.Usulan = append(isi.Usulan, row.BarisUsulan)
		}
	}),
	recogniserOf(riwayatForm, func(isi *Isi, rd *reading[berkas.BarisRiwayat]) { isi.Riwayat = rd.right() }),
	recogniserOf(pegawaiForm, func(isi *Isi, rd *reading[berkas.BarisPegawai]) {
		isi.Pegawai = berkas.ImporPegawai{Baris: rd.right(), Salah: rd.wrong, Kolom: rd.kolom()}
	}),
	recogniserOf(panduanForm, func(isi *Isi, rd *reading[berkas.BarisPanduan]) {
		if len(isi.Faults) == 0 {
			isi.Panduan = panduanRows(rd)
		}
	}),
}

// recognise finds the form of a file: the first whose columns that must be there are all there; else that of which the most
// are, by share. What is none is taken for one of pegawai, whose reader says what is missing.
func recognise(ctx context.Context, file *lembar.File, jenis berkas.JenisBerkas) (best candidate, err error) {
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
		if h.complete && h.data {
			return c, nil
		}
		_, exports := c.(found[barisSIASN])
		if exports && !h.complete {
			continue // half an export is read as a table like any other
		}
		if h.share > share {
			best, share = c, h.share
		}
	}
	return best, nil
}
