package simulator

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"siip-asn/bot/simulator/people"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// official is the official list of methods, types and fields, as far as this server has them.
type official struct {
	Methods map[string]struct {
		Fields officialFields `json:"fields"`
	} `json:"methods"`
	Types map[string]struct {
		Fields officialFields `json:"fields"`
	} `json:"types"`
}

type officialFields map[string]struct {
	Required bool `json:"required"`
}

func readOfficial(t *testing.T) official {
	t.Helper()
	var list official
	raw, err := os.ReadFile("testdata/botapi.json")
	if err == nil {
		err = json.Unmarshal(raw, &list)
	}
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Parameters that the server reads from earlier times, though the list names them no more.
var earlier = []string{"reply_to_message_id", "allow_sending_without_reply", "disable_web_page_preview", "thumb"}

func TestMethodsAreOfficial(t *testing.T) {
	list := readOfficial(t)
	for _, m := range methods {
		want, ok := list.Methods[m.name]
		if !ok {
			t.Errorf("%s is not on the list", m.name)
		}
		for name := range want.Fields {
			if !m.knows(name) {
				t.Errorf("%s does not know its parameter %s", m.name, name)
			}
		}
		for name := range strings.FieldsSeq(m.params) {
			if _, ok := want.Fields[name]; !ok && !slices.Contains(earlier, name) {
				t.Errorf("%s has a parameter %s of its own", m.name, name)
			}
		}
	}
}

func TestFieldsAreOfficial(t *testing.T) {
	list := readOfficial(t)
	own := []string{"keyboard", "edited", "silent", "reaction"} // taken off before the bot sees a message
	for name, value := range map[string]any{
		"User": User{}, "Chat": Chat{}, "MessageEntity": Entity{}, "Document": Document{}, "PhotoSize": PhotoSize{}, "Sticker": Sticker{},
		"Contact": Contact{}, "BotCommand": Command{}, "LinkPreviewOptions": LinkPreview{}, "Message": Message{}, "File": fileInfo{},
		"InlineKeyboardMarkup": InlineKeyboard{}, "InlineKeyboardButton": Button{}, "CopyTextButton": CopyText{}, "WebAppInfo": WebApp{},
		"CallbackQuery": world.CallbackQuery{}, "InaccessibleMessage": world.Inaccessible{}, "ChatMemberUpdated": people.MemberUpdated{},
		"ChatMemberBanned": people.Member{}, "ChatFullInfo": fullChat{}, "AcceptedGiftTypes": giftTypes{}, "WebhookInfo": webhookInfo{}, "UserProfilePhotos": profilePhotos{},
		"ResponseParameters": wire.Parameters{},
	} {
		fields := fieldsOf(reflect.TypeOf(value))
		for field := range fields {
			if _, ok := list.Types[name].Fields[field]; !ok && !(name == "Message" && slices.Contains(own, field)) {
				t.Errorf("%s has a field %s of its own", name, field)
			}
		}
		for field, about := range list.Types[name].Fields {
			if _, ok := fields[field]; about.Required && !ok {
				t.Errorf("%s lacks its required field %s", name, field)
			}
		}
	}
	for field := range fieldsOf(reflect.TypeFor[botUser]()) {
		if _, ok := list.Types["User"].Fields[field]; !ok {
			t.Errorf("getMe has a field %s of its own", field)
		}
	}
}

// What the list requires is required here, but for the one list that the real server takes for empty when it is missing.
func TestNothingIsNotEnough(t *testing.T) {
	list := readOfficial(t)
	b, _ := start(t, Options{})
	for name, m := range methods {
		for field, about := range list.Methods[m.name].Fields {
			if about.Required && m.name != "setMyCommands" && b.call(name, nil).OK {
				t.Errorf("%s goes without its %s", m.name, field)
			}
		}
	}
}

func TestMarkupFieldsAreOfficial(t *testing.T) {
	list := readOfficial(t)
	compare := func(fields []string, types ...string) {
		var want []string
		for _, name := range types {
			for field := range list.Types[name].Fields {
				want = append(want, field)
			}
		}
		slices.Sort(want)
		have := slices.Sorted(slices.Values(fields))
		if !slices.Equal(slices.Compact(want), have) {
			t.Errorf("%v: the list has %v, this %v", types, want, have)
		}
	}
	compare(wire.ButtonFields, "InlineKeyboardButton")
	compare(wire.KeyFields, "KeyboardButton")
	compare(nested["link_preview_options"], "LinkPreviewOptions")
	compare(nested["reply_parameters"], "ReplyParameters")
	compare(nested["commands"], "BotCommand")
	compare(nested["scope"], "BotCommandScopeDefault", "BotCommandScopeChat", "BotCommandScopeChatMember")
	compare(entityFields, "MessageEntity")
	compare(wire.MarkupFields, "InlineKeyboardMarkup", "ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ForceReply")
	for _, kind := range world.UpdateKinds {
		if _, ok := list.Types["Update"].Fields[kind]; !ok {
			t.Errorf("no update has the kind %s", kind)
		}
	}
}

// fieldsOf gives the JSON names of a struct, those of embedded ones among them.
func fieldsOf(of reflect.Type) map[string]bool {
	out := map[string]bool{}
	for _, f := range reflect.VisibleFields(of) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name != "" && name != "-" {
			out[name] = true
		}
	}
	return out
}
