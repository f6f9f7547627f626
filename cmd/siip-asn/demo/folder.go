package demo

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The files of a world.
const (
	worldMark    = "demo-siip-asn.txt" // says that the folder is a demo's: it may be filled, and emptied
	worldDB      = "siip-asn.db"
	worldNew     = "siip-asn.db.baru" // while the sample data are made
	worldSim     = "simulator.json"
	worldYAML    = "config.yaml"
	worldTime    = "clock"
	worldName    = "nama"   // of this world, which no other has: by it a browser knows what it has kept of it
	worldAddress = "alamat" // where the demo that runs shows its page
)

const markText = "Folder ini berisi data contoh siip-asn demo. Isinya boleh dihapus.\n"

// yamlHead begins the config that a demo writes.
const yamlHead = "# Ditulis oleh siip-asn demo.\n"

// RunningError says that a demo has the folder already.
type RunningError struct{ Address string } // of its page, with a slash at its end; may be empty

// Error says in Indonesian where that demo is to be seen.
func (e *RunningError) Error() string {
	if e.Address == "" {
		return "demo dengan data contoh ini sedang disiapkan oleh program lain; alamatnya segera tampil di jendela program itu"
	}
	return "demo dengan data contoh ini sudah berjalan di " + e.Address + "; silakan buka alamatnya di peramban, atau hentikan dahulu dengan Ctrl+C"
}

// Claim takes a folder for a demo: one that is empty, or is not there yet, or bears the mark of a demo. Any other is
// refused, and so is one whose demo runs, with a *RunningError.
func Claim(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	if len(files) > 0 && !marked(dir) {
		return fmt.Errorf("folder %s sudah berisi berkas lain, sehingga tidak dipakai untuk demo; pilih folder kosong dengan --data", dir)
	}
	if address := running(dir); address != "" {
		return &RunningError{address}
	}
	return os.WriteFile(filepath.Join(dir, worldMark), []byte(markText), 0o600)
}

// marked tells whether a folder is a demo's. Demos of earlier versions left no mark, but a config that says so.
func marked(dir string) bool {
	if _, err := os.Lstat(filepath.Join(dir, worldMark)); !errors.Is(err, fs.ErrNotExist) {
		return err == nil
	}
	text, err := os.ReadFile(filepath.Join(dir, worldYAML))
	return err == nil && bytes.HasPrefix(text, []byte(yamlHead))
}

// running is the address of the demo that has a folder now; empty when there is none.
func running(dir string) string {
	text, err := os.ReadFile(filepath.Join(dir, worldAddress))
	address := strings.TrimSpace(string(text))
	if err != nil || address == "" {
		return ""
	}
	client := http.Client{Timeout: 2 * time.Second}
	answer, err := client.Get(address + "demo/state")
	if err != nil {
		return "" // it was killed
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK || answer.Header.Get(folderHeader) != folderName(dir) {
		return "" // somebody else listens there by now
	}
	return address
}

// folderHeader is in which header of its state a demo tells its folder.
const folderHeader = "X-Siip-Asn-Demo"

func folderName(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		return abs
	}
	return dir
}

// Remove takes away the files of a world, and nothing else of the folder, which must have been claimed.
func Remove(dir string) error {
	var errs []error
	for _, name := range []string{worldDB, worldNew, worldSim, worldSim + ".files", worldYAML, worldTime, worldName, worldAddress} {
		errs = append(errs, os.RemoveAll(filepath.Join(dir, name)))
	}
	return errors.Join(errs...)
}
