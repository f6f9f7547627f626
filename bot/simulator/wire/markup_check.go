package wire

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Check is the last word on a markup, after the chat is known.
func (m Markup) Check(private bool) *APIError {
	if err := m.Inline.check(); err != nil {
		return err
	}
	return m.Keyboard.check(private)
}

// OnlyInline is for edits, which can bring nothing else.
func (m Markup) OnlyInline() *APIError {
	if m.Keyboard != nil {
		return Bad("Inline keyboard expected")
	}
	return m.Inline.check()
}

func (k *InlineKeyboard) check() *APIError {
	if k == nil {
		return nil
	}
	count := 0
	for _, row := range k.Rows {
		count += len(row)
		for i := range row {
			if err := row[i].check(); err != nil {
				return err
			}
		}
		if len(row) > maxInRow {
			return Bad("reply markup is too long")
		}
	}
	if count > maxButtons || tooLong(k) {
		return Bad("reply markup is too long")
	}
	return nil
}

// check also writes a link as the server keeps it.
func (b *Button) check() *APIError {
	if _, user := UserLink(b.URL); b.URL != "" && !user {
		link, err := CheckLink(b.URL)
		if err != nil {
			return Badf("Inline keyboard button %v", err)
		}
		b.URL = link
	}
	if b.WebApp != nil && !strings.HasPrefix(b.WebApp.URL, "https://") {
		return Badf("Inline keyboard button Web App URL '%s' is invalid: Only HTTPS links are allowed", b.WebApp.URL)
	}
	if b.fault != "" {
		return Bad(b.fault)
	}
	if len(b.CallbackData) > maxData || !utf8.ValidString(b.CallbackData) {
		return Bad("BUTTON_DATA_INVALID")
	}
	if b.CopyText != nil && (b.CopyText.Text == "" || utf8.RuneCountInString(b.CopyText.Text) > 256) {
		return Bad("BUTTON_COPY_TEXT_INVALID")
	}
	return nil
}

func (k *Keyboard) check(private bool) *APIError {
	if k == nil {
		return nil
	}
	count := 0
	for _, row := range k.Rows {
		count += len(row)
		for _, key := range row {
			if err := key.check(private); err != nil {
				return err
			}
		}
	}
	if count > maxKeys || tooLong(k) {
		return Bad("reply markup is too long")
	}
	return nil
}

func (k Key) check(private bool) *APIError {
	what := map[string]string{
		"location": "Location", "poll": "Poll", "users": "Users", "chat": "Chats", "managed_bot": "Managed bots",
	}[k.Request]
	switch {
	case private:
		return nil
	case k.RequestContact:
		return Bad("Phone number can be requested in private chats only")
	case k.Request == "web_app":
		return Bad("Web App buttons can be used in private chats only")
	case what != "":
		return Badf("%s can be requested in private chats only", what)
	}
	return nil
}

func tooLong(keyboard any) bool {
	raw, _ := json.Marshal(keyboard)
	return len(raw) > maxMarkup
}
