package wire

// Message is a message as a person sees it. Keyboard, Edited, Silent and Reaction are not part of the Bot API and never sent to the bot.
type Message struct {
	ID              int64           `json:"message_id"`
	From            *User           `json:"from,omitempty"`
	Date            int64           `json:"date"`
	Chat            Chat            `json:"chat"`
	EditDate        int64           `json:"edit_date,omitempty"`
	ReplyTo         *Message        `json:"reply_to_message,omitempty"`
	Text            string          `json:"text,omitempty"`
	Entities        []Entity        `json:"entities,omitempty"`
	LinkPreview     *LinkPreview    `json:"link_preview_options,omitempty"`
	Caption         string          `json:"caption,omitempty"`
	CaptionEntities []Entity        `json:"caption_entities,omitempty"`
	Document        *Document       `json:"document,omitempty"`
	Photo           []PhotoSize     `json:"photo,omitempty"`
	Sticker         *Sticker        `json:"sticker,omitempty"`
	Contact         *Contact        `json:"contact,omitempty"`
	NewMembers      []User          `json:"new_chat_members,omitempty"`
	LeftMember      *User           `json:"left_chat_member,omitempty"`
	MigrateTo       int64           `json:"migrate_to_chat_id,omitempty"`
	MigrateFrom     int64           `json:"migrate_from_chat_id,omitempty"`
	Protected       bool            `json:"has_protected_content,omitempty"`
	Inline          *InlineKeyboard `json:"reply_markup,omitempty"`

	// Keyboard is what the message brought to the place below the text field: a keyboard, its removal, a forced reply.
	Keyboard *Keyboard `json:"keyboard,omitempty"`
	// Edited tells that the words were changed; a change of buttons alone does not show.
	Edited bool `json:"edited,omitempty"`
	// Silent tells that the message came without a sound.
	Silent bool `json:"silent,omitempty"`
	// Reaction is the emoji with which the bot has reacted to the message.
	Reaction string `json:"reaction,omitempty"`
}

// FromBot tells whether a bot wrote the message.
func (m Message) FromBot() bool { return m.From != nil && m.From.IsBot }

// Words is what there is to read: the text, or the caption of a file.
func (m Message) Words() string { return m.Text + m.Caption }

// Button finds the inline button with exactly these words, an emoji before them stripped.
func (m Message) Button(words string) (Button, bool) {
	row, col, ok := FindButton(m.Inline.Words(), Exactly(words))
	if !ok {
		return Button{}, false
	}
	return m.Inline.Rows[row][col], true
}

// Wire is the message as the Bot API gives it.
func (m Message) Wire() Message {
	m.Keyboard, m.Edited, m.Silent, m.Reaction = nil, false, false, ""
	if m.ReplyTo != nil {
		inner := m.ReplyTo.Wire()
		m.ReplyTo = &inner
	}
	return m
}

// Quoted is a message as another holds it that replies to it: one level deep.
func (m *Message) Quoted() *Message {
	if m == nil {
		return nil
	}
	out := *m
	out.ReplyTo = nil
	return &out
}
