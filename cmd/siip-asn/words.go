package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"unicode"

	"siip-asn/store"
)

// say writes a line for people.
func (a *app) say(format string, args ...any) {
	fmt.Fprintln(a.stderr, harmless(fmt.Sprintf(format, args...)))
}

// complain says why a command has not worked, and what to do now where that is known.
func (a *app) complain(err error) {
	a.say("siip-asn: %s", inWords(err))
	var damaged *store.DamagedError
	if errors.As(err, &damaged) {
		a.say("Pulihkan dari salinan yang utuh: siip-asn restore BERKAS. Salinan tiap malam ada di folder backup.dir; berkas yang rusak jangan dihapus dahulu.")
	}
}

// harmless takes out of a text what a terminal would act on instead of showing it: words of people and of files come along.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
}

// troubles are what mostly happens to files, in the words of the person at the keyboard.
var troubles = []struct {
	err   error
	words string
}{
	{fs.ErrNotExist, "berkas atau foldernya tidak ada"},
	{fs.ErrPermission, "pengguna ini tidak mempunyai izin"},
	{syscall.EISDIR, "itu folder, bukan berkas"},
	{syscall.ENOTDIR, "sebagian jalurnya bukan folder"},
	{syscall.ENOSPC, "ruang cakram habis"},
	{syscall.EROFS, "cakramnya hanya dapat dibaca"},
}

// inWords is the text of an error with what the system says of a file put into Indonesian; what is rare stays as it is.
func inWords(err error) string {
	var file *fs.PathError
	if !errors.As(err, &file) {
		return err.Error()
	}
	for _, t := range troubles {
		if errors.Is(file.Err, t.err) {
			return strings.ReplaceAll(err.Error(), file.Error(), file.Path+": "+t.words)
		}
	}
	return err.Error()
}
