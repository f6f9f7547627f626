package simulator

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// check is the last word on a markup, after the chat is known.
func (m markup) check(private bool) *apiError {
	if err := m.inline.check(); err != nil {
		return err
	}
	return m.keyboard.check(private)
}

// onlyInline is for edits, which can bring nothing else.
func (m markup) onlyInline() *apiError {
	if m.keyboard != nil {
		return bad("Inline keyboard expected")
	}
	return m.inline.check()
}

func (k *InlineKeyboard) check() *apiError {
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
			return bad("reply markup is too long")
		}
	}
	if count > maxButtons || tooLong(k) {
		return bad("reply markup is too long")
	}
	return nil
}

// check also writes a link as the server keeps it.
func (b *Button) check() *apiError {
	if _, user := userLink(b.URL); b.URL != "" && !user {
		link, err := checkLink(b.URL)
		if err != nil {
			return badf("Inline keyboard button %v", err)
		}
		b.URL = link
	}
	if b.WebApp != nil && !strings.HasPrefix(b.WebApp.URL, "https://") {
		return badf("Inline keyboard button Web App URL '%s' is invalid: Only HTTPS links are allowed", b.WebApp.URL)
	}
	if b.fault != "" {
		return bad(b.fault)
	}
	if len(b.CallbackData) > maxData || !utf8.ValidString(b.CallbackData) {
		return bad("BUTTON_DATA_INVALID")
	}
	if b.CopyText != nil && (b.CopyText.Text == "" || utf8.RuneCountInString(b.CopyText.Text) > 256) {
		return bad("BUTTON_COPY_TEXT_INVALID")
	}
	return nil
}

func (k *Keyboard) check(private bool) *apiError {
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
		return bad("reply markup is too long")
	}
	return nil
}

func (k Key) check(private bool) *apiError {
	what := map[string]string{
		"location": "Location", "poll": "Poll", "users": "Users", "chat": "Chats", "managed_bot": "Managed bots",
	}[k.Request]
	switch {
	case private:
		return nil
	case k.RequestContact:
		return bad("Phone number can be requested in private chats only")
	case k.Request == "web_app":
		return bad("Web App buttons can be used in private chats only")
	case what != "":
		return badf("%s can be requested in private chats only", what)
	}
	return nil
}

func tooLong(keyboard any) bool {
	raw, _ := json.Marshal(keyboard)
	return len(raw) > maxMarkup
}
