package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow/imports"
)

// manyNew: a file with more new OPD than this, in an office that has OPD already, is asked about, since one that spells the known
// OPD in another way would make all of them anew.
const manyNew = 10

// Agreed asks before an import that probably is not what was meant, and gives the fingerprint of what was agreed to; "" when there
// was nothing to ask. The error is a sentence for the person who has said no, or that of the import.
func Agreed(a *cli.App, cmd *cobra.Command, j jobs.Import) (fingerprint string, err error) {
	result, err := Result(a, cmd, j)
	if err != nil || result.Impact == nil || !result.Impact.HadOPD || len(result.Impact.NewOPD) <= manyNew {
		return "", err
	}
	for _, opd := range result.Impact.NewOPD[:manyNew] {
		like := ""
		if opd.Near != "" {
			like = "; mirip dengan yang sudah ada: " + opd.Near
		}
		a.Say("OPD baru: %s (%d pegawai)%s", opd.Nama, opd.Pegawai, like)
	}
	a.Say("... dan %d OPD baru lainnya; semuanya: --dry-run", len(result.Impact.NewOPD)-manyNew)
	if !a.Agrees(fmt.Sprintf("Berkas ini membuat %d OPD baru. Lanjutkan?", len(result.Impact.NewOPD))) {
		return "", errors.New("tidak ada yang disimpan; samakan nama OPD di berkas, atau tambahkan --ya bila memang semuanya OPD baru")
	}
	return result.Fingerprint, nil
}

// Perform has a workbook imported and says what came of it; with all also what was understood.
func Perform(a *cli.App, cmd *cobra.Command, j jobs.Import, all bool) error {
	result, err := Result(a, cmd, j)
	if err != nil {
		return err
	}
	if all {
		most := Listed
		if j.DryRun {
			most = 0 // who only looks wants to see all of it
		}
		for _, sentence := range (imports.Preview{Understood: j.Book.Understood, Result: result}).Sentences(most) {
			a.Say("%s", sentence)
		}
	}
	if refused := office.Refused(result); len(refused) > 0 {
		for _, fault := range refused {
			a.Say("%s: %v", j.Path, fault)
		}
		j.Book.Faults = append(j.Book.Faults, refused...)
		if err := writeRefused(a, cmd, j.Path, j.Book); err != nil {
			return err
		}
		return fmt.Errorf("%s: %d kesalahan; tidak ada yang disimpan", j.Path, len(refused))
	}
	fmt.Fprintln(a.Stdout, Count(j.Book.Kind, result))
	if j.DryRun {
		a.Say("Hanya diperiksa, tidak ada yang disimpan.")
	}
	return nil
}

// Result has a workbook imported where the database is open. It begins a database with its first import. A dry run,
// which is to leave nothing, tries that on one that is thrown away.
func Result(a *cli.App, cmd *cobra.Command, j jobs.Import) (result imports.ImportResult, err error) {
	c, err := a.Config(cmd)
	if err != nil {
		return result, err
	}
	var b bytes.Buffer
	if _, err := os.Stat(c.Database); !errors.Is(err, fs.ErrNotExist) {
		err = a.Perform(cmd, j, &b)
		return cli.Decoded(&b, result, err)
	}
	if err := cli.MayBegin(cmd, c); err != nil {
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
	err = a.PerformHere(cmd, c, j, desk.Reply{Say: a.Say, Result: &b})
	return cli.Decoded(&b, result, err)
}

// Listed is how many of a list the command line names when it imports; a dry run names all.
const Listed = 20

// Count is the line about what came of an import.
func Count(jenis imports.Kind, r imports.ImportResult) string {
	if jenis != imports.KindPegawai {
		what := map[imports.Kind]string{imports.KindPanduan: "jenis diklat", imports.KindUsulan: "usulan", imports.KindRiwayat: "riwayat"}[jenis]
		return fmt.Sprintf("%s: %d baru, %d berubah, %d sama", what, r.New, r.Changed, r.Same)
	}
	return fmt.Sprintf("pegawai: %d baru, %d berubah (%d pindah OPD), %d sama", r.New, r.Changed, r.Moved, r.Same)
}
