package dialog

import "siip-asn/flow"

// React puts a reaction under the message of the event, "👍": an answer that needs no reading. There is none for a tap.
type React struct {
	To    flow.AccountID `json:"to"`
	Emoji string         `json:"emoji"` // one that the Bot API allows as a reaction
}

func (React) effect() {}
