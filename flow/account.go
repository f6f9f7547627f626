package flow

import "time"

// AccountID is the id of a Telegram account, and of the private chat with it. Group chats have negative ones. Ids have
// up to 52 bits.
type AccountID int64

// Account is what is known of a Telegram account.
type Account struct {
	ID      AccountID `json:"id"`
	Pegawai PegawaiID `json:"pegawai,omitempty"` // 0: not bound
	Sejak   time.Time `json:"sejak,omitzero"`    // bound since

	Menu string `json:"menu,omitempty"` // for which roles the menu of commands was set last

	WrongCodes  int       `json:"salah,omitempty"` // wrong activation codes since the last right one
	ClosedUntil time.Time `json:"tutup,omitzero"`  // no code is taken until then

	Unreachable bool `json:"hilang,omitempty"` // cannot be reached: the person has blocked the bot
}

// After WrongCodesMax wrong activation codes in a row, none is taken from an account for LamaDitutup.
const (
	WrongCodesMax = 5
	LamaDitutup   = 15 * time.Minute
)

// Closed tells whether no code is taken from the account at that time.
func (a Account) Closed(now time.Time) bool { return now.Before(a.ClosedUntil) }

// Wrong is the account after one more wrong code; the last one allowed sets ClosedUntil and begins the count anew.
func (a Account) Wrong(now time.Time) Account {
	a.WrongCodes++
	if a.WrongCodes >= WrongCodesMax {
		a.WrongCodes, a.ClosedUntil = 0, now.Add(LamaDitutup)
	}
	return a
}
