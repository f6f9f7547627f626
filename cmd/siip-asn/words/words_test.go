package words

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"syscall"
	"testing"
)

func TestOf(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, inUse := net.Listen("tcp", taken.Addr().String())
	_, missing := os.Open("tidak-ada")
	_, noPort := net.Listen("tcp", "127.0.0.1:99999")
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("http.addr: %w", inUse), "http.addr: " + taken.Addr().String() + ": alamat itu sedang dipakai program lain"},
		{fmt.Errorf("config: %w", missing), "config: tidak-ada: berkas atau foldernya tidak ada"},
		{&fs.PathError{Op: "write", Path: "x.db", Err: syscall.ENOSPC}, "x.db: ruang cakram habis"},
		{errors.New("meta 0 copy: write x.db: no space left on device"), "meta 0 copy: write x.db: ruang cakram habis"}, // as bbolt says it
		{fmt.Errorf("getMe: %w", &net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: "api.contoh"}}),
			"getMe: api.contoh: alamat server tidak dapat dicari; periksa sambungan internet"},
		{fmt.Errorf("getMe: %w", &net.OpError{Op: "dial", Net: "tcp", Addr: taken.Addr(), Err: os.ErrDeadlineExceeded}),
			"getMe: " + taken.Addr().String() + ": server tidak menjawab pada waktunya; periksa sambungan internet"},
		{noPort, "99999: alamat atau port ini tidak benar; port adalah angka 0 sampai 65535"},
		{errors.New("sesuatu yang jarang"), "sesuatu yang jarang"},
	} {
		if got := Of(c.err); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
