package percakapan_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan"
)

// TestWhomToAskIsNamed: whoever is sent to an admin whom he cannot know reads the contact of the office.
func TestWhomToAskIsNamed(t *testing.T) {
	t.Parallel()
	const kontak = "Bidang Pengembangan, 0733-0000001"
	s := stageWith(t, t.TempDir(), percakapan.Step, flow.Aturan{Kontak: kontak})
	budi, tamu, wati := s.people["Budi"], s.people["Tamu"], s.people["Wati"]
	names := func(what string, who flow.AccountID) {
		t.Helper()
		if text := s.lastText(who); !strings.Contains(text, kontak) {
			t.Errorf("%s: %s", what, text)
		}
	}
	s.act(tamu, "mengetik /start")
	names("the login", tamu)
	s.enter(budi)
	s.enter(wati)
	s.act(tamu, "mengetik "+s.codes["Sari"])
	s.act(tamu, "mengetuk Batal")
	s.now = s.now.Add(15 * 24 * time.Hour)
	s.act(tamu, "mengetik "+s.codes["Sari"])
	names("an expired code", tamu)
	for range 5 {
		s.act(tamu, "mengetik ABCD-EFGH-JKMN")
	}
	names("a closed door", tamu)
	for _, line := range []string{"mengetik /kelola", "mengetuk Pegawai", "mengetik budi", "mengetuk 1. BUDI CONTOH, S.Kom.", "mengetuk Putuskan Akun", "mengetuk Ya, Lanjutkan"} {
		s.act(wati, line)
	}
	if text := s.allText(budi); !strings.Contains(text, "dapat diminta melalui "+kontak) {
		t.Errorf("a release: %s", text)
	}
	s.act(wati, "mengetik /bantuan")
	names("the help", wati)
	s.close()
}

// TestAnAnnouncementLeadsToTheOwnUsulan: who has proposed already is not told to propose.
func TestAnAnnouncementLeadsToTheOwnUsulan(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	budi, sari, wati := s.people["Budi"], s.people["Sari"], s.people["Wati"]
	for _, who := range []flow.AccountID{sari, wati} {
		s.enter(who)
	}
	s.proposes("Budi", "Pelatihan Arsip Digital")
	for _, line := range []string{"mengetik /kelola", "mengetuk Periode", "mengetuk Umumkan 2026", "mengetuk Ya, Lanjutkan"} {
		s.act(wati, line)
	}
	s.finish()
	if text := s.textWith(budi, "dibuka"); !strings.Contains(text, "Anda sudah mengusulkan Pelatihan Arsip Digital (USULAN MASUK).") || strings.Contains(text, "tekan Tambah") {
		t.Errorf("Budi reads %q", text)
	}
	if text := s.textWith(sari, "dibuka"); !strings.Contains(text, "Silakan tekan Tambah") {
		t.Errorf("Sari reads %q", text)
	}
	s.close()
}

// TestTheListOfAdminsFitsAPhone: an office may have many Admin SIIP-ASN; they are a list with pages.
func TestTheListOfAdminsFitsAPhone(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	wati := s.people["Wati"]
	s.enter(wati)
	rows := imports.PegawaiImport{Columns: imports.PegawaiColumns{Peran: true}}
	for i := range 25 {
		rows.Rows = append(rows.Rows, imports.BarisPegawai{
			NIP: nipOf(100 + i), Nama: fmt.Sprintf("ADMIN %02d", i), Jabatan: "Analis", Jenjang: flow.Pengawas, OPD: "Dinas Kesehatan", AdminSIIP: true,
		})
	}
	if _, err := s.store.ImportPegawai(rows, imports.ImportCommand, s.now, false, nil); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"mengetik /kelola", "mengetuk Pegawai", "mengetuk Admin SIIP-ASN", "mengetuk Berikutnya ›", "mengetuk Berikutnya ›"} {
		s.act(wati, line)
		messages := s.chats[wati].messages
		if wrong := tooMuch(messages[len(messages)-1].screen); len(wrong) > 0 {
			t.Errorf("%s: %q", line, wrong)
		}
	}
	if text := s.lastText(wati); !strings.Contains(text, "21–27 dari 27") {
		t.Error(text)
	}
	s.close()
}
