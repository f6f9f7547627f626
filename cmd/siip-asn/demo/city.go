package demo

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
)

// The sample world of the demo: invented people, born in 1901. Their NIPs are well-formed and impossible.

// People is how many there are when nobody asks for more.
const People = 60

// Account is the Telegram account of the n-th of them, counted from 1.
func Account(n int) flow.AccountID { return flow.AccountID(7_100_000_000) + flow.AccountID(n) }

// Phone is his number, the same in the master data and in his Telegram account.
func Phone(n int) identitas.HP { return identitas.HP(fmt.Sprintf("+6281100%06d", n)) }

func sampleNIP(n int) identitas.NIP {
	return identitas.NIP(fmt.Sprintf("1901%02d%02d%04d%02d%d%03d",
		1+n%12, 1+n/12%28, 1925+n/336%40, 1+n/13440%12, 1+n%2, 1+n%999))
}

var (
	sampleFirst = []string{
		"AMIRUDDIN", "BAYU", "CITRA", "DEWANTI", "ERLANGGA", "FATIMAH", "GALANG", "HASNAH", "INDRAWAN", "JUWITA",
		"KARTIKA", "LUKMAN", "MELATI", "NUGRAHA", "OKTAVIA", "PRAMONO", "QORIAH", "RATNASARI", "SURYADI", "TRIANA",
		"UMAR", "VERAWATI", "WISNU", "YULIANTI", "ZAINAL",
	}
	sampleLast = []string{
		"CONTOHNA", "MISALWAN", "REKAANTO", "UMPAMAWATI", "KARANGSARI", "KHAYALI", "ANDAIWAN", "SEANDAINI", "TIRUANTO", "LAKONSARI",
		"DONGENGTO", "FIKSINA",
	}
	sampleGelar = []string{", S.E.", ", S.Kom.", ", S.Sos., M.Si.", "", ", S.Pd.", ", A.Md.", ", S.H.", ", S.T."}
)

// sampleUmum is what a Fungsional Umum does, in every OPD.
var sampleUmum = []string{"Pengadministrasi Umum", "Analis Data dan Informasi", "Bendahara", "Pengelola Kepegawaian"}

// sampleJenjang gives each ten people of an OPD their jenjang, the lower ones more often.
var sampleJenjang = [10]flow.Jenjang{
	flow.Administrator, flow.Pengawas, flow.FungsionalTertentu, flow.FungsionalUmum, flow.FungsionalUmum,
	flow.FungsionalTertentu, flow.FungsionalUmum, flow.FungsionalUmum, flow.Pengawas, flow.FungsionalTertentu,
}

// sampleKepala is the place of whoever heads an OPD.
const sampleKepala = 6

// sampleRow is the n-th person, at this place of an OPD, as he stands in the workbook of pegawai. The second of each OPD is
// its Admin OPD, and in the second OPD the third one too; the last of the usual six has none, and every tenth of more. The
// first OPD has two Admin SIIP-ASN.
func sampleRow(n, opd, place int) imports.BarisPegawai {
	office := sampleOPDs[opd]
	row := imports.BarisPegawai{
		Cell: fmt.Sprintf("A%d", n+1), NIP: sampleNIP(n), HP: Phone(n), OPD: office.nama,
		Nama: sampleFirst[n*7%len(sampleFirst)] + " " + sampleLast[n*5%len(sampleLast)] + sampleGelar[n%len(sampleGelar)],
	}
	row.Jenjang, row.Jabatan = office.jabatan(place)
	if n%3 == 0 || n%4 == 1 { // has followed the Uji Kompetensi
		row.Nilai = fmt.Sprintf("%d,%d", 65+n%30, n%10)
		row.Rekomendasi = []string{"VISIONARY LEADERSHIP", "STRATEGIC THINKING", ""}[n/3%3]
	}
	row.AdminSIIP = opd == 0 && (place == 0 || place == 2)
	row.AdminOPD = opd%10 != sampleUsual-1 && (place == 1 || opd == 1 && place == 2)
	if row.AdminOPD {
		row.Jabatan, row.Jenjang = "Kepala Sub Bagian Umum dan Kepegawaian", flow.Pengawas
	}
	return row
}

// Rows is the whole workbook of pegawai of a city of so many.
func Rows(people int) imports.PegawaiImport {
	list := imports.PegawaiImport{Columns: imports.PegawaiColumns{HP: true, Nilai: true, Rekomendasi: true, Peran: true}}
	n := 0
	for opd, size := range sizes(people) {
		for place := range size {
			n++
			list.Rows = append(list.Rows, sampleRow(n, opd, place))
		}
	}
	return list
}
