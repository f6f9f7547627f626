package main

import (
	"slices"
	"strings"
	"testing"

	"siip-asn/bot/simulator"
)

// journeys are ways through the running program that no other test goes: every button is written out, goes over the wire and is
// read back. A step is "ketik", "tekan" or "baris" with words, "lihat" with what a message then says,
// or "mulai ulang" of the program.
var journeys = []struct {
	name  string
	steps []string
}{
	{"who has left is shown without his account", []string{
		"tekan Kelola", "tekan Pegawai", "ketik BUDI", "lihat Kelola Pegawai: 1–1 dari 1", "tekan 1", "lihat Akun Telegram: terhubung sejak",
		"tekan Nonaktifkan", "tekan pensiun", "ketik 31-12-2199", "lihat Tanggal itu belum tiba", "ketik 01-01-2026", "lihat pensiun sejak 01-01-2026)?",
		"tekan Ya, Lanjutkan", "lihat Status: Nonaktif (pensiun sejak 01-01-2026)\nAkun Telegram: belum terhubung", "tekan Aktifkan Kembali",
	}},
	{"NIP, Rekomendasi, role and account of a pegawai", []string{
		"tekan Kelola", "tekan Pegawai", "ketik BUDI", "lihat Kelola Pegawai: 1–1 dari 1", "tekan 1",
		"tekan Ubah Data", "tekan NIP", "ketik 190101011925012001", "tekan Simpan", "lihat NIP: 190101011925012001\nJabatan",
		"tekan Ubah Data", "tekan Rekomendasi", "ketik Prioritas", "tekan Simpan", "lihat Rekomendasi: Prioritas\nPeran",
		"tekan Jadikan Admin OPD", "tekan Ya, Lanjutkan", "lihat Peran: Pegawai · Admin OPD", "tekan Cabut Admin OPD", "tekan Ya, Lanjutkan",
		"tekan Putuskan Akun", "tekan Ya, Lanjutkan", "lihat Akun Telegram: belum terhubung", "tekan Undang", "lihat Undangan untuk BUDI",
	}},
	{"names of an OPD and of the panduan, a title merged", []string{
		"tekan Kelola", "tekan OPD", "baris Dinas Kesehatan", "tekan Ubah Nama", "ketik Dinas Sehat", "tekan Ya, Lanjutkan", "lihat Dinas Sehat\n",
		"tekan Lembar Aktivasi", "tekan Ya, Lanjutkan", "lihat Lembar aktivasi Dinas Sehat: 2 pegawai",
		"ketik /start", "tekan Kelola", "tekan Panduan", "baris Pelatihan SPBE", "tekan Ubah Nama", "ketik Pelatihan Pemerintahan Digital",
		"lihat Jenis Diklat: Pelatihan Pemerintahan Digital",
		"ketik /start", "tekan Kelola", "tekan Jejak Audit", "lihat → Pelatihan Pemerintahan Digital (Teknis, semua jenjang, Aktif)\n",
		"ketik /start", "tekan Kelola", "tekan Judul Manual", "baris " + titleOf("Budi"), "tekan Pilih dari panduan",
		"baris Pelatihan Pemerintahan Digital", "lihat kini dihitung sebagai Pelatihan Pemerintahan Digital",
	}},
	{"a budget with a name", []string{
		"tekan Rekap", "tekan Simulasi", "ketik 250 juta", "tekan Paling diminati", "tekan Simpan sebagai Skenario", "ketik Hemat",
		"lihat 1. Hemat: Rp250.000.000", "tekan 1", "tekan Ubah Nama", "ketik Sangat hemat", "lihat 1. Sangat hemat: Rp250.000.000",
		"tekan 1", "tekan Hapus Skenario",
	}},
	{"Rekomendasi by Edit, and filters", []string{
		"tekan Kelola", "tekan Pegawai", "ketik BUDI", "lihat Kelola Pegawai: 1–1 dari 1", "tekan 1", "tekan Ubah Data", "tekan Nilai Kompetensi",
		"ketik 81,25", "tekan Simpan", "tekan Lihat Usulan", "tekan Edit", "tekan Pakai yang ada", "ketik Prioritas 2027", "tekan Simpan",
		"lihat Rekomendasi Dari Hasil Talentpool: Prioritas 2027", "ketik /start", "tekan Daftar", "tekan Filter", "tekan Rekomendasi",
		"baris Prioritas 2027", "tekan Filter (1)", "tekan Status", "baris USULAN MASUK", "lihat Rekomendasi: Prioritas 2027; Status: USULAN MASUK",
	}},
	{"deleted for a reason with a number, with buttons from before a restart", []string{
		"tekan Daftar", "tekan 1", "mulai ulang", "tekan History", "lihat Simpan → USULAN MASUK", "tekan Kembali", "tekan Hapus", "lihat 1. Usulan ganda.",
		"mulai ulang", "tekan 2", "lihat Alasan Hapus:", "tekan Ya, Hapus", "lihat DIHAPUS oleh WATI CONTOH",
	}},
	{"ticked, refused for a reason with a number, and its history", []string{
		"tekan Daftar", "tekan Centang", "tekan ☐ 1", "tekan Tolak", "tekan 2", "lihat Alasan Tolak:", "tekan Simpan", "lihat Tolak selesai: 1 berhasil.",
		"ketik /start", "tekan Daftar", "tekan 1", "tekan History", "lihat Diklat yang sama sudah pernah diikuti.",
	}},
}

// TestTheJourneysOfAnAdmin goes through the journeys, each in an office of its own.
func TestTheJourneysOfAnAdmin(t *testing.T) {
	t.Parallel()
	for _, j := range journeys {
		t.Run(j.name, func(t *testing.T) {
			t.Parallel() // it waits most of the time
			o := newOffice(t)
			o.config.PerSecond, o.config.ChatPerSecond = 20_000, 20_000
			o.run()
			defer func() { o.stop() }()
			budi, wati := o.person(1, "Budi"), o.person(4, "Wati")
			budi.enters()
			(&town{rig: o, people: map[string]*human{"Budi": budi}}).proposes("Budi")
			wati.enters()
			wati.Send("/start")
			for _, step := range j.steps {
				wati.goes(step)
			}
		})
	}
}

// goes takes one step of a journey. A button that stands there already may be the one of the screen before: what is still on its
// way is waited for first.
func (h *human) goes(step string) {
	h.o.t.Helper()
	act, words, _ := strings.Cut(step, " ")
	switch act {
	case "ketik":
		h.Send(words)
	case "tekan":
		if h.stands(words) {
			h.o.quiet()
		}
		h.taps(words)
	case "baris":
		h.o.quiet()
		h.tapsRow(words)
	case "mulai":
		h.o.quiet()
		h.o.stop()
		h.o.run()
	case "lihat":
		h.sees(words)
	default:
		h.o.t.Fatalf("no such step: %q", step)
	}
}

// stands tells whether the chat has a button with these words.
func (h *human) stands(words string) bool {
	return slices.ContainsFunc(h.Chat(), func(m simulator.Message) bool {
		_, there := m.Button(words)
		return there
	})
}
