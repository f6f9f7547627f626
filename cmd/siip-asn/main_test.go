package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
	bolt "go.etcd.io/bbolt"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/machine"
	"siip-asn/cmd/siip-asn/process"
)

// TestMain lets the test binary be the program itself, for the scripts and for the tests that kill it.
func TestMain(m *testing.M) {
	if os.Getenv(process.BeTheProgram) != "" {
		beTheProgram()
		return
	}
	testscript.Main(m, map[string]func(){"siip-asn": main})
}

// beTheProgram is main, with a clock that a test can move.
func beTheProgram() {
	file := os.Getenv(process.TestClock)
	if file == "" {
		main()
		return
	}
	machine.BearLimits()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &cli.App{Stdout: os.Stdout, Stderr: os.Stderr, Environ: os.Environ(), Now: func() time.Time {
		text, _ := os.ReadFile(file)
		ahead, _ := time.ParseDuration(string(text))
		return time.Now().Add(ahead)
	}}
	os.Exit(a.Run(ctx, os.Args[1:], rootCommand))
}

// TestCommands runs the scripts of testdata/perintah: what is typed, what comes back, and the exit status.
func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/perintah", RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"workbook": scriptWorkbook, "damage": scriptDamage, "newer": scriptNewer, "older": scriptOlder, "exits": scriptExits},
	})
}

// scriptWorkbook makes a workbook of a text: workbook FILE.xlsx SHEET FILE.txt, cells parted by " | ".
func scriptWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	f := excelize.NewFile()
	defer f.Close()
	ts.Check(f.SetSheetName("Sheet1", args[1]))
	for n, line := range strings.Split(strings.TrimSpace(ts.ReadFile(args[2])), "\n") {
		var row []any
		for cell := range strings.SplitSeq(line, "|") {
			row = append(row, strings.TrimSpace(cell))
		}
		at, err := excelize.CoordinatesToCellName(1, n+1)
		ts.Check(err)
		ts.Check(f.SetSheetRow(args[1], at, &row))
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0])))
}

// scriptDamage writes over the pages of a database, but for the first two: with those it would be no database at all.
func scriptDamage(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_RDWR, 0)
	ts.Check(err)
	defer f.Close()
	_, err = f.WriteAt([]byte(strings.Repeat("rusak", 20_000)), int64(2*os.Getpagesize()))
	ts.Check(err)
}

// scriptNewer makes a database one that a later version of the program has written.
func scriptNewer(ts *testscript.TestScript, _ bool, args []string) {
	db, err := bolt.Open(ts.MkAbs(args[0]), 0o600, nil)
	ts.Check(err)
	defer db.Close()
	ts.Check(db.Update(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("meta")).Put([]byte("schema"), []byte{0, 0, 0, 0, 0, 0, 0, 99})
	}))
}

// scriptOlder puts a database of the first schema there.
func scriptOlder(ts *testscript.TestScript, _ bool, args []string) {
	packed, err := os.ReadFile(filepath.Join(testFolder, "campaign", "testdata", "skema-1.db.gz"))
	ts.Check(err)
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	ts.Check(err)
	file, err := io.ReadAll(unpacked)
	ts.Check(err)
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o700))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), file, 0o600))
}

// testFolder is where the tests of this package began.
var testFolder, _ = os.Getwd()

// scriptExits runs a command and looks at its exit status: exits 2 siip-asn …
func scriptExits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	if got := status0(err); got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}

func status0(err error) string {
	if err == nil {
		return "0"
	}
	return strings.TrimPrefix(err.Error(), "exit status ")
}
