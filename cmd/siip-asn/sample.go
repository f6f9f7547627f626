package main

import (
	"fmt"

	"siip-asn/flow"
)

// The sample world of the demo: invented people, born in 1901, in six OPD. Their NIPs are well-formed and impossible.

// samplePeople is how many there are when nobody asks for more.
const samplePeople = 60

// sampleAccount is the Telegram account of the n-th of them, counted from 1.
func sampleAccount(n int) flow.AccountID { return flow.AccountID(7_100_000_000 + n) }

// samplePhone is his number, the same in the master data and in his Telegram account.
func samplePhone(n int) flow.HP { return flow.HP(fmt.Sprintf("+6281100%06d", n)) }

func sampleNIP(n int) flow.NIP {
	return flow.NIP(fmt.Sprintf("1901%02d%02d%04d%02d%d%03d",
		1+n%12, 1+n/12%28, 1925+n/336%40, 1+n/13440%12, 1+n%2, 1+n%999))
}

var sampleOPDs = []string{
	"Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
	"Dinas Kesehatan",
	"Dinas Pendidikan dan Kebudayaan",
	"Dinas Pekerjaan Umum dan Penataan Ruang",
	"Kecamatan Lubuk Contoh Timur",
	"Satuan Polisi Pamong Praja",
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

// sampleJabatan are a few jabatan of each jenjang.
var sampleJabatan = map[flow.Jenjang][]string{
	flow.JPTPratama:         {"Kepala Dinas", "Kepala Badan", "Sekretaris Daerah"},
	flow.Administrator:      {"Sekretaris", "Kepala Bidang Pengembangan Kompetensi", "Kepala Bidang Perencanaan", "Camat"},
	flow.Pengawas:           {"Kepala Sub Bagian Umum dan Kepegawaian", "Kepala Sub Bagian Keuangan", "Kepala Seksi Pelayanan"},
	flow.FungsionalTertentu: {"Pranata Komputer Ahli Pertama", "Analis Kepegawaian", "Guru Ahli Muda", "Perawat Terampil"},
	flow.FungsionalUmum:     {"Pengadministrasi Umum", "Analis Data dan Informasi", "Bendahara", "Pengelola Kepegawaian"},
}

// sampleJenjang gives each ten people every jenjang, the lower ones more often.
var sampleJenjang = [10]flow.Jenjang{
	flow.Administrator, flow.Pengawas, flow.FungsionalTertentu, flow.FungsionalUmum, flow.FungsionalUmum,
	flow.FungsionalTertentu, flow.JPTPratama, flow.FungsionalUmum, flow.Pengawas, flow.FungsionalTertentu,
}

// sampleRow is the n-th person as he stands in the workbook of pegawai. The second of each OPD is its Admin OPD, and in
// the second OPD the third one too; the last OPD has none. The first OPD has two Admin SIIP-ASN.
func sampleRow(n, people int) flow.BarisPegawai {
	opd := (n - 1) * len(sampleOPDs) / people
	place := (n - 1) - (opd*people+len(sampleOPDs)-1)/len(sampleOPDs)
	row := flow.BarisPegawai{
		Sel: fmt.Sprintf("A%d", n+1), NIP: sampleNIP(n), HP: samplePhone(n), OPD: sampleOPDs[opd],
		Nama:    sampleFirst[n*7%len(sampleFirst)] + " " + sampleLast[n*5%len(sampleLast)] + sampleGelar[n%len(sampleGelar)],
		Jenjang: sampleJenjang[place%10],
	}
	jabatan := sampleJabatan[row.Jenjang]
	row.Jabatan = jabatan[n%len(jabatan)]
	if n%3 == 0 || n%4 == 1 { // has followed the Uji Kompetensi
		row.Nilai = fmt.Sprintf("%d,%d", 65+n%30, n%10)
		row.Rekomendasi = []string{"VISIONARY LEADERSHIP", "STRATEGIC THINKING", ""}[n/3%3]
	}
	row.AdminSIIP = opd == 0 && (place == 0 || place == 2)
	row.AdminOPD = opd < len(sampleOPDs)-1 && (place == 1 || opd == 1 && place == 2)
	if row.AdminOPD {
		row.Jabatan, row.Jenjang = "Kepala Sub Bagian Umum dan Kepegawaian", flow.Pengawas
	}
	return row
}

// sampleRows is the whole workbook of pegawai.
func sampleRows(people int) flow.ImporPegawai {
	list := flow.ImporPegawai{Kolom: flow.KolomPegawai{HP: true, Nilai: true, Rekomendasi: true, Peran: true}}
	for n := 1; n <= people; n++ {
		list.Baris = append(list.Baris, sampleRow(n, people))
	}
	return list
}
