package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestInWords(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, inUse := net.Listen("tcp", taken.Addr().String())
	_, missing := os.Open("tidak-ada")
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("http.addr: %w", inUse), "http.addr: " + taken.Addr().String() + ": alamat itu sedang dipakai program lain"},
		{fmt.Errorf("config: %w", missing), "config: tidak-ada: berkas atau foldernya tidak ada"},
		{&fs.PathError{Op: "write", Path: "x.db", Err: syscall.ENOSPC}, "x.db: ruang cakram habis"},
		{errors.New("meta 0 copy: write x.db: no space left on device"), "meta 0 copy: write x.db: ruang cakram habis"}, // as bbolt says it
		{errors.New("sesuatu yang jarang"), "sesuatu yang jarang"},
	} {
		if got := inWords(c.err); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// closedPaper takes nothing.
type closedPaper struct{}

func (closedPaper) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// TestAResultThatNobodyGetsHasNotWorked prints to a full disk.
func TestAResultThatNobodyGetsHasNotWorked(t *testing.T) {
	o := newOffice(t)
	sh := o.shell()
	for _, args := range [][]string{{"version"}, {"invite", "--all"}, {"check"}} {
		var say strings.Builder
		a := &app{stdout: closedPaper{}, stderr: &say, now: time.Now}
		if got := a.run(context.Background(), append(args, "--config", sh.config)); got != failed {
			t.Errorf("%s: exit status %d", args[0], got)
		}
		if !strings.Contains(say.String(), "hasilnya tidak dapat ditulis: ruang cakram habis") {
			t.Errorf("%s: %s", args[0], say.String())
		}
	}
}
