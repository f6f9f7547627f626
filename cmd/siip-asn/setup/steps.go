package setup

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/codes"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/intake"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/words"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
)

// name has the office's name in the config, and whom to ask for help.
func (s *setup) name() error {
	for _, key := range []struct{ flag, key, now, question, standard string }{
		{"instansi", "instansi.nama", s.config.Instansi, "Nama instansi", config.Defaults().Instansi},
		{"kontak", "bantuan.kontak", s.config.Kontak, "Siapa yang dihubungi pegawai yang tidak dapat masuk (nama dan nomor)", ""},
	} {
		value, given := s.flagged(key.flag)
		switch {
		case given:
		case key.now != key.standard:
			s.Say("%s: %s", key.question, key.now)
			continue
		default:
			value, _ = s.Ask(key.question + " (Enter: lewati):") // nobody there is a skip
		}
		if value == "" {
			s.later("Isi %s di %s, misalnya dengan: siip-asn mulai --%s \"...\"", key.key, s.ConfigPath, key.flag)
			continue
		}
		if err := s.set(key.key, value); err != nil {
			return err
		}
		s.Say("%s: %s", key.question, value)
	}
	return nil
}

// pegawai has master data in the database.
func (s *setup) pegawai() error {
	state, err := s.state()
	if err != nil {
		return err
	}
	if state.Pegawai > 0 {
		s.Say("Sudah ada %d pegawai di %d OPD.", state.Pegawai, state.OPD)
	} else {
		s.Say("Berkas Excel atau CSV, juga ekspor SIASN. Berkas kosong dengan petunjuk: siip-asn template pegawai pegawai.xlsx")
	}
	if err := s.bringIn("pegawai", imports.KindPegawai, state.Pegawai > 0); err != nil {
		return err
	}
	if state, err = s.state(); err != nil {
		return err
	}
	if state.Pegawai == 0 {
		s.later("Muat data pegawai: siip-asn import pegawai BERKAS.xlsx")
	}
	if n := len(state.NoAdmin); n > 0 {
		s.later("Belum mempunyai Admin OPD, sehingga usulannya menunggu Admin SIIP-ASN: %d OPD (%s).", n,
			imports.Listed(state.NoAdmin, 5, func(nama string) string { return nama }))
	}
	return nil
}

// bringIn imports a file of a flag or one that is typed: shown first, applied when that is agreed to. A file that is wrong
// is said, and another is asked for.
func (s *setup) bringIn(flag string, jenis imports.Kind, optional bool) error {
	if path, given := s.flagged(flag); given {
		return s.importAgreed(jenis, path)
	}
	if optional && s.sure {
		return nil
	}
	for {
		path, err := s.Ask("Nama berkas " + flag + " (Enter: lewati):")
		if err != nil || path == "" {
			return nil
		}
		path = strings.Trim(path, `"'`) // as a file manager pastes it
		if err := s.importAgreed(jenis, path); err == nil {
			return nil
		} else {
			s.Say("%s", words.Of(err))
		}
	}
}

// importAgreed shows what a file changes, asks, and applies it.
func (s *setup) importAgreed(jenis imports.Kind, path string) error {
	b, err := intake.Read(s.App, s.cmd, jenis, path)
	if err != nil {
		return err
	}
	s.withAdmin(&b)
	j := jobs.Import{Path: path, Book: b, DryRun: true, By: cli.Operator("mulai")}
	result, err := intake.Result(s.App, s.cmd, j)
	if err != nil {
		return err
	}
	if result.Impact != nil {
		s.gone = result.Impact.NotAktif
	}
	for _, sentence := range (imports.Preview{Understood: b.Understood, Result: result}).Sentences(intake.Listed) {
		s.Say("%s", sentence)
	}
	s.Say("%s", intake.Count(jenis, result))
	if !result.Changes() {
		s.Say("Tidak ada yang berubah.")
		return nil
	}
	if !s.wants("Terapkan?") {
		s.later("Terapkan %s: siip-asn import %s %s", path, jenis, path)
		return nil
	}
	if j.DryRun, j.By.Agreed = false, result.Fingerprint; !s.sure {
		if _, err := intake.Agreed(s.App, s.cmd, jobs.Import{Path: path, Book: b, DryRun: true, By: j.By}); err != nil {
			return err
		}
	}
	return intake.Perform(s.App, s.cmd, j, false)
}

// withAdmin adds the role Admin SIIP-ASN to the row of whom --admin names. The file would otherwise take the role away that the
// admin step gave in an earlier run, and the same flags would not give the same office twice.
func (s *setup) withAdmin(b *office.Workbook) {
	text, _ := s.flagged("admin")
	nip, err := identitas.ParseNIP(text)
	for i := range b.Pegawai.Rows {
		if err == nil && b.Pegawai.Rows[i].NIP == nip {
			b.Pegawai.Rows[i].AdminSIIP = true
		}
	}
}

// admin has somebody who is Admin SIIP-ASN.
func (s *setup) admin() error {
	state, err := s.state()
	if err != nil {
		return err
	}
	nip, given := s.flagged("admin")
	switch {
	case given:
		return s.makeAdmin(nip)
	case len(state.Admins) > 0:
		s.Say("Sudah ada: %s", strings.Join(state.Admins, "; "))
		return nil
	case state.Pegawai == 0:
		s.Say("Menunggu data pegawai.")
	}
	for state.Pegawai > 0 {
		nip, err := s.Ask("NIP pegawai BKPSDM yang menjadi Admin SIIP-ASN pertama (Enter: lewati):")
		if err != nil || nip == "" {
			break
		}
		if err := s.makeAdmin(nip); err == nil {
			return nil
		} else {
			s.Say("%s", words.Of(err))
		}
	}
	s.later("Tetapkan Admin SIIP-ASN pertama: siip-asn mulai --admin NIP")
	return nil
}

func (s *setup) makeAdmin(text string) error {
	nip, err := identitas.ParseNIP(text)
	if err != nil {
		return err
	}
	return s.Perform(s.cmd, jobs.Admin{NIP: nip, By: cli.Operator("mulai")}, io.Discard)
}

// panduan has the office's own list of diklat, when it has one: the guide's ships with the program.
func (s *setup) panduan() error {
	state, err := s.state()
	if err != nil {
		return err
	}
	s.Say("Panduan berisi %d jenis diklat; bawaannya tujuh dari buku panduan SIIP-ASN.", state.Panduan)
	s.Say("Daftar milik kantor dapat ditambahkan: siip-asn template panduan panduan.xlsx, isi, lalu sebutkan di sini.")
	return s.bringIn("panduan", imports.KindPanduan, true)
}

// codes has everybody hold a code.
func (s *setup) codes() error {
	state, err := s.state()
	if err != nil {
		return err
	}
	if state.Pegawai == 0 {
		s.Say("Menunggu data pegawai.")
		s.later("Bagikan kode aktivasi: siip-asn invite --all --slip slip")
		return nil
	}
	s.Say("Terhubung: %d pegawai. Memegang kode yang masih berlaku: %d. Belum mempunyai kode: %d.", state.Bound, state.Held, state.Without)
	for_, given := s.flagged("kode")
	if !given && state.Without > 0 {
		for_, _ = s.Ask("Buat kode aktivasi untuk siapa? [admin/semua/tidak]") // nobody there is no
	}
	switch strings.ToLower(for_) {
	case "admin":
		if err := codes.HandOut(s.App, s.cmd, jobs.NewCodes{Admin: true}, codes.Place{}, true); err != nil {
			return err
		}
	case "semua":
		folder, _ := s.flagged("slip")
		if folder == "" {
			folder = freeFolder("slip")
		}
		if err := codes.HandOut(s.App, s.cmd, jobs.NewCodes{But: s.goneNIPs()}, codes.Place{Folder: folder}, true); err != nil {
			return err
		}
		s.Say("Slip siap dicetak dan dibagikan, satu berkas per OPD.")
	}
	return s.codesLeft()
}

// goneNIPs are the NIP of those who get no code.
func (s *setup) goneNIPs() (list []identitas.NIP) {
	for _, who := range s.gone {
		list = append(list, who.NIP)
	}
	return list
}

// codesLeft says who has no code yet.
func (s *setup) codesLeft() error {
	state, err := s.state()
	if err == nil && len(s.gone) > 0 {
		s.later("Tidak diberi kode karena tidak Aktif menurut berkas (%d): %s. Nonaktifkan melalui /kelola di bot (Pegawai), atau isi kolom Status.",
			len(s.gone), imports.Listed(s.gone, 5, func(o imports.Orang) string { return o.Nama }))
	}
	if err == nil && state.Without > 0 {
		s.later("Pegawai yang belum mempunyai kode aktivasi: %d. Buat kodenya: siip-asn invite --all --slip slip", state.Without)
	}
	if err == nil && len(state.Admins) > 0 && state.Reachable == 0 {
		s.later("Admin SIIP-ASN belum terhubung: minta ia membuka tautan kodenya (siip-asn invite --nip NIP), atau menekan Kirim Nomor HP di bot.")
	}
	return err
}

// freeFolder is a name that no folder has yet, so that slips that were printed earlier are not written over.
func freeFolder(name string) string {
	free := name
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); errors.Is(err, os.ErrNotExist) {
			return free
		}
		free = fmt.Sprintf("%s-%d", name, n)
	}
}
