// Package aktivasi is the activation code that binds a Telegram account to a pegawai: how one is made, found in what
// people send, and kept (as a hash only).
//
// It imports flow and what flow imports. A newcomer reads Aktivasi, then FindKode.
package aktivasi

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
)

// Aktivasi is an activation code that was given out: who may use it and until when. Only the hash of the code is kept.
// A pegawai has one valid code at most: a new one takes the place of the old.
type Aktivasi struct {
	Hash    string         `json:"hash"`
	Pegawai flow.PegawaiID `json:"pegawai"`
	Sampai  time.Time      `json:"sampai"`
}

// Undangan is an activation code as it is handed out. The code itself is kept nowhere.
type Undangan struct {
	NIP    identitas.NIP
	Nama   string
	OPD    string
	Kode   string // XXXX-XXXX-XXXX
	Link   string // empty while the bot's name is not known
	Sampai kalender.Tanggal
}

// kodeLetters are Crockford's: none is mistaken for another when it is read aloud or typed from paper.
const kodeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// kodeLength gives 60 bits: with five guesses in 15 minutes none is ever found.
const kodeLength = 12

// NewKode writes an activation code, XXXX-XXXX-XXXX, from random bytes. It has a digit and a letter at least: so it is
// told from words and from numbers in the text that holds it.
func NewKode(random [kodeLength]byte) string {
	var kode [kodeLength]byte
	for i, r := range random {
		kode[i] = kodeLetters[r%32]
	}
	if !mixed(string(kode[:])) {
		kode[0], kode[1] = kodeLetters[random[0]%10], kodeLetters[10+random[1]%22]
	}
	return string(kode[:4]) + "-" + string(kode[4:8]) + "-" + string(kode[8:])
}

// KodeOf is the code of a pegawai on an activation sheet: the same whenever the sheet is made again from its seed, so
// that a sheet which had arrived all the same keeps its codes.
func KodeOf(seed string, p flow.PegawaiID) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "siip-asn/lembar/%s/%d", seed, p))
	return NewKode([kodeLength]byte(sum[:]))
}

var kodeTypos = strings.NewReplacer("-", "", "_", "", " ", "", ".", "", "O", "0", "I", "1", "L", "1")

// NormalKode is the code as it was meant: in capitals, without what people put between the letters, and with the
// letters that the code does not have read as the digits they look like.
func NormalKode(s string) string { return kodeTypos.Replace(strings.ToUpper(spelling.Unquoted(s))) }

// HashKode is the form in which a code is stored and looked up.
func HashKode(s string) string {
	sum := sha256.Sum256([]byte("siip-asn/aktivasi/" + NormalKode(s)))
	return hex.EncodeToString(sum[:])
}

// FindKode finds what can be an activation code in whatever holds it: a line, a sentence, a link, quotes, with any dash
// or space between its groups. It lists every candidate once, in its normal form, in the order of the text. Each that is
// looked up in vain is an attempt at a code; a greeting, a NIP or a phone number is none, so it is not among them.
func FindKode(text string) []string {
	var found []string
	seen := map[string]bool{} // an invitation names its code twice, once in its link
	add := func(letters string) {
		if kode := NormalKode(letters); !seen[kode] {
			seen[kode] = true
			found = append(found, kode)
		}
	}
	for line := range strings.Lines(text) {
		words := kodeWords(line)
		if joined := strings.Join(words, ""); isKode(joined) {
			add(joined)
			continue
		}
		for i, w := range words {
			if three := words[i:min(i+3, len(words))]; isKode(w) {
				add(w)
			} else if group := strings.Join(three, ""); inGroups(three) && isKode(group) {
				add(group)
			}
		}
	}
	return found
}

// KodesMax is how many candidates of one text are looked up for somebody who wants in: more than any invitation holds. All of
// them together are one attempt.
const KodesMax = 64

// kodeWords are the runs of letters and digits of a line, in capitals.
func kodeWords(line string) []string {
	return strings.FieldsFunc(strings.ToUpper(spelling.Plain(line)), func(r rune) bool { return notPayload(r) || r == '-' || r == '_' })
}

// isKode tells whether the letters can be a code.
func isKode(letters string) bool {
	return len(letters) == kodeLength && mixed(letters) && !strings.ContainsFunc(NormalKode(letters), notKode)
}

// inGroups tells whether the words are three groups of four.
func inGroups(words []string) bool {
	return len(words) == 3 && !slices.ContainsFunc(words, func(w string) bool { return len(w) != kodeLength/3 })
}

// mixed tells a code from words and from phone numbers: it has letters and digits.
func mixed(s string) bool {
	digits := len(spelling.Digits(s))
	return digits > 0 && digits < len(s)
}

func notKode(r rune) bool { return !strings.ContainsRune(kodeLetters, r) }

// notPayload tells what a deep link cannot carry.
func notPayload(r rune) bool {
	letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	return !letter && r != '_' && r != '-'
}
