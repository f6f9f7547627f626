package sheet

import "fmt"

// Error says why a file as a whole cannot be read. Its text is a sentence for the person who sent the file, in
// Indonesian; Err is the cause for the log, if there is one.
type Error struct {
	Reason string
	Err    error
}

// Error is the sentence for the person.
func (e *Error) Error() string { return e.Reason }

// Unwrap gives the cause; nil when there is none.
func (e *Error) Unwrap() error { return e.Err }

// Refuse makes an Error with its cause.
func Refuse(cause error, form string, args ...any) error {
	return &Error{Reason: fmt.Sprintf(form, args...), Err: cause}
}

// What is wrong with whole files.
const (
	notTable = "Berkas ini bukan tabel Excel (.xlsx) atau CSV (.csv). Mohon buka dengan Excel atau LibreOffice, simpan sebagai Excel Workbook (.xlsx), lalu coba lagi."
	noBytes  = "Berkas ini kosong (0 byte). Mohon periksa berkasnya, lalu coba lagi."
	oldBook  = "Berkas ini berformat Excel lama (.xls). Mohon buka berkas itu, pilih Simpan Sebagai > Excel Workbook (.xlsx), lalu coba lagi."
	binBook  = "Berkas ini berformat Excel biner (.xlsb). Mohon buka berkas itu, pilih Simpan Sebagai > Excel Workbook (.xlsx), lalu coba lagi."
	openDoc  = "Berkas ini berformat OpenDocument (.ods). Mohon buka berkas itu, pilih Simpan Sebagai > Excel Workbook (.xlsx), lalu coba lagi."
	webPage  = "Berkas ini sebenarnya halaman web, meskipun namanya berakhiran .xls. Mohon buka dengan Excel, pilih Simpan Sebagai > Excel Workbook (.xlsx), lalu coba lagi."
	xmlBook  = "Berkas ini berformat XML, bukan berkas Excel. Mohon buka dengan Excel, pilih Simpan Sebagai > Excel Workbook (.xlsx), lalu coba lagi."
	locked   = "Berkas ini dilindungi kata sandi. Mohon hapus kata sandinya, simpan, lalu coba lagi."
	// TooBig is said of a file that would take more than it may.
	TooBig      = "Isi berkas ini terlalu besar untuk dibaca. Mohon bagi menjadi beberapa berkas, atau salin datanya ke templat yang baru."
	damaged     = "Berkas ini rusak atau tidak lengkap. Mohon buka dan simpan ulang dengan Excel atau LibreOffice, lalu coba lagi."
	noSheet     = "Berkas ini tidak berisi lembar data. Bila lembarnya disembunyikan, mohon tampilkan dahulu (Unhide), simpan, lalu coba lagi."
	tooManyRows = "Lembar %q berisi lebih dari %d baris. Mohon bagi menjadi beberapa berkas."
	openQuote   = "Tanda kutip (\") yang dibuka pada baris %d tidak ditutup. Mohon perbaiki, atau simpan tabelnya sebagai Excel Workbook (.xlsx)."
)

// rescue turns a panic over a hostile file into a refusal of the file.
func rescue(err *error) {
	if p := recover(); p != nil {
		*err = Refuse(fmt.Errorf("panic: %v", p), damaged)
	}
}
