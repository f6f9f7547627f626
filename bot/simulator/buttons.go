package simulator

import (
	"encoding/json"
	"slices"
	"strings"
)

// button reads one inline button. What it does is told by the first field of a fixed order; others are ignored.
func (m markupReader) button(raw json.RawMessage) (Button, bool, error) {
	o, ok := asObject(raw)
	if !ok {
		return Button{}, false, mistake("InlineKeyboardButton must be an Object")
	}
	m.know("inline button", o, buttonFields)
	m.onePurpose(o)
	r := reader{object: o}
	b := Button{Text: r.required("text"), Icon: r.text("icon_custom_emoji_id")}
	b.Style = r.style()
	r.purpose(&b)
	return b, b.Text != "" || b.Icon != "", r.err
}

// onePurpose tells of a button that asks for more than one thing: only one of them is done.
func (m markupReader) onePurpose(o object) {
	first := ""
	for _, name := range buttonFields {
		switch {
		case !o.has(name) || slices.Contains([]string{"text", "icon_custom_emoji_id", "style"}, name):
		case first == "":
			first = name
		default:
			m.unknown("inline button: beside %s it has %s", first, name)
		}
	}
}

func (r *reader) style() string {
	style := strings.ToLower(r.text("style"))
	if style == "default" {
		return ""
	}
	if !slices.Contains([]string{"", "primary", "danger", "success"}, style) {
		r.keep(mistake("invalid button style specified"))
	}
	return style
}

func (r *reader) purpose(b *Button) {
	b.URL = r.text("url")
	if b.URL != "" {
		return
	}
	b.CallbackData = r.text("callback_data")
	if b.CallbackData != "" {
		return
	}
	switch {
	case r.has("callback_game"), r.has("pay"):
		b.fault = "BUTTON_TYPE_INVALID" // of games and invoices
	case r.has("login_url"):
		b.fault = "BOT_DOMAIN_INVALID" // the bot has none
	case r.has("switch_inline_query_chosen_chat"):
		// Taken, but nobody here can press it.
	case r.has("switch_inline_query"):
		b.Switch = new(r.required("switch_inline_query"))
	case r.has("switch_inline_query_current_chat"):
		b.SwitchHere = new(r.required("switch_inline_query_current_chat"))
	case r.has("web_app"):
		b.WebApp = &WebApp{URL: r.inner("web_app", "url")}
	case r.has("copy_text"):
		b.CopyText = &CopyText{Text: r.inner("copy_text", "text")}
	default:
		r.keep(mistake("Text buttons are unallowed in the inline keyboard"))
	}
}

// inner reads a text of an object in a field.
func (r *reader) inner(name, field string) string {
	o, ok := asObject(r.object[name])
	if !ok {
		r.keep(mistake("Field \"%s\" must be of type Object", name))
		return ""
	}
	text, err := o.required(field)
	r.keep(err)
	return text
}

// key reads one key of a reply keyboard, which may be just its text.
func (m markupReader) key(raw json.RawMessage) (Key, bool, error) {
	var text string
	if json.Unmarshal(raw, &text) == nil && string(raw) != "null" {
		return Key{Text: text}, text != "", nil
	}
	o, ok := asObject(raw)
	if !ok {
		return Key{}, false, mistake("KeyboardButton must be a String or an Object")
	}
	m.know("key", o, keyFields)
	r := reader{object: o}
	k := Key{Text: r.required("text"), Icon: r.text("icon_custom_emoji_id")}
	k.Style = r.style()
	k.RequestContact = r.flag("request_contact")
	k.Request = r.request()
	return k, k.Text != "" || k.Icon != "", r.err
}

// request names what else a key asks for.
func (r *reader) request() string {
	if r.flag("request_location") {
		return "location"
	}
	for _, kind := range []string{"poll", "users", "chat", "managed_bot"} {
		if r.has("request_" + kind) {
			return kind
		}
	}
	if r.has("web_app") {
		return "web_app"
	}
	return ""
}
