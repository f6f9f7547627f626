package jejak

import (
	"fmt"
	"strconv"
	"strings"

	"siip-asn/flow/spelling"
)

// Anchor is the newest entry of the trail at some time: its number and hash. Written down outside the database (in the log,
// in the seal of a copy, on a printed list), it proves later that nothing up to that entry was changed or cut off. The zero
// value stands for an empty trail.
type Anchor struct {
	Nomor uint64
	Hash  string // hexadecimal; of one that was typed from paper, at least the first anchorShort digits
}

// anchorShort is how many digits of the hash are printed, and at least needed to compare: 80 bits.
const anchorShort = 20

// Anchor is what proves the trail up to this entry.
func (e Entry) Anchor() Anchor { return Anchor{e.Nomor, e.Hash} }

// String is the anchor in full, NUMBER:HASH; empty for an empty trail.
func (a Anchor) String() string {
	if a.Nomor == 0 {
		return ""
	}
	return fmt.Sprintf("%d:%s", a.Nomor, a.Hash)
}

// Short is the anchor for paper: NUMBER:HASH with the first digits of the hash; empty for an empty trail.
func (a Anchor) Short() string {
	a.Hash = a.Hash[:min(anchorShort, len(a.Hash))]
	return a.String()
}

// ParseAnchor reads NUMBER:HASH, as String or Short have written it or somebody has typed it from paper. ok is false for
// anything else, and when the hash is too short to prove anything.
func ParseAnchor(s string) (a Anchor, ok bool) {
	number, hash, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(spelling.Plain(s)), " ", ""), ":")
	n, err := strconv.ParseUint(number, 10, 64)
	notHex := func(r rune) bool { return !strings.ContainsRune("0123456789abcdef", r) }
	if err != nil || n == 0 || len(hash) < anchorShort || len(hash) > 64 || strings.ContainsFunc(hash, notHex) {
		return Anchor{}, false
	}
	return Anchor{n, hash}, true
}

// Holds tells whether an entry is the one that the anchor was taken of.
func (a Anchor) Holds(e Entry) bool { return a.Nomor == e.Nomor && strings.HasPrefix(e.Hash, a.Hash) }
