package backup

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"siip-asn/store/boltfile"
)

// The seal of a copy is its fingerprint in a file beside it, as sha256sum writes it. By it every bit that has changed since
// the copy was made is seen, also one inside a name. A second line, a comment for sha256sum, notes what the copy holds. The
// database itself has none: it changes all the time.
type seal struct {
	sum  []byte
	note string
}

func sealPath(path string) string { return path + ".sha256" }

func writeSeal(path string, s seal) error {
	line := hex.EncodeToString(s.sum) + "  " + filepath.Base(path) + "\n"
	if s.note != "" {
		line += "# " + s.note + "\n"
	}
	if err := os.WriteFile(sealPath(path), []byte(line), 0o600); err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	return nil
}

// breakSeal removes the seal of what a copy takes the place of.
func breakSeal(path string) error { return removeIfThere(sealPath(path)) }

// CheckSeal compares a copy with its seal, if it has one. The error is a *boltfile.DamagedError or that of the file system.
func CheckSeal(path string) error {
	line, err := os.ReadFile(sealPath(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	text, _, _ := bytes.Cut(line, []byte(" "))
	want, err := hex.DecodeString(string(text))
	if err != nil || len(want) != sha256.Size {
		return nil // a seal that was cut off says nothing
	}
	is, err := fingerprint(path)
	if err == nil && !bytes.Equal(is, want) {
		return &boltfile.DamagedError{Path: path, Problems: []string{"isinya berubah sejak salinan dibuat (lihat " + sealPath(path) + ")"}}
	}
	return err
}

func fingerprint(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	hash := sha256.New()
	_, err = io.Copy(hash, f)
	return hash.Sum(nil), err
}
