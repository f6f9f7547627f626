package sample

import (
	"fmt"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
	"siip-asn/flow/identitas"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/reports/paper"
)

// The people here are invented; their NIP are well-formed and impossible.

// Jakarta is WIB, UTC+7.
var Jakarta = time.FixedZone("WIB", 7*3600)

// Made is when every sample was made: a Monday.
var Made = time.Date(2026, 11, 23, 10, 15, 30, 0, Jakarta)

// Instansi is a long name of an office, for what has to fit into one line.
const Instansi = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota Lubuklinggau"

// OPD are five, from a short name to one that needs several lines.
var OPD = []string{
	"Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
	"Dinas Pendidikan dan Kebudayaan",
	"Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana",
	"Kecamatan Lubuklinggau Utara II",
	"Rumah Sakit Umum Daerah Siti Aisyah",
}

// Nama are names of people: long ones, and letters that few typefaces have.
var Nama = []string{
	"SARI MAWAR DAHLIA, S.Pd.", "BUDI KENCANA PUTRA, S.IP., M.Si.", "Nguyễn Thị Ánh Hồng", "DEWI LINTANG, A.Md.Keb.",
	"RADEN MAS CONDRO KUSUMO PURBANINGRAT ADININGRAT, S.E., M.M., Ak., CA.", "ŁUKASZ ŻÓŁĆ", "Şükrü Iğdır", "Þórður Æsa Ðöð",
}

// Manual are titles typed by hand, among them what must never become a formula or markup.
var Manual = []string{
	"Pelatihan Pengadaan Barang/Jasa Pemerintah Tingkat Dasar bagi Pejabat Pembuat Komitmen dan Pejabat Pengadaan di Lingkungan Pemerintah Kota",
	"Bimtek Penyusunan SAKIP & LKjIP", "=HYPERLINK(\"http://contoh.invalid\";\"klik\")", "Diklat Arsiparis <terampil>",
	"Pelatihan Dasar-dasar Statistik", "Diklat Penilik", "Pelatihan Bendahara Pengeluaran",
}

// NIP is the n-th of the impossible NIP; each is well-formed.
func NIP(n int) identitas.NIP {
	born := time.Date(1901, 1, 1+n%365, 0, 0, 0, 0, time.UTC).Format("20060102")
	year, month := 1925+n/(365*999)%60, 1+n/365%12
	return identitas.NIP(fmt.Sprintf("%s%d%02d%d%03d", born, year, month, 1+n%2, 1+n/4380%999))
}

// Data are n rows of a list, with every status, source and length of text among them.
func Data(n int) []daftar.Baris {
	katalog := flow.Katalog()
	rows := make([]daftar.Baris, n)
	for i := range rows {
		row := daftar.Baris{
			Usulan: flow.UsulanID(i + 1), NIP: NIP(i), Nama: Nama[i%len(Nama)],
			Jabatan: "Analis Data dan Informasi", Jenjang: flow.Jenjangs[i*i%5], OPD: OPD[i*7%13%5],
			TanggalUsul: kalender.TanggalOf(time.Date(2026, 1, 2+i%320, 0, 0, 0, 0, Jakarta)),
			Status:      flow.Statuses[i*3%7%5],
		}
		if i%9 == 4 {
			row.Jabatan = "Kepala Sub Bagian Umum dan Kepegawaian pada " + row.OPD
			row.Rekomendasi = "VISIONARY LEADERSHIP"
		}
		if p := katalog[i*i%11%7]; i%5 > 1 {
			row.Diklat, row.Kompetensi = p.Nama, p.Kompetensi
		} else {
			row.Diklat, row.Manual = Manual[i*5%17%7], true
		}
		if row.Status == flow.Direvisi || row.Status == flow.Ditolak {
			row.Oleh, row.OlehPeran = "TONO CONTOH, S.Sos.", flow.AdminOPD
			row.Keterangan = "Mohon pilih diklat yang sesuai dengan tugas jabatan.\nTerima kasih."
		}
		row.Sejak = Made.AddDate(0, 0, -i%40)
		if row.Status == flow.Disetujui || row.Status == flow.Diteruskan {
			row.Oleh, row.OlehPeran, row.LamaOPD = "TONO CONTOH, S.Sos.", flow.AdminOPD, daftar.Lama{Hari: int32(i % 9), Ada: true}
		}
		if row.Status == flow.Disetujui {
			row.Oleh, row.OlehPeran, row.LamaSIIP = "WATI CONTOH, S.H.", flow.AdminSIIP, daftar.Lama{Hari: int32(i % 7), Ada: true}
		}
		if i%8 > 0 {
			row.Lalu = row.Status
		}
		rows[i] = row
	}
	return rows
}

// Rekap counts n usulan of 2026, with a year before that had a third of them.
func Rekap(n int) hitung.Rekap {
	return hitung.New(Aturan(), hitung.Input{Periode: 2026, Dibuat: Made, Baris: Data(n), Pegawai: Pegawai(n, OPD), Before: Data(n / 3)})
}

// Aturan are the rules of an office with everything that stands on its paper.
func Aturan() flow.Aturan {
	return flow.Aturan{
		Instansi: Instansi, InstansiUnit: "Bidang Pengembangan Kompetensi", InstansiAlamat: "Jalan Contoh Nomor 1, Lubuklinggau 31614",
		Kabar: kalender.JamKantor{Hari: []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday}},
		Penandatangan: flow.Penandatangan{
			Jabatan: "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", Nama: "RATNA CONTOH, S.H., M.Si.",
			NIP: "19010101 192501 2 001", Tempat: "Lubuklinggau",
		},
	}
}

// Pegawai are the pegawai of OPD: three times as many as n usulan need.
func Pegawai(n int, opds []string) []hitung.Participation {
	var list []hitung.Participation
	for i, opd := range opds {
		for j, jenjang := range flow.Jenjangs {
			s := hitung.Participation{OPD: opd, Jenjang: jenjang, Pegawai: (n*3/len(opds) + 5*j) / 5, Terhubung: n / len(opds) / 3}
			s.Mengusul = min(s.Pegawai, n*(i+1)/len(opds)/(5+j))
			list = append(list, s)
		}
	}
	return list
}

// Tanda is a code that leads nowhere.
func Tanda() cetakan.Tanda {
	t := cetakan.Tanda{Kode: "V-7K2M-9QPD-X4TA", Link: "https://t.me/siip_asn_contoh_bot?start=v_7K2M9QPDX4TA"}
	t.Anchor = jejak.Anchor{Nomor: 4711, Hash: strings.Repeat("0123456789abcdef", 4)}
	t.PNG, _ = paper.QR(t.Link)
	return t
}

// Header is what stands above a list on paper.
func Header() cetakan.Header {
	return cetakan.Header{
		Aturan: Aturan(), Dibuat: Made, Tanda: Tanda(),
		Saringan: []string{"OPD: " + OPD[2], "Status: DITERUSKAN", "Periode: 2026"},
	}
}
