package onlooker

import (
	"fmt"
	"time"
)

const maxComplaints = 1000

// Onlooker remembers what a careful observer outside would reproach the bot with. Nothing of it is ever refused.
type Onlooker struct {
	List   []string
	Pauses []Pause
	sent   []time.Time         // bulk of the last second
	polls  []time.Time         // failing polls of the last second
	chats  Limiter             // messages of each chat
	Shut   map[int64]time.Time // chats that took nothing, since when
}

// Complain adds a complaint; after the first thousand there are enough.
func (o *Onlooker) Complain(format string, args ...any) {
	if len(o.List) < maxComplaints {
		o.List = append(o.List, fmt.Sprintf(format, args...))
	}
}
