package bot

import "time"

// Watch sees what the bot does. Its methods must not wait.
type Watch interface {
	Polled(updates int, err error)                     // a poll has ended
	Called(method, outcome string, took time.Duration) // a call has ended; outcome says what the answer means
	HeldBack(why string)                               // a call has to wait: for HeldByRate, a limit of the scheduler, or HeldByServer, a 429
}

// blind is the Watch of those who do not look.
type blind struct{}

func (blind) Polled(int, error)                    {}
func (blind) Called(string, string, time.Duration) {}
func (blind) HeldBack(string)                      {}

// Why a call is held back.
const (
	HeldByRate   = "rate"
	HeldByServer = "retry_after"
)
