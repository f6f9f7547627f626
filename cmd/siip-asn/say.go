package main

import (
	"errors"
	"fmt"

	"siip-asn/cmd/siip-asn/words"
	"siip-asn/store"
)

// say writes a line for people.
func (a *app) say(format string, args ...any) {
	fmt.Fprintln(a.stderr, words.Harmless(fmt.Sprintf(format, args...)))
}

// complain says why a command has not worked, and what to do now where that is known.
func (a *app) complain(err error) {
	a.say("siip-asn: %s", words.Of(err))
	var damaged *store.DamagedError
	if errors.As(err, &damaged) {
		a.say("Pulihkan dari salinan yang utuh: siip-asn restore BERKAS. Salinan tiap malam ada di folder backup.dir; berkas yang rusak jangan dihapus dahulu.")
	}
}
