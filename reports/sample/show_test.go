package sample_test

import (
	"flag"
	"io"
	"maps"
	"os"
	"path/filepath"
	"testing"

	planbook "siip-asn/reports/rencana"
	"siip-asn/reports/sample"
)

var pamer = flag.String("pamer", "", "directory into which TestPamer writes one of each file, to be looked at")

// TestPamer writes one of each file for somebody who wants to see them: go test -run Pamer ./reports/sample -pamer DIR.
func TestPamer(t *testing.T) {
	if *pamer == "" {
		t.Skip("no -pamer directory")
	}
	all := writers()
	maps.Copy(all, pictures())
	maps.Copy(all, papers())
	maps.Copy(all, cities())
	all["rencana.xlsx"] = func(w io.Writer) error { return planbook.Write(w, plan(1500, 60)) }
	for name, write := range all {
		if err := os.WriteFile(filepath.Join(*pamer, name), sample.Bytes(t, write), 0o600); err != nil {
			t.Error(err)
		}
	}
}
