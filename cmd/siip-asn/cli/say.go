package cli

import (
	"errors"
	"fmt"

	"siip-asn/cmd/siip-asn/words"
	"siip-asn/store"
)

// Say writes a line for people.
func (a *App) Say(format string, args ...any) {
	fmt.Fprintln(a.Stderr, words.Harmless(fmt.Sprintf(format, args...)))
}

// Complain says why a command has not worked, and what to do now where that is known.
func (a *App) Complain(err error) {
	a.Say("siip-asn: %s", words.Of(err))
	var damaged *store.DamagedError
	if errors.As(err, &damaged) {
		a.Say("Pulihkan dari salinan yang utuh: siip-asn restore BERKAS. Salinan tiap malam ada di folder backup.dir; berkas yang rusak jangan dihapus dahulu.")
	}
}
