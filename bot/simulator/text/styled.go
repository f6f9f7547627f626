package text

import (
	"strings"
	"unicode/utf8"

	"siip-asn/bot/simulator/wire"
)

// Styled is a text with its entities.
type Styled struct {
	Text     string
	Entities []wire.Entity
}

// What a message can hold.
const (
	MaxSource   = 1 << 15 // bytes, before the markup is parsed
	MaxText     = 4096    // code points, after
	maxCaption  = 1024
	MaxEntities = 100
)

// Settle cleans and trims the text, puts its entities in order and adds those that the server finds by itself.
func (t Styled) Settle() Styled {
	t.Entities = arrange(t.Entities)
	t = t.Clean().trim()
	t.Entities = arrange(t.Entities)
	return t.link()
}

// CheckText is the last word on a message's text, checkCaption on a caption, which may be empty.
func (t Styled) CheckText() *wire.APIError {
	if strings.Trim(t.Text, " \n") == "" {
		return wire.Bad("Text must be non-empty")
	}
	if utf8.RuneCountInString(t.Text) > MaxText {
		return wire.Bad("Message is too long")
	}
	return nil
}

// CheckCaption is the last word on a caption, which may be empty.
func (t Styled) CheckCaption() *wire.APIError {
	if utf8.RuneCountInString(t.Text) > maxCaption {
		return wire.Bad("Message caption is too long")
	}
	return nil
}
