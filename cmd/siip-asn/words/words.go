// Package words puts what the system says of files and addresses into the words of the person at the keyboard. It imports
// nothing of the project. A newcomer calls Of for an error and Harmless for a text.
package words

import (
	"cmp"
	"errors"
	"io/fs"
	"net"
	"strings"
	"syscall"
	"unicode"
)

// Harmless takes out of a text what a terminal would act on instead of showing it: words of people and of files come along.
func Harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
}

// troubles are what mostly happens to files and addresses, in the words of the person at the keyboard.
var troubles = []struct {
	number syscall.Errno
	words  string
}{
	{syscall.ENOENT, "berkas atau foldernya tidak ada"},
	{syscall.EACCES, "pengguna ini tidak mempunyai izin"},
	{syscall.EPERM, "pengguna ini tidak mempunyai izin"},
	{syscall.EISDIR, "itu folder, bukan berkas"},
	{syscall.ENOTDIR, "sebagian jalurnya bukan folder"},
	{syscall.ENOSPC, "ruang cakram habis"},
	{syscall.EROFS, "cakramnya hanya dapat dibaca"},
	{syscall.EADDRINUSE, "alamat itu sedang dipakai program lain"},
	{syscall.EADDRNOTAVAIL, "komputer ini tidak mempunyai alamat itu"},
	{syscall.ECONNREFUSED, "tidak ada yang menjawab di alamat itu"},
}

// Of is the text of an error with what the system says of a file or an address put into Indonesian; what is rare
// stays as it is.
func Of(err error) string {
	text := err.Error()
	var file *fs.PathError
	if errors.As(err, &file) {
		text = strings.ReplaceAll(text, file.Error(), file.Path+": "+file.Err.Error())
	}
	text = ofLine(text, err)
	var address *net.OpError
	var number syscall.Errno
	if errors.As(err, &address) && address.Addr != nil && errors.As(address, &number) {
		text = strings.ReplaceAll(text, address.Error(), address.Addr.String()+": "+number.Error())
	}
	for _, t := range troubles {
		text = strings.ReplaceAll(text, t.number.Error(), t.words)
	}
	return text
}

// ofLine says why an address cannot be used where no number of the system tells it: it is none, its name is not known, or
// nothing came in time.
func ofLine(text string, err error) string {
	var name *net.DNSError
	var line *net.OpError
	var wrong *net.AddrError
	said, words := "", ""
	if errors.As(err, &line) {
		said = line.Error()
	}
	switch {
	case errors.As(err, &wrong):
		said, words = cmp.Or(said, wrong.Error()), wrong.Addr+": alamat atau port ini tidak benar; port adalah angka 0 sampai 65535"
	case errors.As(err, &name):
		said, words = cmp.Or(said, name.Error()), name.Name+": alamat server tidak dapat dicari; periksa sambungan internet"
	case line != nil && line.Timeout() && line.Addr != nil:
		words = line.Addr.String() + ": server tidak menjawab pada waktunya; periksa sambungan internet"
	default:
		return text
	}
	return strings.ReplaceAll(text, said, words)
}
