package undangan

import (
	"strings"
	"unicode"

	"siip-asn/flow"
	"siip-asn/flow/spelling"
)

// Name is the file name of the activation sheet of an OPD.
func Name(opd flow.OPD) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, spelling.Clip(opd.Nama, 60))
	return "Aktivasi_" + strings.TrimRight(plain, "_") + ".pdf"
}
