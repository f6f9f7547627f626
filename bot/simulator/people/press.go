package people

import (
	"errors"
	"slices"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// ErrNoButton is for buttons that are not there.
var ErrNoButton = errors.New("simulator: no such button")

// Tap presses an inline button and gives the id of the query that the bot has to answer, "" for a button that asks nothing of
// the bot, such as a link.
func (t *Seat) Tap(message int64, row, col int) (queryID string, err error) {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	m := t.Room().Message(message)
	if m == nil {
		return "", ErrNoMessage
	}
	if m.Inline == nil || row < 0 || row >= len(m.Inline.Rows) || col < 0 || col >= len(m.Inline.Rows[row]) {
		return "", ErrNoButton
	}
	data := m.Inline.Rows[row][col].CallbackData
	if data == "" {
		return "", nil
	}
	return tapped(t.s, t.Room(), t.person, message, data), nil
}

// TapData sends a tap that no button stands for: an old one, or a forged one. The message need not exist.
func (t *Seat) TapData(message int64, data string) (queryID string) {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	return tapped(t.s, t.Room(), t.person, message, data)
}

// RepeatTap sends a tap again, as a client does that thinks the first was lost: with a new update id and a new query id.
func (t *Seat) RepeatTap(queryID string) (string, error) {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	first := t.s.State.Taps[queryID]
	if first == nil || first.Person != t.person {
		return "", ErrNoButton
	}
	return tapped(t.s, t.Room(), t.person, first.Message, first.Data), nil
}

// TapWord presses the button with these words, an emoji before them stripped, on the newest message that has one; if there
// is none, the newest that contains them. A key of the reply keyboard counts with the message that brought it.
func (t *Seat) TapWord(words string) (queryID string, err error) {
	for _, fits := range []func(string) bool{wire.Exactly(words), wire.Containing(words)} {
		message, row, col, key := t.find(fits)
		switch {
		case message == 0:
			continue
		case key:
			return "", t.PressKey(row, col)
		}
		return t.Tap(message, row, col)
	}
	return "", ErrNoButton
}

// find looks from the newest message back.
func (t *Seat) find(fits func(string) bool) (message int64, row, col int, key bool) {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	c := t.Room()
	for _, m := range slices.Backward(c.Messages) {
		if row, col, ok := wire.FindButton(m.Inline.Words(), fits); ok {
			return m.ID, row, col, false
		}
		if m.ID == c.KeyboardM {
			if row, col, ok := wire.FindButton(c.Keyboard.Words(), fits); ok {
				return m.ID, row, col, true
			}
		}
	}
	return 0, 0, 0, false
}

// PressKey presses a key of the reply keyboard: it sends its words, or shares the person's contact.
func (t *Seat) PressKey(row, col int) error {
	k := t.Keyboard()
	if k == nil || row < 0 || row >= len(k.Rows) || col < 0 || col >= len(k.Rows[row]) {
		return ErrNoButton
	}
	key := k.Rows[row][col]
	switch {
	case key.RequestContact:
		t.ShareContact()
	case key.Request != "":
		return ErrNoButton
	default:
		t.Send(key.Text)
	}
	if k.OneTime {
		t.s.Mu.Lock()
		defer t.s.Mu.Unlock()
		if t.Room().Keyboard == k {
			t.s.HideKeyboard(t.Room())
		}
	}
	return nil
}

// tapped lets the bot know of a tap, and gives its query id.
func tapped(s *world.World, c *world.Chat, person, message int64, data string) string {
	t := &world.Query{ID: world.BigID(s), Person: person, Chat: c.ID, Message: message, Data: data, At: s.Now()}
	world.KeepTap(s, t)
	s.Limiter.Hears(c.ID)
	query := world.CallbackQuery{ID: t.ID, From: s.User(person), ChatInstance: c.Instance, Data: data}
	query.Message = world.Inaccessible{ID: message, Chat: s.Wire(c)}
	if m := c.Message(message); m != nil {
		query.Message = m.Wire()
	}
	u := world.Update{Kind: "callback_query", Expires: s.Now().Add(world.CallbackLife), Tap: t.ID}
	s.PushUpdate(u, query)
	return t.ID
}
