package masuk

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/reports/buku"
)

// words is a column of free text in a field of the row.
func words[T any](name string, width float64, most int, must bool, field func(*T) *string, about string) column[T] {
	return column[T]{
		Name: name, Width: width, Head: headOf(must), Must: must, About: fmt.Sprintf("%s Paling banyak %d karakter.", about, most),
		Write: func(row T) any { return *field(&row) },
		Read: func(row *T, v cell) string {
			if n := len([]rune(v.Text)); n > most {
				return fmt.Sprintf("%s terlalu panjang (%d karakter); paling banyak %d karakter.", name, n, most)
			}
			*field(row) = v.Text
			return ""
		},
	}
}

// headOf shows on a form which columns must be filled in.
func headOf(must bool) buku.Look {
	if must {
		return buku.Header
	}
	return buku.Optional
}

// unknown says which words there are.
func unknown(name, text string, choices []string) string {
	return fmt.Sprintf("%s %q tidak dikenal; pilih: %s.", name, flow.Clip(text, 40), strings.Join(choices, ", "))
}

func wordsOf[S ~string](list []S) []string {
	all := make([]string, len(list))
	for i, s := range list {
		all[i] = string(s)
	}
	return all
}
