package cetakan

import (
	"strings"
	"unicode"

	"siip-asn/flow/spelling"
)

const (
	payload = "v_"
	letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ" // without those that are taken for others
	size    = 12
	group   = 4
)

// NewKode makes a code of twelve random bytes: sixty bits of them count. It has a digit and a letter at least, so that it is told
// from words in the text that holds it.
func NewKode(random [size]byte) string {
	var kode [size]byte
	for i, r := range random {
		kode[i] = letters[r%32]
	}
	if !mixed(string(kode[:])) {
		kode[0], kode[1] = letters[random[0]%10], letters[10+random[1]%22]
	}
	return string(kode[:])
}

// mixed tells a code from words and numbers: it has letters and digits.
func mixed(s string) bool {
	digits := len(spelling.Digits(s))
	return digits > 0 && digits < len(s)
}

var typos = strings.NewReplacer("O", "0", "I", "1", "L", "1")

// normal is a code as it was meant, in capitals and with the letters that it does not have read as the digits they look
// like; empty where it cannot be one.
func normal(s string) string {
	s = typos.Replace(strings.ToUpper(s))
	if len(s) != size || strings.ContainsFunc(s, func(r rune) bool { return !strings.ContainsRune(letters, r) }) {
		return ""
	}
	return s
}

// ParseKode reads the code in the payload of a link, or as somebody has typed it off the paper after v_.
func ParseKode(s string) (kode string, is bool) {
	s, is = strings.CutPrefix(strings.ToLower(s), payload)
	return normal(strings.NewReplacer("-", "", "_", "", " ", "").Replace(s)), is
}

// FindKode finds a code in whatever holds it, as it is printed (V-7K2M-9QPD-X4TA) or in its link: in a sentence, with any
// dash, space or dot between its groups or none, in small letters. Whole tells that the text is the code and nothing else.
func FindKode(text string) (kode string, whole, found bool) {
	words := strings.FieldsFunc(spelling.Plain(text), func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for i := range words {
		raw, n := kodeAt(words[i:])
		kode := normal(raw)
		if kode != "" && (mixed(raw) || n > 1 && n == len(words)) {
			whole := n == len(words) || strings.Contains(text, "start="+payload) && len(strings.Fields(text)) == 1
			return kode, whole, true
		}
	}
	return "", false, false
}

// kodeAt is what can be the code with which a list of words begins, as it is typed, and how many of them it takes; empty
// where they begin with none.
func kodeAt(words []string) (raw string, n int) {
	rest, is := strings.CutPrefix(strings.ToUpper(words[0]), "V")
	switch {
	case !is:
		return "", 0
	case rest == "" && len(words) > 1 && len(words[1]) == size:
		return words[1], 2
	case rest == "" && len(words) > 3 && len(words[1]) == group && len(words[2]) == group && len(words[3]) == group:
		return words[1] + words[2] + words[3], 4
	case len(rest) == size:
		return rest, 1
	}
	return "", 0
}
