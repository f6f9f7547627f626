package flow

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
)

// AccountID is the id of a Telegram account, and of the private chat with it. Group chats have negative ones. Ids have
// up to 52 bits.
type AccountID int64

// Account is what is known of a Telegram account.
type Account struct {
	ID      AccountID `json:"id"`
	Pegawai PegawaiID `json:"pegawai,omitempty"` // 0: not bound
	Sejak   time.Time `json:"sejak,omitzero"`    // bound since

	Menu string `json:"menu,omitempty"` // for which roles the menu of commands was set last

	Salah int       `json:"salah,omitempty"` // wrong codes since the last right one
	Tutup time.Time `json:"tutup,omitzero"`  // the door is closed until then

	Hilang bool `json:"hilang,omitempty"` // cannot be reached: the person has blocked the bot
}

// After so many wrong codes the door is closed to an account for a while.
const (
	SalahMax    = 5
	LamaDitutup = 15 * time.Minute
)

// Closed tells whether the door is closed to the account at that time.
func (a Account) Closed(now time.Time) bool { return now.Before(a.Tutup) }

// Wrong counts one more wrong code.
func (a Account) Wrong(now time.Time) Account {
	a.Salah++
	if a.Salah >= SalahMax {
		a.Salah, a.Tutup = 0, now.Add(LamaDitutup)
	}
	return a
}

// Aktivasi is an activation code that was given out: who may use it and until when. Only the hash of the code is kept.
// A pegawai has one valid code at most: a new one takes the place of the old.
type Aktivasi struct {
	Hash    string    `json:"hash"`
	Pegawai PegawaiID `json:"pegawai"`
	Sampai  time.Time `json:"sampai"`
}

// Undangan is an activation code as it is handed out. The code itself is kept nowhere.
type Undangan struct {
	NIP    NIP
	Nama   string
	OPD    string
	Kode   string // XXXX-XXXX-XXXX
	Link   string // empty while the bot's name is not known
	Sampai Tanggal
}

// kodeLetters are Crockford's: none is mistaken for another when it is read aloud or typed from paper.
const kodeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// kodeLength gives 60 bits: with five guesses in 15 minutes none is ever found.
const kodeLength = 12

// NewKode writes an activation code, XXXX-XXXX-XXXX, from random bytes.
func NewKode(random [kodeLength]byte) string {
	var b strings.Builder
	for i, r := range random {
		if i > 0 && i%4 == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(kodeLetters[r%32])
	}
	return b.String()
}

// KodeOf is the code of a pegawai on an activation sheet: the same whenever the sheet is made again from its seed, so
// that a sheet which had arrived all the same keeps its codes.
func KodeOf(seed string, p PegawaiID) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "siip-asn/lembar/%s/%d", seed, p))
	return NewKode([kodeLength]byte(sum[:]))
}

var kodeTypos = strings.NewReplacer("-", "", "_", "", " ", "", ".", "", "O", "0", "I", "1", "L", "1")

// NormalKode is the code as it was meant: in capitals, without what people put between the letters, and with the
// letters that the code does not have read as the digits they look like.
func NormalKode(s string) string { return kodeTypos.Replace(strings.ToUpper(Unquoted(s))) }

// HashKode is the form in which a code is stored and looked up.
func HashKode(s string) string {
	sum := sha256.Sum256([]byte("siip-asn/aktivasi/" + NormalKode(s)))
	return hex.EncodeToString(sum[:])
}

// WholeKode tells whether a text can be a code, whatever stands between its letters.
func WholeKode(s string) bool {
	kode := NormalKode(s)
	return len(kode) == kodeLength && !strings.ContainsFunc(kode, notKode)
}

// LooksLikeKode tells an attempt at a code from a greeting: a whole code, or one word of five letters or more.
func LooksLikeKode(s string) bool {
	word := Unquoted(s)
	return WholeKode(s) || len(word) >= 5 && len(word) <= 64 && !strings.ContainsFunc(word, notPayload)
}

func notKode(r rune) bool { return !strings.ContainsRune(kodeLetters, r) }

// notPayload tells what a deep link cannot carry.
func notPayload(r rune) bool {
	letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	return !letter && r != '_' && r != '-'
}
