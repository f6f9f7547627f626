package wire

import (
	"encoding/json"
	"slices"
	"strings"
)

// button reads one inline button. What it does is told by the first field of a fixed order; others are ignored.
func (m MarkupReader) button(raw json.RawMessage) (Button, bool, error) {
	o, ok := AsObject(raw)
	if !ok {
		return Button{}, false, Mistake("InlineKeyboardButton must be an Object")
	}
	m.Know("inline button", o, ButtonFields)
	m.onePurpose(o)
	r := Reader{Object: o}
	b := Button{Text: r.Required("text"), Icon: r.Text("icon_custom_emoji_id")}
	b.Style = r.style()
	r.purpose(&b)
	return b, b.Text != "" || b.Icon != "", r.Err
}

// onePurpose tells of a button that asks for more than one thing: only one of them is done.
func (m MarkupReader) onePurpose(o Object) {
	first := ""
	for _, name := range ButtonFields {
		switch {
		case !o.Has(name) || slices.Contains([]string{"text", "icon_custom_emoji_id", "style"}, name):
		case first == "":
			first = name
		default:
			m.Unknown("inline button: beside %s it has %s", first, name)
		}
	}
}

func (r *Reader) style() string {
	style := strings.ToLower(r.Text("style"))
	if style == "default" {
		return ""
	}
	if !slices.Contains([]string{"", "primary", "danger", "success"}, style) {
		r.Keep(Mistake("invalid button style specified"))
	}
	return style
}

func (r *Reader) purpose(b *Button) {
	b.URL = r.Text("url")
	if b.URL != "" {
		return
	}
	b.CallbackData = r.Text("callback_data")
	if b.CallbackData != "" {
		return
	}
	switch {
	case r.Has("callback_game"), r.Has("pay"):
		b.fault = "BUTTON_TYPE_INVALID" // of games and invoices
	case r.Has("login_url"):
		b.fault = "BOT_DOMAIN_INVALID" // the bot has none
	case r.Has("switch_inline_query_chosen_chat"):
		// Taken, but nobody here can press it.
	case r.Has("switch_inline_query"):
		b.Switch = new(r.Required("switch_inline_query"))
	case r.Has("switch_inline_query_current_chat"):
		b.SwitchHere = new(r.Required("switch_inline_query_current_chat"))
	case r.Has("web_app"):
		b.WebApp = &WebApp{URL: r.Inner("web_app", "url")}
	case r.Has("copy_text"):
		b.CopyText = &CopyText{Text: r.Inner("copy_text", "text")}
	default:
		r.Keep(Mistake("Text buttons are unallowed in the inline keyboard"))
	}
}

// Inner reads a text of an object in a field.
func (r *Reader) Inner(name, field string) string {
	o, ok := AsObject(r.Object[name])
	if !ok {
		r.Keep(Mistake("Field \"%s\" must be of type Object", name))
		return ""
	}
	text, err := o.required(field)
	r.Keep(err)
	return text
}

// key reads one key of a reply keyboard, which may be just its text.
func (m MarkupReader) key(raw json.RawMessage) (Key, bool, error) {
	var text string
	if json.Unmarshal(raw, &text) == nil && string(raw) != "null" {
		return Key{Text: text}, text != "", nil
	}
	o, ok := AsObject(raw)
	if !ok {
		return Key{}, false, Mistake("KeyboardButton must be a String or an Object")
	}
	m.Know("key", o, KeyFields)
	r := Reader{Object: o}
	k := Key{Text: r.Required("text"), Icon: r.Text("icon_custom_emoji_id")}
	k.Style = r.style()
	k.RequestContact = r.Flag("request_contact")
	k.Request = r.request()
	return k, k.Text != "" || k.Icon != "", r.Err
}

// request names what else a key asks for.
func (r *Reader) request() string {
	if r.Flag("request_location") {
		return "location"
	}
	for _, kind := range []string{"poll", "users", "chat", "managed_bot"} {
		if r.Has("request_" + kind) {
			return kind
		}
	}
	if r.Has("web_app") {
		return "web_app"
	}
	return ""
}
