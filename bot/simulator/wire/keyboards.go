package wire

// InlineKeyboard is the buttons below a message.
type InlineKeyboard struct {
	Rows [][]Button `json:"inline_keyboard"`
}

// Button is one inline button. One of the fields below Style says what it does.
type Button struct {
	Text         string    `json:"text"`
	Icon         string    `json:"icon_custom_emoji_id,omitempty"`
	Style        string    `json:"style,omitempty"` // "success", "danger", "primary" or none
	URL          string    `json:"url,omitempty"`
	CallbackData string    `json:"callback_data,omitempty"`
	CopyText     *CopyText `json:"copy_text,omitempty"`
	WebApp       *WebApp   `json:"web_app,omitempty"`
	Switch       *string   `json:"switch_inline_query,omitempty"`
	SwitchHere   *string   `json:"switch_inline_query_current_chat,omitempty"`

	fault string // why it cannot be sent at all
}

// CopyText is what a button puts on the clipboard.
type CopyText struct {
	Text string `json:"text"`
}

// WebApp is what a button opens.
type WebApp struct {
	URL string `json:"url"`
}

// Keyboard is what stands below the text field: keys, or the order to remove them, or a reply that is forced.
type Keyboard struct {
	Rows        [][]Key `json:"keyboard,omitempty"`
	Persistent  bool    `json:"is_persistent,omitempty"`
	Resize      bool    `json:"resize_keyboard,omitempty"`
	OneTime     bool    `json:"one_time_keyboard,omitempty"`
	Placeholder string  `json:"input_field_placeholder,omitempty"`
	Selective   bool    `json:"selective,omitempty"`
	Remove      bool    `json:"remove_keyboard,omitempty"`
	ForceReply  bool    `json:"force_reply,omitempty"`
}

// Key is one key of a reply keyboard: it sends its text, or shares the person's own contact.
type Key struct {
	Text           string `json:"text"`
	Icon           string `json:"icon_custom_emoji_id,omitempty"`
	Style          string `json:"style,omitempty"`
	RequestContact bool   `json:"request_contact,omitempty"`
	// Request tells of any other kind of key; nothing here can press it.
	Request string `json:"request,omitempty"`
}

// Words are the texts of the buttons, row by row; a missing keyboard has none.
func (k *InlineKeyboard) Words() [][]string {
	if k == nil {
		return nil
	}
	return words(k.Rows, func(b Button) string { return b.Text })
}

// Words are the texts of the keys, row by row.
func (k *Keyboard) Words() [][]string {
	if k == nil {
		return nil
	}
	return words(k.Rows, func(k Key) string { return k.Text })
}

func words[T any](rows [][]T, text func(T) string) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		for _, b := range row {
			out[i] = append(out[i], text(b))
		}
	}
	return out
}
