package main

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow/berkas"
)

// importChild is a command that brings one kind of file in.
func importChild(a *app, name string, jenis berkas.JenisBerkas, short, long string) *cobra.Command {
	cmd := &cobra.Command{
		Use: name + " BERKAS.xlsx", Short: short, Long: long, Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return a.importFile(cmd, jenis, args[0]) },
	}
	cmd.Flags().Bool("dry-run", false, "periksa dan laporkan saja, jangan simpan")
	cmd.Flags().Bool("ya", false, "jangan bertanya dahulu")
	cmd.Flags().String("kesalahan", "", "`berkas` Excel untuk diperbaiki, bila ada kesalahan: semua baris, yang salah di atas dan berwarna")
	newFlag(cmd)
	return cmd
}

func importCommand(a *app) *cobra.Command {
	return group("import", "Muat data induk dari berkas Excel atau CSV",
		importChild(a, "pegawai", berkas.BerkasPegawai, "Muat atau perbarui data pegawai",
			`Muat atau perbarui data pegawai dari berkas Excel atau CSV, juga dari ekspor SIASN. Satu baris salah saja, maka tidak
ada yang disimpan; setiap sel yang salah disebutkan. Buat berkas kosong dengan: siip-asn template pegawai BERKAS.xlsx`),
		importChild(a, "panduan", berkas.BerkasPanduan, "Muat atau perbarui panduan jenis diklat",
			`Muat atau perbarui panduan jenis diklat dari berkas Excel atau CSV. Satu baris salah saja, maka tidak ada yang
disimpan. Jenis diklat yang tidak tercantum tetap ada. Buat berkas kosong dengan: siip-asn template panduan BERKAS.xlsx`),
		importChild(a, "usulan", berkas.BerkasUsulan, "Muat usulan dari aplikasi web",
			`Muat usulan dari berkas Export ke Excel aplikasi web SIIP-ASN. Usulan ditandai sebagai impor, masuk rekap periodenya, dan
tidak diberitahukan kepada siapa pun. Data pegawainya harus sudah ada. Berkas yang sama boleh dimuat dua kali.`),
		importChild(a, "riwayat", berkas.BerkasRiwayat, "Muat diklat yang pernah diikuti",
			`Muat riwayat diklat (NIP, Nama Diklat, JP, Tahun atau Tanggal Selesai, Penyelenggara) dari berkas Excel atau CSV. Data
pegawainya harus sudah ada. Berkas yang sama boleh dimuat dua kali.`))
}

func (a *app) importFile(cmd *cobra.Command, jenis berkas.JenisBerkas, path string) error {
	b, err := a.readWorkbook(cmd, jenis, path)
	if err != nil {
		return err
	}
	dryRun, _ := cmd.Flags().GetBool("dry-run")
	sure, _ := cmd.Flags().GetBool("ya")
	j := jobs.Import{Path: path, Book: b, DryRun: true, By: operator("import")}
	if dryRun {
		return a.performImport(cmd, j, true)
	}
	if !sure {
		if j.By.Setuju, err = a.agreesTo(cmd, j); err != nil {
			return err
		}
	}
	j.DryRun = false
	return a.performImport(cmd, j, true)
}

// manyNew is how many new OPD an office that has some is asked about: a file whose OPD are spelt in another way makes as
// many as it has.
const manyNew = 10

// agreesTo asks before an import that probably is not what was meant, and gives the Sidik of what was agreed to; "" when
// there was nothing to ask.
func (a *app) agreesTo(cmd *cobra.Command, j jobs.Import) (sidik string, err error) {
	result, err := a.importResult(cmd, j)
	if err != nil || result.Dampak == nil || !result.Dampak.OPDAda || len(result.Dampak.OPDBaru) <= manyNew {
		return "", err
	}
	for _, opd := range result.Dampak.OPDBaru[:manyNew] {
		like := ""
		if opd.Mirip != "" {
			like = "; mirip dengan yang sudah ada: " + opd.Mirip
		}
		a.say("OPD baru: %s (%d pegawai)%s", opd.Nama, opd.Pegawai, like)
	}
	a.say("... dan %d OPD baru lainnya; semuanya: --dry-run", len(result.Dampak.OPDBaru)-manyNew)
	if !a.agrees(fmt.Sprintf("Berkas ini membuat %d OPD baru. Lanjutkan?", len(result.Dampak.OPDBaru))) {
		return "", errors.New("tidak ada yang disimpan; samakan nama OPD di berkas, atau tambahkan --ya bila memang semuanya OPD baru")
	}
	return result.Sidik, nil
}

// performImport has a workbook imported and says what came of it; with all also what was understood.
func (a *app) performImport(cmd *cobra.Command, j jobs.Import, all bool) error {
	result, err := a.importResult(cmd, j)
	if err != nil {
		return err
	}
	if all {
		most := listed
		if j.DryRun {
			most = 0 // who only looks wants to see all of it
		}
		for _, sentence := range (berkas.Pemahaman{Bacaan: j.Book.Bacaan, Hasil: result}).Kalimat(most) {
			a.say("%s", sentence)
		}
	}
	if refused := office.Refused(result); len(refused) > 0 {
		for _, fault := range refused {
			a.say("%s: %v", j.Path, fault)
		}
		j.Book.Faults = append(j.Book.Faults, refused...)
		if err := a.writeRefused(cmd, j.Path, j.Book); err != nil {
			return err
		}
		return fmt.Errorf("%s: %d kesalahan; tidak ada yang disimpan", j.Path, len(refused))
	}
	fmt.Fprintln(a.stdout, importCount(j.Book.Jenis, result))
	if j.DryRun {
		a.say("Hanya diperiksa, tidak ada yang disimpan.")
	}
	return nil
}

// importResult has a workbook imported where the database is open. It begins a database with its first import. A dry run,
// which is to leave nothing, tries that on one that is thrown away.
func (a *app) importResult(cmd *cobra.Command, j jobs.Import) (result berkas.HasilImpor, err error) {
	c, err := a.config(cmd)
	if err != nil {
		return result, err
	}
	var b bytes.Buffer
	if _, err := os.Stat(c.Database); !errors.Is(err, fs.ErrNotExist) {
		err = a.perform(cmd, j, &b)
		return decoded(&b, result, err)
	}
	if err := mayBegin(cmd, c); err != nil {
		return result, err
	}
	if j.DryRun {
		dir, err := os.MkdirTemp("", "siip-asn-")
		if err != nil {
			return result, err
		}
		defer os.RemoveAll(dir)
		c.Database = filepath.Join(dir, filepath.Base(c.Database))
	}
	err = a.performHere(cmd, c, j, desk.Reply{Say: a.say, Result: &b})
	return decoded(&b, result, err)
}

// decoded reads the result of a job that gives it as gob.
func decoded[T any](b *bytes.Buffer, into T, err error) (T, error) {
	if err != nil {
		return into, err
	}
	err = gob.NewDecoder(b).Decode(&into)
	return into, err
}

// listed is how many of a list the command line names when it imports; a dry run names all.
const listed = 20

// importCount is the line about what came of an import.
func importCount(jenis berkas.JenisBerkas, r berkas.HasilImpor) string {
	if jenis != berkas.BerkasPegawai {
		what := map[berkas.JenisBerkas]string{berkas.BerkasPanduan: "jenis diklat", berkas.BerkasUsulan: "usulan", berkas.BerkasRiwayat: "riwayat"}[jenis]
		return fmt.Sprintf("%s: %d baru, %d berubah, %d sama", what, r.Baru, r.Berubah, r.Sama)
	}
	return fmt.Sprintf("pegawai: %d baru, %d berubah (%d pindah OPD), %d sama", r.Baru, r.Berubah, r.Pindah, r.Sama)
}
