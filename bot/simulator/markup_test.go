package simulator

import (
	"fmt"
	"strings"
	"testing"
)

func TestButtonsAreHandedThrough(t *testing.T) {
	b, p := start(t, Options{})
	markup := `{"inline_keyboard":[[{"text":"Setujui","callback_data":"a","style":"success"},{"text":"Tolak","callback_data":"b","style":"Danger"},
		{"text":"Buka","url":"example.org","style":"primary"}],[],[{"text":"Salin","copy_text":{"text":"abc"},"icon_custom_emoji_id":"123"},
		{"text":"","callback_data":"dropped"},{"text":"Cari","switch_inline_query_current_chat":""},{"text":5,"callback_data":6,"unknown":[]}],
		[{"text":"Buka","web_app":{"url":"https://example.org"}},{"text":"Main","switch_inline_query_chosen_chat":{}},
		{"text":"Bagikan","switch_inline_query":"q"},{"text":"Biasa","callback_data":"x","style":"default"}]]}`
	m := b.sendWith(p.ID(), "x", markup)
	want := `[[{"text":"Setujui","callback_data":"a","style":"success"},{"text":"Tolak","callback_data":"b","style":"danger"},` +
		`{"text":"Buka","style":"primary","url":"http://example.org/"}],[{"text":"Salin","icon_custom_emoji_id":"123","copy_text":{"text":"abc"}},` +
		`{"text":"Cari","switch_inline_query_current_chat":""},{"text":"5","callback_data":"6"}],` +
		`[{"text":"Buka","web_app":{"url":"https://example.org"}},{"text":"Main"},` +
		`{"text":"Bagikan","switch_inline_query":"q"},{"text":"Biasa","callback_data":"x"}]]`
	if got, want := compact(t, m.Inline.Rows), compact(t, want); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestMarkupsThatAreRefused(t *testing.T) {
	b, p := start(t, Options{})
	button := func(fields string) string { return `{"inline_keyboard":[[{` + fields + `}]]}` }
	for markup, want := range map[string]string{
		"{":                        "can't parse reply keyboard markup JSON object",
		"null":                     "object expected as reply markup",
		"[]":                       "object expected as reply markup",
		`{"inline_keyboard":null}`: `field "inline_keyboard" must be of type Array`,
		`{"keyboard":{}}`:          `field "keyboard" must be of type Array`,
		`{"inline_keyboard":[{}]}`: `field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays`,
		`{"keyboard":["a"]}`:       `field "keyboard" must be an Array of Arrays`,
		`{"keyboard":[[{"text":"a","style":"loud"}]]}`:           "can't parse keyboard button: invalid button style specified",
		`{"keyboard":[[{"text":"a","request_contact":"yes"}]]}`:  `can't parse keyboard button: Field "request_contact" must be of type Boolean`,
		`{"keyboard":[["` + strings.Repeat("a", 10<<10) + `"]]}`: "reply markup is too long",
		`{"keyboard":[[1]]}`:                                                   "can't parse keyboard button: KeyboardButton must be a String or an Object",
		`{"keyboard":[[{}]]}`:                                                  `can't parse keyboard button: Can't find field "text"`,
		`{"inline_keyboard":[["a"]]}`:                                          "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
		`{"remove_keyboard":"true"}`:                                           `field "remove_keyboard" must be of type Boolean`,
		button(`"callback_data":"a"`):                                          `can't parse inline keyboard button: Can't find field "text"`,
		button(`"text":"a"`):                                                   "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
		button(`"text":"a","callback_data":""`):                                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
		button(`"text":"a","callback_data":[]`):                                `can't parse inline keyboard button: Field "callback_data" must be of type String`,
		button(`"text":"a","callback_data":"x","style":"loud"`):                "can't parse inline keyboard button: invalid button style specified",
		button(`"text":"a","copy_text":"x"`):                                   `can't parse inline keyboard button: Field "copy_text" must be of type Object`,
		button(`"text":"a","copy_text":{"text":""}`):                           "BUTTON_COPY_TEXT_INVALID",
		button(`"text":"a","url":"http://localhost/x"`):                        "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
		button(`"text":"a","web_app":{"url":"http://x.y"}`):                    "inline keyboard button Web App URL 'http://x.y' is invalid: Only HTTPS links are allowed",
		button(`"text":"a","pay":true`):                                        "BUTTON_TYPE_INVALID",
		button(`"text":"a","callback_game":{}`):                                "BUTTON_TYPE_INVALID",
		button(`"text":"a","login_url":{"url":"https://x.y"}`):                 "BOT_DOMAIN_INVALID",
		button(`"text":"a","url":"ftp://x.y"`):                                 "inline keyboard button URL 'ftp://x.y' is invalid: Unsupported URL protocol",
		button(`"text":"a","callback_data":"` + strings.Repeat("x", 65) + `"`): "BUTTON_DATA_INVALID",
		button(`"text":"a","callback_data":"` + strings.Repeat("é", 33) + `"`): "BUTTON_DATA_INVALID",
		grid(13, 8, ""):                                                        "reply markup is too long",
		grid(1, 9, ""):                                                         "reply markup is too long",
		grid(50, 2, strings.Repeat("x", 60)+""):                                "",
		`{"inline_keyboard":[[{"text":"` + strings.Repeat("a", 10<<10) + `","callback_data":"a"}]]}`: "reply markup is too long",
	} {
		if want == "" {
			b.sendWith(p.ID(), "x", markup)
			continue
		}
		b.refused("sendMessage", args{"chat_id": p.ID(), "text": "x", "reply_markup": markup}, 400, "Bad Request: "+want)
	}
}

// grid is a keyboard of rows × cols buttons.
func grid(rows, cols int, filling string) string {
	line := strings.TrimSuffix(strings.Repeat(fmt.Sprintf(`{"text":"a","callback_data":"a%s"},`, filling), cols), ",")
	return `{"inline_keyboard":[` + strings.TrimSuffix(strings.Repeat("["+line+"],", rows), ",") + `]}`
}

func TestLongestCallbackData(t *testing.T) {
	b, p := start(t, Options{})
	b.sendWith(p.ID(), "x", inline(row(data("a", strings.Repeat("x", 64)), data("b", "y"))))
}

func TestEmptyKeyboardIsNone(t *testing.T) {
	b, p := start(t, Options{})
	for _, markup := range []string{"{}", `{"inline_keyboard":[]}`, `{"inline_keyboard":[[]]}`, `{"keyboard":[]}`} {
		if m := b.sendWith(p.ID(), "x", markup); m.Inline != nil || p.Last().Keyboard != nil {
			t.Errorf("%s gave %+v", markup, m)
		}
	}
}

func TestReplyKeyboards(t *testing.T) {
	b, p := start(t, Options{})
	m := b.sendWith(p.ID(), "menu", `{"keyboard":[["Usulan",{"text":"Nomor HP","request_contact":true}]],"resize_keyboard":true,"is_persistent":true}`)
	k := p.Keyboard()
	if k == nil || k.Rows[0][0].Text != "Usulan" || !k.Rows[0][1].RequestContact || !k.Resize || !k.Persistent {
		t.Fatalf("%+v", k)
	}
	if m.Keyboard != nil {
		t.Error("the bot gets its reply keyboard back, which the real server never gives")
	}
	b.sendWith(p.ID(), "x", inline(row(data("a", "b"))))
	if p.Keyboard() != k {
		t.Error("inline buttons changed the keyboard")
	}
	b.sendWith(p.ID(), "x", `{"remove_keyboard":true}`)
	if p.Keyboard() != nil {
		t.Error("the keyboard stays")
	}
	b.sendWith(p.ID(), "x", `{"force_reply":true,"input_field_placeholder":"NIP"}`)
	if k := p.Keyboard(); k == nil || !k.ForceReply || k.Placeholder != "NIP" {
		t.Errorf("%+v", k)
	}
}

// Whose message is gone, their keyboard goes too.
func TestKeyboardGoesWithItsMessage(t *testing.T) {
	b, p := start(t, Options{})
	m := b.sendWith(p.ID(), "menu", `{"keyboard":[["a"]]}`)
	must[bool](b, "deleteMessage", args{"chat_id": p.ID(), "message_id": m.ID})
	if p.Keyboard() != nil {
		t.Error("the keyboard stays")
	}
}

func TestForcedReplyIsAReply(t *testing.T) {
	b, p := start(t, Options{})
	m := b.sendWith(p.ID(), "NIP?", `{"force_reply":true}`)
	p.Send("123")
	if u := b.one(); u.Message.ReplyTo == nil || u.Message.ReplyTo.ID != m.ID {
		t.Errorf("%+v", u.Message)
	}
	p.Send("456")
	if u := b.one(); u.Message.ReplyTo != nil {
		t.Error("it forces for ever")
	}
}

func TestContactKeyInGroups(t *testing.T) {
	b, p := start(t, Options{})
	g := b.sim.Group(-100, "Grup", p)
	b.refused("sendMessage", args{"chat_id": g.ID(), "text": "x", "reply_markup": `{"keyboard":[[{"text":"a","request_contact":true}]]}`},
		400, "Bad Request: phone number can be requested in private chats only")
	for key, what := range map[string]string{
		`"request_location":true`: "location can be requested", `"request_poll":{}`: "poll can be requested",
		`"request_users":{"request_id":1}`: "users can be requested", `"web_app":{"url":"https://example.org"}`: "web App buttons can be used",
	} {
		b.refused("sendMessage", args{"chat_id": g.ID(), "text": "x", "reply_markup": `{"keyboard":[[{"text":"a",` + key + `}]]}`},
			400, "Bad Request: "+what+" in private chats only")
		m := b.sendWith(p.ID(), "x", `{"keyboard":[[{"text":"a",`+key+`}]]}`)
		if err := p.PressKey(0, 0); err != ErrNoButton {
			t.Errorf("%s can be pressed: %v in message %d", key, err, m.ID)
		}
	}
}
