package intake

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow/imports"
	"siip-asn/reports/incoming"
)

// faultsSaid is how many faults of a file are said; all of them stand in the file of --kesalahan.
const faultsSaid = 200

// Read reads a file, and says its faults, each on a line of its own. With --kesalahan the file comes back with all its
// rows, the wrong ones first.
func Read(a *cli.App, cmd *cobra.Command, jenis imports.Kind, path string) (b office.Workbook, err error) {
	if err := cli.Readable(path); err != nil {
		return b, err
	}
	f, err := os.Open(path)
	if err != nil {
		return b, fmt.Errorf("berkas tidak dapat dibuka: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "read", Path: path, Err: syscall.EISDIR}
	}
	if err != nil {
		return b, fmt.Errorf("berkas tidak dapat dibuka: %w", err)
	}
	b, err = office.ReadWorkbook(cmd.Context(), jenis, f, info.Size())
	switch {
	case cmd.Context().Err() != nil:
		return b, fmt.Errorf("%s: %w; tidak ada yang disimpan", path, jobs.ErrStopped)
	case err != nil:
		return b, fmt.Errorf("%s: %w", path, err)
	case len(b.Faults) == 0:
		return b, nil
	}
	if b.Resembles != "" {
		return b, ofAnotherKind(path, b)
	}
	for _, sentence := range (imports.Preview{Understood: b.Understood}).OfFile(faultsSaid) {
		a.Say("%s", sentence)
	}
	for _, fault := range b.Faults[:min(len(b.Faults), faultsSaid)] {
		a.Say("%s: %v", path, fault)
	}
	if more := len(b.Faults) - faultsSaid; more > 0 {
		a.Say("%s: dan %d kesalahan lain", path, more)
	}
	if err := writeFaults(a, cmd, f, info.Size(), b); err != nil {
		return b, err
	}
	return b, fmt.Errorf("%s: %d kesalahan; tidak ada yang disimpan", path, len(b.Faults))
}

// ofAnotherKind names the way of a file whose columns are those of another kind: what is missing for the kind that was asked
// for is no help then.
func ofAnotherKind(path string, b office.Workbook) error {
	way := fmt.Sprintf("muat dengan: siip-asn import %s %s", b.Resembles, path)
	if b.Resembles == imports.KindRencana {
		way = "kirim berkasnya ke bot sebagai Admin SIIP-ASN"
	}
	return fmt.Errorf("%s: isinya tampaknya %s, bukan %s; tidak ada yang disimpan; %s", path, b.Resembles, b.Kind, way)
}

// writeRefused writes a file back whose rows are right in themselves, and that what is known refuses.
func writeRefused(a *cli.App, cmd *cobra.Command, path string, b office.Workbook) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("berkas tidak dapat dibuka: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("berkas tidak dapat dibuka: %w", err)
	}
	return writeFaults(a, cmd, f, info.Size(), b)
}

// writeFaults writes the file back for who mends it, where the command was told to.
func writeFaults(a *cli.App, cmd *cobra.Command, r io.ReaderAt, size int64, b office.Workbook) error {
	out, _ := cmd.Flags().GetString("kesalahan")
	if out == "" {
		a.Say("Berkas untuk diperbaiki, dengan baris yang salah di atas dan berwarna: tambahkan --kesalahan perbaiki.xlsx")
		return nil
	}
	guard := a.Outputs(cmd)
	out, err := cli.WithEnding(guard, out, ".xlsx")
	if err != nil {
		return err
	}
	if err := guard.New(out, func(w io.Writer) error { return incoming.WriteFaults(cmd.Context(), w, r, size, b) }); err != nil {
		return err
	}
	fmt.Fprintln(a.Stdout, out)
	return nil
}
