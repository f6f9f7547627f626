package simulator

import (
	"errors"
	"slices"
)

// ErrNoButton is for buttons that are not there.
var ErrNoButton = errors.New("simulator: no such button")

// Tap presses an inline button and gives the id of the query that the bot has to answer, "" for a button that asks nothing of
// the bot, such as a link.
func (t *Seat) Tap(message int64, row, col int) (queryID string, err error) {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	m := t.room().message(message)
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
	return t.s.tapped(t.room(), t.person, message, data), nil
}

// TapData sends a tap that no button stands for: an old one, or a forged one. The message need not exist.
func (t *Seat) TapData(message int64, data string) (queryID string) {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	return t.s.tapped(t.room(), t.person, message, data)
}

// RepeatTap sends a tap again, as a client does that thinks the first was lost: with a new update id and a new query id.
func (t *Seat) RepeatTap(queryID string) (string, error) {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	first := t.s.w.Taps[queryID]
	if first == nil || first.Person != t.person {
		return "", ErrNoButton
	}
	return t.s.tapped(t.room(), t.person, first.Message, first.Data), nil
}

// TapWord presses the button with these words, an emoji before them stripped, on the newest message that has one; if there
// is none, the newest that contains them. A key of the reply keyboard counts with the message that brought it.
func (t *Seat) TapWord(words string) (queryID string, err error) {
	for _, fits := range []func(string) bool{exactly(words), containing(words)} {
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
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	c := t.room()
	for _, m := range slices.Backward(c.Messages) {
		if row, col, ok := findButton(m.Inline.rows(), fits); ok {
			return m.ID, row, col, false
		}
		if m.ID == c.KeyboardM {
			if row, col, ok := findButton(c.Keyboard.rows(), fits); ok {
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
		t.s.mu.Lock()
		defer t.s.mu.Unlock()
		if t.room().Keyboard == k {
			t.s.hideKeyboard(t.room())
		}
	}
	return nil
}
