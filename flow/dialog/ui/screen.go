// Package ui is what a person sees: a Screen is a text of Spans with rows of Choices below it, and stands in a Slot of a
// chat. There is nothing of Telegram in it; only bot turns it into a message.
//
// It imports flow only. A newcomer reads Screen, then Button.
package ui

// Limits of a Telegram message. A Screen stays within them; bot cuts what does not.
const (
	ScreenMax = 4096 // code points of the text
	ToastMax  = 200  // code points of the answer to a tap
)

// Screen is what a person sees at once: a text, and rows of choices below it. There is nothing of Telegram in it; only
// bot turns it into a message.
type Screen struct {
	Text     Spans      `json:"text"`
	Rows     [][]Choice `json:"rows,omitempty"`
	Keyboard Keyboard   `json:"keyboard,omitempty"`
}

// Fixed tells whether the screen comes with a keyboard: then its message cannot be changed later.
func (s Screen) Fixed() bool { return s.Keyboard != Keyboard{} }

// Choice is one button of a screen: its words, and what it was drawn for.
type Choice struct {
	Label  string `json:"label"`
	Button Button `json:"button,omitzero"`
	Link   string `json:"link,omitempty"` // opens this address instead
	Copy   string `json:"copy,omitempty"` // copies this text instead, 256 characters at most
	Tone   Tone   `json:"tone,omitempty"`
}

// Button is what a button carries: a word, the id of what it is about, and the version that it was drawn for. Never a
// right, a name or a next status: those are looked up when it is tapped.
type Button struct {
	Word  string `json:"word,omitempty"`
	ID    uint64 `json:"id,omitempty"`    // NumberMax at most
	Versi uint64 `json:"versi,omitempty"` // NumberMax at most
}

// NumberMax is the largest number that a button carries. No id of this program or of Telegram needs more than 52 bits; what
// is larger was forged, and whoever reckons with a number of a button needs room above it.
const NumberMax = 1 << 53

// Tone colours a choice where the client can show it.
type Tone uint8

// The tones.
const (
	Neutral Tone = iota
	Good         // Setujui
	Grave        // Tolak, Hapus
)

// Keyboard is what stands in place of the person's own keyboard. A screen with one has no rows, and cannot be changed
// once it is sent.
type Keyboard struct {
	Contact string `json:"contact,omitempty"` // one button with this word, which shares the own phone number
	Drop    bool   `json:"drop,omitempty"`    // takes the earlier one away
}
