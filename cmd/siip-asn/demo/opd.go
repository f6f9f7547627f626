package demo

import "siip-asn/flow"

// sampleOPD is an office of the sample city.
type sampleOPD struct {
	nama          string
	puncak        flow.Jenjang // of whoever heads it
	kepala        string
	administrator string
	tenaga        string // Fungsional Tertentu
	berat         int    // how large it is beside the others, where they differ
}

func dinas(nama, administrator, tenaga string, berat int) sampleOPD {
	return sampleOPD{"Dinas " + nama, flow.JPTPratama, "Kepala Dinas", administrator, tenaga, berat}
}

func badan(nama, administrator, tenaga string, berat int) sampleOPD {
	return sampleOPD{"Badan " + nama, flow.JPTPratama, "Kepala Badan", administrator, tenaga, berat}
}

// kecamatan is headed by a Camat, who is an Administrator.
func kecamatan(nama string, berat int) sampleOPD {
	return sampleOPD{"Kecamatan Lubuk Contoh " + nama, flow.Administrator, "Camat", "Sekretaris Camat", "Pranata Komputer Terampil", berat}
}

// sekolah and puskesmas are small offices of their own; whoever heads one is an Administrator.
func sekolah(nama string) sampleOPD {
	return sampleOPD{"SMP Negeri " + nama + " Lubuk Contoh", flow.Administrator, "Kepala Sekolah", "Wakil Kepala Sekolah", "Guru Ahli Pertama", 40}
}

func puskesmas(nama string) sampleOPD {
	return sampleOPD{"Puskesmas " + nama, flow.Administrator, "Kepala Puskesmas", "Kepala Tata Usaha", "Bidan Terampil", 35}
}

// sampleOPDs are the offices of the city. The usual sample world has the first six, all of one size; a larger one has as
// many as a city of its size, and they differ as those do: from Pendidikan with a quarter of all to some with a dozen.
var sampleOPDs = []sampleOPD{
	badan("Kepegawaian dan Pengembangan Sumber Daya Manusia", "Kepala Bidang Pengembangan Kompetensi", "Analis SDM Aparatur Ahli Muda", 45),
	dinas("Kesehatan", "Kepala Bidang Kesehatan Masyarakat", "Perawat Terampil", 420),
	dinas("Pendidikan dan Kebudayaan", "Kepala Bidang Pembinaan Guru", "Guru Ahli Muda", 1300),
	dinas("Pekerjaan Umum dan Penataan Ruang", "Kepala Bidang Bina Marga", "Penata Ruang Ahli Pertama", 110),
	kecamatan("Timur", 60),
	{"Satuan Polisi Pamong Praja", flow.JPTPratama, "Kepala Satuan", "Kepala Bidang Ketertiban Umum", "Polisi Pamong Praja Terampil", 180},
	{"Sekretariat Daerah", flow.JPTPratama, "Asisten Administrasi Umum", "Kepala Bagian Organisasi", "Analis Kebijakan Ahli Muda", 240},
	{"Rumah Sakit Umum Daerah", flow.JPTPratama, "Direktur", "Kepala Bidang Pelayanan", "Perawat Ahli Pertama", 520},
	{"Sekretariat DPRD", flow.JPTPratama, "Sekretaris DPRD", "Kepala Bagian Persidangan", "Perisalah Legislatif Ahli Muda", 55},
	{"Inspektorat", flow.JPTPratama, "Inspektur", "Inspektur Pembantu Wilayah I", "Auditor Ahli Muda", 50},
	badan("Perencanaan Pembangunan Daerah", "Kepala Bidang Ekonomi", "Perencana Ahli Muda", 45),
	badan("Pengelolaan Keuangan dan Aset Daerah", "Kepala Bidang Anggaran", "Analis Keuangan Ahli Muda", 60),
	badan("Pendapatan Daerah", "Kepala Bidang Penagihan", "Analis Pajak Ahli Pertama", 60),
	badan("Kesatuan Bangsa dan Politik", "Kepala Bidang Ideologi", "Analis Kebijakan Ahli Pertama", 25),
	badan("Penanggulangan Bencana Daerah", "Kepala Bidang Kedaruratan", "Penata Penanggulangan Bencana", 35),
	badan("Penelitian dan Pengembangan", "Kepala Bidang Inovasi", "Peneliti Ahli Pertama", 14),
	dinas("Perhubungan", "Kepala Bidang Lalu Lintas", "Penguji Kendaraan Terampil", 75),
	dinas("Lingkungan Hidup", "Kepala Bidang Persampahan", "Pengawas Lingkungan Ahli Pertama", 80),
	dinas("Sosial", "Kepala Bidang Rehabilitasi Sosial", "Pekerja Sosial Ahli Pertama", 35),
	dinas("Kependudukan dan Pencatatan Sipil", "Kepala Bidang Pendaftaran Penduduk", "Administrator Database Terampil", 40),
	dinas("Komunikasi dan Informatika", "Kepala Bidang E-Government", "Pranata Komputer Ahli Pertama", 35),
	dinas("Tenaga Kerja", "Kepala Bidang Penempatan", "Pengantar Kerja Ahli Pertama", 30),
	dinas("Koperasi dan UKM", "Kepala Bidang Usaha Mikro", "Pengawas Koperasi Ahli Pertama", 28),
	dinas("Perdagangan dan Perindustrian", "Kepala Bidang Metrologi", "Penera Terampil", 45),
	dinas("Perikanan", "Kepala Bidang Budidaya", "Penyuluh Perikanan Terampil", 24),
	dinas("Pertanian", "Kepala Bidang Tanaman Pangan", "Penyuluh Pertanian Ahli Pertama", 65),
	dinas("Ketahanan Pangan", "Kepala Bidang Konsumsi", "Analis Ketahanan Pangan Ahli Pertama", 22),
	dinas("Perumahan dan Kawasan Permukiman", "Kepala Bidang Perumahan", "Teknik Tata Bangunan Ahli Pertama", 30),
	dinas("Penanaman Modal dan PTSP", "Kepala Bidang Perizinan", "Penata Perizinan Ahli Muda", 32),
	dinas("Pemuda dan Olahraga", "Kepala Bidang Keolahragaan", "Pelatih Olahraga Terampil", 26),
	dinas("Pariwisata", "Kepala Bidang Destinasi", "Adyatama Kepariwisataan Ahli Pertama", 24),
	dinas("Perpustakaan dan Kearsipan", "Kepala Bidang Kearsipan", "Arsiparis Terampil", 28),
	dinas("Pemberdayaan Perempuan dan Perlindungan Anak", "Kepala Bidang Perlindungan Anak", "Penata KKB Ahli Pertama", 20),
	dinas("Pengendalian Penduduk dan KB", "Kepala Bidang Keluarga Berencana", "Penyuluh KB Terampil", 34),
	dinas("Pemadam Kebakaran", "Kepala Bidang Operasi", "Pemadam Kebakaran Terampil", 70),
	kecamatan("Barat", 70), kecamatan("Utara", 60), kecamatan("Selatan", 55), kecamatan("Tengah", 45), kecamatan("Hulu", 40), kecamatan("Hilir", 30),
	puskesmas("Contoh Raya"), puskesmas("Contoh Permai"), puskesmas("Contoh Indah"), puskesmas("Contoh Asri"), puskesmas("Contoh Baru"),
	puskesmas("Contoh Lestari"), puskesmas("Contoh Jaya"), puskesmas("Contoh Mulya"),
	sekolah("1"), sekolah("2"), sekolah("3"), sekolah("4"), sekolah("5"), sekolah("6"), sekolah("7"),
	{"Museum Daerah", flow.Administrator, "Kepala Museum", "Kepala Tata Usaha", "Pamong Budaya Ahli Pertama", 10},
	{"Gudang Farmasi", flow.Administrator, "Kepala Gudang", "Kepala Tata Usaha", "Asisten Apoteker Terampil", 8},
	{"Laboratorium Lingkungan", flow.Administrator, "Kepala Laboratorium", "Kepala Tata Usaha", "Pengendali Dampak Lingkungan", 9},
	{"Balai Latihan Kerja", flow.Administrator, "Kepala Balai", "Kepala Tata Usaha", "Instruktur Ahli Pertama", 16},
}

const (
	sampleUsual  = 6  // offices of the usual sample world
	samplePeople = 40 // pegawai for each office that a larger one has beyond that
	sampleLeast  = 4  // pegawai of the smallest
)

// sizes says how many pegawai each office has in a world of so many: their sum is people.
func sizes(people int) []int {
	offices := sampleOPDs[:min(max(people/samplePeople, sampleUsual), len(sampleOPDs))]
	if len(offices) == sampleUsual {
		list := make([]int, sampleUsual)
		for n := range people {
			list[n*sampleUsual/people]++
		}
		return list
	}
	total := 0
	for _, o := range offices {
		total += o.berat
	}
	var list []int
	left := people
	for _, o := range offices[1:] {
		size := max(people*o.berat/total, sampleLeast)
		list, left = append(list, size), left-size
	}
	return append([]int{left}, list...) // what rounding leaves is the first one's
}

// jabatan is what the person at this place of the OPD does.
func (o sampleOPD) jabatan(place int) (flow.Jenjang, string) {
	switch j := sampleJenjang[place%len(sampleJenjang)]; {
	case place == sampleKepala:
		return o.puncak, o.kepala
	case j == flow.Administrator:
		return j, o.administrator
	case j == flow.Pengawas:
		return j, "Kepala Sub Bagian Keuangan"
	case j == flow.FungsionalTertentu:
		return j, o.tenaga
	default:
		return flow.FungsionalUmum, sampleUmum[place%len(sampleUmum)]
	}
}
