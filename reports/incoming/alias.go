package incoming

import (
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/judul"
)

// What offices call the columns of the form, the surest first. Titles are compared without case, spaces and punctuation.
var (
	aliasNIP = []string{"NIP Baru", "NIP Pegawai", "Nomor Induk Pegawai", "NIP/NI PPPK", "NIP/NIPPPK", "NIP/NI PPPK/NRP", "NI PPPK", "NIPPPK", "NIP PNS", "NIP ASN", "NIP 18 digit", "Nomor Induk"}

	aliasNama = []string{"Nama Lengkap", "Nama Pegawai", "Nama dan Gelar", "Nama Lengkap dan Gelar", "Nama & Gelar", "Nama ASN", "Nama PNS", "Nama Lengkap Pegawai", "Nama Pegawai dan Gelar", "Nama/Gelar"}

	aliasJabatan = []string{"Nama Jabatan", "Jabatan Nama", "Jabatan Terakhir", "Jabatan Sekarang", "Jabatan Saat Ini", "Jabatan Pegawai", "Uraian Jabatan"}

	aliasJenjang = []string{"Jenjang Jabatan", "Jenis Jabatan", "Jabatan Jenjang", "Kelompok Jabatan", "Tingkat Jabatan", "Level Jabatan", "Eselon", "Eselon Jabatan", "Jabatan Eselon"}

	aliasEselon = []string{"Eselon", "Eselon Nama", "Eselon Jabatan", "Jabatan Eselon", "Eselonering"}

	aliasOPD = []string{"Nama OPD", "Perangkat Daerah", "Organisasi Perangkat Daerah", "SKPD", "Nama SKPD", "Unit Kerja", "OPD/Unit Kerja", "Unit Kerja/OPD", "Nama Unit Kerja", "Unit Organisasi", "Satuan Kerja", "Satker", "Instansi", "Instansi Unit Kerja", "UNOR", "UNOR Nama", "Dinas"}

	aliasHP = []string{"Nomor HP", "No Handphone", "Nomor Handphone", "HP", "No HP/WA", "HP/WA", "No WA", "Nomor WA", "No WhatsApp", "Nomor WhatsApp", "WhatsApp", "Handphone", "No Telepon", "Nomor Telepon", "Telepon", "No Telp", "Telp", "No Telp/HP", "Telepon/HP", "Telepon Seluler", "Ponsel", "Kontak"}

	aliasNilai = []string{"Nilai Uji Kompetensi", "Nilai Talentpool", "Skor Kompetensi", "Hasil Uji Kompetensi", "Nilai Ukom", "Nilai"}

	aliasRekomendasi = []string{"Rekomendasi Dari Hasil Talentpool", "Rekomendasi Talentpool", "Rekomendasi Hasil Talentpool", "Rekomendasi Hasil"}

	aliasPeran = []string{"Role", "Peran Admin", "Hak Akses", "Akses", "Peran Pengguna"}

	aliasStatus = []string{"Status Pegawai", "Status Keaktifan", "Kedudukan Hukum", "Status Kepegawaian", "Keaktifan"}

	aliasNIPLama = []string{"NIP Sebelumnya", "NIP Semula"}

	aliasOPDLama = []string{"Nama OPD Lama", "OPD Sebelumnya", "OPD Semula", "Unit Kerja Lama"}
)

// jenjangAlias are the words under which offices have the jenjang, without case, spaces and punctuation.
var jenjangAlias = map[flow.Jenjang][]string{
	flow.JPTPratama:         {"jpt", "jabatanpimpinantinggipratama", "pimpinantinggipratama", "jabatanpimpinantinggi", "pratama", "jptp"},
	flow.Administrator:      {"jabatanadministrator", "ja", "strukturaladministrator"},
	flow.Pengawas:           {"jabatanpengawas", "strukturalpengawas"},
	flow.FungsionalTertentu: {"jft", "jf", "fungsional", "jabatanfungsional", "jabatanfungsionaltertentu", "fungsionalkeahlian", "fungsionalketerampilan"},
	flow.FungsionalUmum:     {"jfu", "pelaksana", "jabatanpelaksana", "jabatanfungsionalumum", "staf", "staff", "stafpelaksana"},
}

// jenjangOf reads a jenjang in our words, or in those of an office: "Pelaksana", "JFT", "Eselon III.a", "II.b".
func jenjangOf(s string) (flow.Jenjang, bool) {
	if j, ok := flow.ParseJenjang(s); ok {
		return j, true
	}
	key := judul.Key(s)
	for _, j := range flow.Jenjangs {
		if slices.Contains(jenjangAlias[j], key) || judul.Key(string(j)) == key {
			return j, true
		}
	}
	return eselonOf(key)
}

// structural tells a jenis jabatan that leaves the jenjang to the eselon.
func structural(s string) bool {
	key := strings.TrimPrefix(judul.Key(s), "jabatan")
	return key == "struktural"
}

// eselonOf reads the jenjang of an eselon, "eseloniiia" or "iva", or the number that SIASN has for it, "31".
func eselonOf(key string) (flow.Jenjang, bool) {
	key = strings.TrimPrefix(strings.TrimPrefix(key, "struktural"), "eselon")
	key = strings.TrimRight(key, "abcde")
	switch key {
	case "ii", "2", "21", "22":
		return flow.JPTPratama, true
	case "iii", "3", "31", "32":
		return flow.Administrator, true
	case "iv", "4", "41", "42":
		return flow.Pengawas, true
	}
	return "", false
}

// The words of the column Status, without case, spaces and punctuation. Tables that call it so and hold PNS or PPPK name
// those who are there.
var (
	statusAktif = []string{"aktif", "pns", "cpns", "pppk", "asn", "pnsaktif", "pppkaktif", "tugasbelajar"}

	statusSebab = map[flow.Sebab][]string{
		flow.Pensiun:   {"pensiun", "bup", "mencapaibup", "purnatugas", "mpp"},
		flow.Pindah:    {"pindah", "mutasi", "mutasikeluar", "pindahinstansi", "pindahkeluar"},
		flow.Meninggal: {"meninggal", "meninggaldunia", "wafat", "almarhum"},
		flow.Berhenti:  {"berhenti", "diberhentikan", "mengundurkandiri", "pemberhentian", "keluar"},
	}
)
