package berkas

// Bacaan is what a file was taken for, before anything of it is looked up or applied.
type Bacaan struct {
	Jenis      JenisBerkas
	Asal       string   // whose export it is ("SIASN"), "" of our own form
	Lembar     string   // the sheet that was read
	LembarLain []string // sheets that hold such a table too, and were not read
	Judul      int      // the row of the header
	Baris      int      // rows below it, right and wrong ones

	Kolom     []KolomBaca // columns that were read, from the left
	Mirip     []KolomBaca // columns that resemble one of ours, and were not read
	TakDibaca int         // other columns

	Bawah, BawahMulai int // rows below the table that were passed over, and where they begin

	Sela, SelaMulai int // titles of groups and sums in the middle of it that were passed over, and the first of them
	Sembunyi        int // rows that are hidden, as by a filter, and were read

	Peringatan     []Fault // what is odd and was taken all the same
	PeringatanLain int     // how many more of those there are
}

// KolomBaca is a column of a file: its title, the cell of that, and the column of ours that it is or resembles.
type KolomBaca struct{ Nama, Judul, Sel string }
