package reports

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
)

var pamer = flag.String("pamer", "", "directory into which TestPamer writes one of each file, to be looked at")

// TestPamer writes one of each file for somebody who wants to see them: go test -run Pamer ./reports -pamer DIR.
func TestPamer(t *testing.T) {
	if *pamer == "" {
		t.Skip("no -pamer directory")
	}
	all := writers()
	all["salah.xlsx"] = func(w io.Writer) error {
		file := wrongBook(t)
		_, faults, _ := readPegawai(file)
		return WriteSalah(w, bytes.NewReader(file), int64(len(file)), faults)
	}
	for name, write := range all {
		if err := os.WriteFile(filepath.Join(*pamer, name), bytesOf(t, write), 0o600); err != nil {
			t.Error(err)
		}
	}
}
