package sample

import (
	"fmt"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/jejak"
)

// Undangan are n codes as they are handed out, for a bot of that username; "" has no links.
func Undangan(n int, bot string) []aktivasi.Undangan {
	list := make([]aktivasi.Undangan, n)
	for i := range list {
		kode := aktivasi.NewKode([12]byte{byte(i), byte(i / 7), 3, byte(i * 5), 5, 6, 7, 8, 9, 10, byte(i * 3), 12})
		list[i] = aktivasi.Undangan{
			NIP: NIP(i), Nama: Nama[i%len(Nama)], OPD: OPD[i*i%7%5],
			Kode: kode, Link: flow.Aturan{Bot: bot}.Link(kode), Sampai: "2026-12-07",
		}
	}
	return list
}

// Jejak are n entries of a trail, each with the hash of the one before.
func Jejak(n int) []jejak.Baris {
	var last jejak.Entry
	rows := make([]jejak.Baris, n)
	for i := range rows {
		e := jejak.Entry{
			At: Made.Add(time.Duration(i-n) * time.Minute).UTC(), Usulan: flow.UsulanID(1 + i/3), Pegawai: 1, Oleh: 2,
			OlehNama: "BUDI KENCANA PUTRA, S.IP., M.Si.", Peran: flow.AdminOPD, Aksi: flow.Teruskan,
			Dari: flow.Masuk, Ke: flow.Diteruskan,
		}
		if i%3 == 1 {
			e.Aksi, e.Ke, e.Keterangan = flow.Revisi, flow.Direvisi, "Mohon pilih diklat yang sesuai.\nTerima kasih."
		}
		if i%3 == 2 {
			e.Aksi, e.Ke, e.Ubah = flow.Edit, flow.Belum, []jejak.Perubahan{
				{Kolom: "Usulan Diklat", Sebelum: "Pelatihan SPBE", Sesudah: "Pelatihan Tata Naskah Dinas"},
				{Kolom: "Rekomendasi", Sesudah: fmt.Sprintf("VISIONARY %d", i)},
			}
		}
		last = e.After(last)
		rows[i] = jejak.Baris{Entry: last, PegawaiNama: Nama[i%len(Nama)], PegawaiNIP: NIP(i)}
	}
	return rows
}
