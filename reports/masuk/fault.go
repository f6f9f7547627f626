package masuk

import (
	"fmt"

	"siip-asn/flow"
)

// FileError says why a file as a whole cannot be read. Its text is a sentence for the person who sent the file, in
// Indonesian; Err is the cause for the log, if there is one.
type FileError struct {
	Alasan string
	Err    error
}

func (e *FileError) Error() string { return e.Alasan }

func (e *FileError) Unwrap() error { return e.Err }

func refuse(cause error, form string, args ...any) error {
	return &FileError{Alasan: fmt.Sprintf(form, args...), Err: cause}
}

// What is wrong with whole files.
const (
	notWorkbook = "Berkas ini bukan buku kerja Excel (.xlsx). Mohon simpan sebagai Excel Workbook (.xlsx), lalu coba lagi."
	oldWorkbook = "Berkas ini berformat Excel lama (.xls). Mohon buka berkas itu, pilih Simpan Sebagai > Excel Workbook (.xlsx), lalu coba lagi."
	locked      = "Berkas ini dilindungi kata sandi. Mohon hapus kata sandinya, simpan, lalu coba lagi."
	tooBig      = "Isi berkas ini terlalu besar untuk dibaca. Mohon bagi menjadi beberapa berkas, atau salin datanya ke templat yang baru."
	damaged     = "Berkas ini rusak atau tidak lengkap. Mohon buka dan simpan ulang dengan Excel atau LibreOffice, lalu coba lagi."
	noSheet     = "Berkas ini tidak berisi lembar data. Mohon gunakan templat yang disediakan."
	tooManyRows = "Lembar %q berisi lebih dari %d baris. Mohon bagi menjadi beberapa berkas."
	tooWide     = "Lembar %q memakai lebih dari %d kolom. Mohon hapus isi kolom yang tidak diperlukan di sebelah kanan."
	noRows      = "Lembar %q belum berisi baris data. Silakan isi mulai baris 2, lalu coba lagi."
)

// rescue turns a panic of a library over a hostile file into a refusal of the file.
func rescue(err *error) {
	if p := recover(); p != nil {
		*err = refuse(fmt.Errorf("panic: %v", p), damaged)
	}
}

// faultsMax is how many faults are told at once: more than that is a wrong file, not a file with faults.
const faultsMax = 1000

// faults collects what is wrong in one sheet.
type faults struct {
	sheet string
	list  []flow.Fault
	more  bool
}

func (f *faults) add(cell, form string, args ...any) {
	if len(f.list) == faultsMax {
		f.more = true
		return
	}
	f.list = append(f.list, flow.Fault{Sheet: f.sheet, Cell: cell, Alasan: fmt.Sprintf(form, args...)})
}

// count tells one more fault from none, also where it is not kept any more.
func (f *faults) count() int {
	if f.more {
		return len(f.list) + 1
	}
	return len(f.list)
}

// all lists the faults, and says where some are missing that there are more.
func (f *faults) all() []flow.Fault {
	if !f.more {
		return f.list
	}
	return append(f.list, flow.Fault{
		Sheet: f.sheet, Alasan: "Masih ada kesalahan lain. Mohon perbaiki yang tercantum, lalu coba lagi.",
	})
}
