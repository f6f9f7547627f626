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
