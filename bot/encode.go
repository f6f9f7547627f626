package bot

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"html"
	"strconv"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/spelling"
)

// message is a screen as the Bot API takes it, for sendMessage and editMessageText.
type message struct {
	Chat      flow.AccountID `json:"chat_id"`
	Text      string         `json:"text"`
	ParseMode string         `json:"parse_mode"`
	Preview   preview        `json:"link_preview_options"`
	Markup    *markup        `json:"reply_markup,omitempty"`
}

// payload is a message as it is written on the wire. It is written once, whether it is sent, changes another or is compared.
type payload []byte

// write makes a payload of a screen.
func write(chat flow.AccountID, s ui.Screen) payload {
	b, _ := json.Marshal(encode(chat, s)) // a struct of texts and numbers
	return b
}

// digest tells screens apart, whatever message shows them.
func (p payload) digest() string {
	sum := sha256.Sum256(p)
	return hex.EncodeToString(sum[:8])
}

// silent is the payload without a sound.
func (p payload) silent() json.RawMessage { return p.with(`"disable_notification":true`) }

// in is the payload as it takes the place of a message.
func (p payload) in(message int) json.RawMessage {
	return p.with(`"message_id":` + strconv.Itoa(message))
}

// with is the payload with one more field.
func (p payload) with(field string) json.RawMessage {
	out := make([]byte, 0, len(p)+len(field)+1)
	out = append(out, '{')
	out = append(out, field...)
	out = append(out, ',')
	return append(out, p[1:]...)
}

// preview says what becomes of a link in a text. What people write may hold one, and nobody has asked to see where it leads.
type preview struct {
	Off bool `json:"is_disabled"`
}

// markup is the keyboard of a message: one of its kinds.
type markup struct {
	Inline  [][]button    `json:"inline_keyboard,omitempty"`
	Reply   [][]keyButton `json:"keyboard,omitempty"`
	Resize  bool          `json:"resize_keyboard,omitempty"`
	OneTime bool          `json:"one_time_keyboard,omitempty"`
	Remove  bool          `json:"remove_keyboard,omitempty"`
}

// button is an inline button. telebot's own knows no style, and writes fields that make another kind of button of it.
type button struct {
	Text  string    `json:"text"`
	Data  string    `json:"callback_data,omitempty"`
	URL   string    `json:"url,omitempty"`
	Copy  *copyText `json:"copy_text,omitempty"`
	Style string    `json:"style,omitempty"`
}

// copyText is what a button copies.
type copyText struct {
	Text string `json:"text"`
}

type keyButton struct {
	Text    string `json:"text"`
	Contact bool   `json:"request_contact,omitempty"`
}

var styles = map[ui.Tone]string{ui.Good: "success", ui.Grave: "danger"}

// encode makes a message of a screen.
func encode(chat flow.AccountID, s ui.Screen) message {
	return message{Chat: chat, Text: encodeText(s.Text), ParseMode: "HTML", Preview: preview{Off: true}, Markup: encodeMarkup(s)}
}

func encodeMarkup(s ui.Screen) *markup {
	switch {
	case s.Keyboard.Contact != "":
		return &markup{Reply: [][]keyButton{{{Text: s.Keyboard.Contact, Contact: true}}}, Resize: true, OneTime: true}
	case s.Keyboard.Drop:
		return &markup{Remove: true}
	case len(s.Rows) == 0:
		return nil
	}
	m := &markup{}
	for _, row := range s.Rows {
		var line []button
		for _, c := range row {
			line = append(line, encodeChoice(c))
		}
		m.Inline = append(m.Inline, line)
	}
	return m
}

func encodeChoice(c ui.Choice) button {
	switch {
	case c.Link != "":
		return button{Text: c.Label, URL: c.Link}
	case c.Copy != "":
		return button{Text: c.Label, Copy: &copyText{c.Copy}}
	}
	return button{Text: c.Label, Data: encodeButton(c.Button), Style: styles[c.Tone]}
}

// tags are how the styles are written. A long quotation folds.
func tags(s ui.Span) (before, after string) {
	switch s.Style {
	case ui.Bold:
		return "<b>", "</b>"
	case ui.Italic:
		return "<i>", "</i>"
	case ui.Code:
		return "<code>", "</code>"
	case ui.Quote:
		if len(s.Text) > 300 {
			return "<blockquote expandable>", "</blockquote>"
		}
		return "<blockquote>", "</blockquote>"
	default:
		return "", ""
	}
}

// encodeText is the only place that writes HTML. What would not fit into a message is cut off.
func encodeText(spans ui.Spans) string {
	var b strings.Builder
	room := ui.ScreenMax
	for _, s := range spans {
		s.Text = clip(s.Text, room)
		room -= len([]rune(s.Text))
		before, after := tags(s)
		if s.Text != "" {
			b.WriteString(before + html.EscapeString(s.Text) + after)
		}
	}
	return b.String()
}

func clip(s string, room int) string {
	if room < 1 {
		return ""
	}
	return spelling.Clip(s, room)
}
