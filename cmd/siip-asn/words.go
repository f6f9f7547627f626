package main

import (
	"errors"
	"fmt"
	"strings"
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
