package dialog

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog/ui"
)

// Show puts a screen into a slot of somebody's chat; without a slot it is a message of its own.
type Show struct {
	To     flow.AccountID `json:"to"`
	Slot   ui.Slot        `json:"slot,omitempty"`
	Silent bool           `json:"silent,omitempty"` // a new message makes no sound
	Screen ui.Screen      `json:"screen"`
	Manner Manner         `json:"manner,omitempty"`
	Lane   Lane           `json:"lane,omitempty"`
	Right  Right          `json:"right,omitzero"` // who may see it when it is delivered
}

// Manner is how a screen comes into its slot.
type Manner uint8

// The manners.
const (
	Here    Manner = iota // where the person looks: in place when he tapped there or it is the last message, else at the end
	Quietly               // in place, wherever that is; not at all where the slot was never shown
	Anew                  // at the end of the chat, with a ring; the earlier message of the slot goes
)

// Lane says who waits: answers to a person go ahead of news for many.
type Lane uint8

// The lanes.
const (
	Reply Lane = iota
	News
)

// Answer is the short reply to the tap itself. A tap without one is answered with nothing to read.
type Answer struct {
	Text  string `json:"text,omitempty"`
	Alert bool   `json:"alert,omitempty"` // to be closed by hand
}

// React puts a reaction under the message of the event, "👍": an answer that needs no reading. There is none for a tap.
type React struct {
	To    flow.AccountID `json:"to"`
	Emoji string         `json:"emoji"` // one that the Bot API allows as a reaction
}

// Send makes a report and sends it. It is made when its turn comes, outside every transaction.
type Send struct {
	To      flow.AccountID `json:"to"`
	Laporan Laporan        `json:"laporan"`
	Silent  bool           `json:"silent,omitempty"` // it makes no sound
	Lane    Lane           `json:"lane,omitempty"`
	Right   Right          `json:"right,omitzero"`
}

// Check looks at a workbook that was dropped into the chat, or applies it; what comes of it is an Examined.
type Check struct {
	To          flow.AccountID `json:"to"`
	File        File           `json:"file"`
	Apply       bool           `json:"apply,omitempty"`
	Fingerprint string         `json:"sidik,omitempty"` // of what was agreed to, when it is applied
	Right       Right          `json:"right,omitzero"`
}

// SetCommands sets the menu of commands in somebody's chat.
type SetCommands struct {
	To       flow.AccountID `json:"to"`
	Commands []Perintah     `json:"commands"`
	Right    Right          `json:"right,omitzero"`
}

// Perintah is a command of the bot and what the menu says of it.
type Perintah struct {
	Name  string `json:"name"`
	About string `json:"about"`
}

func (Show) effect()        {}
func (Answer) effect()      {}
func (React) effect()       {}
func (Send) effect()        {}
func (Check) effect()       {}
func (SetCommands) effect() {}
