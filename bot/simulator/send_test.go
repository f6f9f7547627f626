package simulator

import (
	"reflect"
	"strings"
	"testing"
)

func TestSentMessageComesBack(t *testing.T) {
	b, p := start(t, Options{Username: "siip_bot", Name: "SIIP"})
	m := must[Message](b, "sendMessage", args{
		"chat_id": p.ID(), "text": "<b>Halo</b>", "parse_mode": "html", "protect_content": "true",
		"link_preview_options": map[string]bool{"is_disabled": true}, "disable_notification": true,
	})
	if !m.FromBot() || m.From.Username != "siip_bot" || m.Chat.ID != p.ID() || m.Chat.FirstName != "Sari" || m.Chat.Type != "private" {
		t.Errorf("%+v", m)
	}
	if m.Text != "Halo" || m.Entities[0].Type != "bold" || !m.Protected || !m.LinkPreview.IsDisabled {
		t.Errorf("%+v", m)
	}
	if seen := p.Last(); seen.ID != m.ID || seen.Text != "Halo" {
		t.Errorf("the person sees %+v", seen)
	}
	if waits := b.drain(); len(waits) > 0 {
		t.Errorf("the bot hears of its own message: %+v", waits)
	}
}

func TestTextsThatAreRefused(t *testing.T) {
	b, p := start(t, Options{})
	for _, c := range []struct{ text, mode, want string }{
		{"", "", "Bad Request: message text is empty"},
		{" \n\t", "", "Bad Request: text must be non-empty"},
		{"<b></b>", "HTML", "Bad Request: text must be non-empty"},
		{strings.Repeat("a", 4097), "", "Bad Request: message is too long"},
		{strings.Repeat("😀", 4097), "", "Bad Request: message is too long"},
		{strings.Repeat("a", 1<<15+1), "", "Bad Request: text is too long"},
		{"a", "RTF", "Bad Request: unsupported parse_mode"},
		{"<b>", "HTML", `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`},
	} {
		b.refused("sendMessage", args{"chat_id": p.ID(), "text": c.text, "parse_mode": c.mode}, 400, c.want)
	}
	kind, body := form(map[string]string{"chat_id": "7000000001", "text": "\xff\xfe"})
	if r, err := b.post(t.Context(), "sendMessage", kind, body); err != nil || r.Description != "Bad Request: strings must be encoded in UTF-8" {
		t.Error(err, r.body)
	}
}

// The limit counts code points, after the markup is gone.
func TestLongestText(t *testing.T) {
	b, p := start(t, Options{})
	for _, text := range []string{strings.Repeat("a", 4096), strings.Repeat("😀", 4096), "<b>" + strings.Repeat("&lt;", 4096) + "</b>"} {
		must[Message](b, "sendMessage", args{"chat_id": p.ID(), "text": text, "parse_mode": "HTML"})
	}
}

func TestEntitiesGivenByHand(t *testing.T) {
	b, p := start(t, Options{})
	m := must[Message](b, "sendMessage", args{"chat_id": p.ID(), "text": " ab c", "entities": []Entity{
		{Type: "bold", Offset: 1, Length: 2}, {Type: "url", Offset: 1, Length: 2}, {Type: "text_link", Offset: 4, Length: 1, URL: "http://x.y"},
	}})
	want := []Entity{{Type: "bold", Offset: 0, Length: 2}, {Type: "text_link", Offset: 3, Length: 1, URL: "http://x.y/"}}
	if m.Text != "ab c" || !reflect.DeepEqual(m.Entities, want) {
		t.Errorf("%q %+v", m.Text, m.Entities)
	}
	for entity, want := range map[string]string{
		`"type":"bold","offset":1,"length":2`:                               "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3",
		`"type":"bold","offset":3,"length":1`:                               "entity begins after the end of the text at UTF-16 offset 3",
		`"type":"bold","offset":-1,"length":1`:                              "receive an entity with incorrect offset -1",
		`"type":"bold","offset":0,"length":-1`:                              "receive an entity with incorrect length -1",
		`"type":"bold","offset":0`:                                          `can't parse MessageEntity: Can't find field "length"`,
		`"type":"loud","offset":0,"length":1`:                               "can't parse MessageEntity: Unsupported type specified",
		`"type":"text_link","offset":0,"length":1`:                          `can't parse MessageEntity: Can't find field "url"`,
		`"type":"text_link","offset":0,"length":1,"url":""`:                 "entity URL '' is invalid: URL host is empty",
		`"type":"text_link","offset":0,"length":1,"url":"x"`:                "entity URL 'x' is invalid: Wrong HTTP URL",
		`"type":"text_mention","offset":0,"length":1`:                       `can't parse MessageEntity: Can't find field "user"`,
		`"type":"text_mention","offset":0,"length":1,"user":{"id":0}`:       "user not found",
		`"type":"custom_emoji","offset":0,"length":1`:                       `can't parse MessageEntity: Can't find field "custom_emoji_id"`,
		`"type":"custom_emoji","offset":0,"length":1,"custom_emoji_id":"x"`: `can't parse MessageEntity: Field "custom_emoji_id" must be a valid Number`,
	} {
		b.refused("sendMessage", args{"chat_id": p.ID(), "text": "ab", "entities": "[{" + entity + "}]"}, 400, "Bad Request: "+want)
	}
}

// What this bot and its chats do not have, and previews that make no sense.
func TestParametersThatAreRefused(t *testing.T) {
	b, p := start(t, Options{})
	for _, c := range []struct{ name, value, want string }{
		{"business_connection_id", "x", "business connection not found"},
		{"message_thread_id", "5", "message thread not found"},
		{"message_effect_id", "5", "EFFECT_ID_INVALID"},
		{"allow_paid_broadcast", "true", "FLOODSKIP_NOT_ALLOWED"},
		{"suggested_post_parameters", "{}", "suggested posts can be sent only to channel direct messages"},
		{"link_preview_options", "x", "can't parse link preview options JSON object"},
		{"link_preview_options", `{"is_disabled":"yes"}`, `field "is_disabled" must be of type Boolean`},
		{"link_preview_options", `{"url":"x"}`, "WEBPAGE_URL_INVALID"},
	} {
		b.refused("sendMessage", args{"chat_id": p.ID(), "text": "x", c.name: c.value}, 400, "Bad Request: "+c.want)
	}
	must[Message](b, "sendMessage", args{"chat_id": p.ID(), "text": "x", "message_thread_id": 0, "allow_paid_broadcast": false})
}

func TestMentionOfAPerson(t *testing.T) {
	b, p := start(t, Options{})
	html := `<a href="tg://user?id=7000000001">Sari</a> <a href="tg://user?id=5">nobody</a>`
	m := must[Message](b, "sendMessage", args{"chat_id": p.ID(), "text": html, "parse_mode": "HTML"})
	if len(m.Entities) != 1 || m.Entities[0].Type != "text_mention" || m.Entities[0].User.FirstName != "Sari" {
		t.Errorf("%+v", m.Entities)
	}
}

func TestReplies(t *testing.T) {
	b, p := start(t, Options{})
	id := p.Send("tanya")
	m := must[Message](b, "sendMessage", args{"chat_id": p.ID(), "text": "jawab", "reply_parameters": args{"message_id": id}})
	if m.ReplyTo == nil || m.ReplyTo.Text != "tanya" {
		t.Errorf("%+v", m.ReplyTo)
	}
	again := must[Message](b, "sendMessage", args{"chat_id": p.ID(), "text": "x", "reply_to_message_id": m.ID})
	if again.ReplyTo.ReplyTo != nil {
		t.Error("replies are nested")
	}
	const gone = "Bad Request: message to be replied not found"
	b.refused("sendMessage", args{"chat_id": p.ID(), "text": "x", "reply_parameters": `{"message_id":999999}`}, 400, gone)
	must[Message](b, "sendMessage", args{"chat_id": p.ID(), "text": "x",
		"reply_parameters": `{"message_id":999999,"allow_sending_without_reply":true}`})
	b.refused("sendMessage", args{"chat_id": p.ID(), "text": "x", "reply_parameters": "{"}, 400,
		"Bad Request: can't parse reply parameters JSON object")
}

func TestChatsThatCannotBeWrittenTo(t *testing.T) {
	b, p := start(t, Options{})
	never := b.sim.Person(budi)
	gone := b.sim.Person(Profile{ID: 7_000_000_003, FirstName: "Citra"})
	gone.Send("/start")
	gone.Deactivate()
	p.Block()
	for _, c := range []struct {
		chat any
		code int
		want string
	}{
		{"", 400, "Bad Request: chat_id is empty"},
		{12345, 400, "Bad Request: chat not found"},
		{"@somebody", 400, "Bad Request: chat not found"},
		{"word", 400, "Bad Request: chat not found"},
		{never.ID(), 403, "Forbidden: bot can't initiate conversation with a user"},
		{p.ID(), 403, "Forbidden: bot was blocked by the user"},
		{gone.ID(), 403, "Forbidden: user is deactivated"},
	} {
		b.refused("sendMessage", args{"chat_id": c.chat, "text": "x"}, c.code, c.want)
		b.refused("sendChatAction", args{"chat_id": c.chat, "action": "typing"}, c.code, c.want)
	}
	p.Unblock()
	b.send(p.ID(), "x")
}

func TestChatAction(t *testing.T) {
	b, p := start(t, Options{})
	must[bool](b, "sendChatAction", args{"chat_id": p.ID(), "action": "typing"})
	b.refused("sendChatAction", args{"chat_id": p.ID(), "action": "dancing"}, 400, "Bad Request: wrong parameter action in request")
}
