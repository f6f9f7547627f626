package bot

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
)

const big = "7000000000001" // ids have more than 32 bits

func TestDecode(t *testing.T) {
	private := `"chat":{"id":` + big + `,"type":"private"},"from":{"id":` + big + `,"is_bot":false,"first_name":"X"}`
	group := `"chat":{"id":-100123,"type":"supergroup"},"from":{"id":` + big + `,"first_name":"X"}`
	for name, c := range map[string]struct {
		update string
		want   dialog.Input
	}{
		"text":              {`"message":{"message_id":5,` + private + `,"text":"halo"}`, dialog.Text{Body: "halo"}},
		"command":           {`"message":{"message_id":5,` + private + `,"text":"/START  K0DE "}`, dialog.Command{Name: "start", Argument: "K0DE"}},
		"command to us":     {`"message":{"message_id":5,` + group + `,"text":"/start@Siip_Bot"}`, dialog.Command{Name: "start"}},
		"command to others": {`"message":{"message_id":5,` + group + `,"text":"/start@other_bot"}`, nil},
		"no command":        {`"message":{"message_id":5,` + private + `,"text":"/ start"}`, dialog.Text{Body: "/ start"}},
		"control character": {`"message":{"message_id":5,` + private + `,"text":"\u0007x"}`, dialog.Text{Body: "\ax"}},
		"own contact":       {`"message":{"message_id":5,` + private + `,"contact":{"phone_number":"0811","first_name":"X","user_id":` + big + `}}`, dialog.Contact{Phone: "0811", Own: true}},
		"other's contact":   {`"message":{"message_id":5,` + private + `,"contact":{"phone_number":"0811","first_name":"X","user_id":7}}`, dialog.Contact{Phone: "0811"}},
		"unknown contact":   {`"message":{"message_id":5,` + private + `,"contact":{"phone_number":"0811","first_name":"X"}}`, dialog.Contact{Phone: "0811"}},
		"document":          {`"message":{"message_id":5,` + private + `,"document":{"file_id":"f","file_unique_id":"u","file_name":"a.xlsx","file_size":9}}`, dialog.File{Ref: "f", Name: "a.xlsx", Size: 9}},
		"sticker":           {`"message":{"message_id":5,` + private + `,"sticker":{"file_id":"f","file_unique_id":"u","type":"regular","width":1,"height":1}}`, dialog.Other{}},
		"photo":             {`"message":{"message_id":5,` + private + `,"photo":[{"file_id":"f","width":1,"height":1}],"caption":"x"}`, dialog.Other{}},
		"story":             {`"message":{"message_id":5,` + private + `,"story":{"id":1,"chat":{"id":1,"type":"private"}}}`, dialog.Other{}},
		"place":             {`"message":{"message_id":5,` + private + `,"location":{"latitude":1.5,"longitude":2.5}}`, dialog.Other{}},
		"live place":        {`"message":{"message_id":5,` + private + `,"location":{"latitude":1.5,"longitude":2.5,"live_period":900}}`, nil},
		"live place moves":  {`"edited_message":{"message_id":5,` + private + `,"edit_date":9,"location":{"latitude":1.6,"longitude":2.5,"live_period":900}}`, nil},
		"caption edited":    {`"edited_message":{"message_id":5,` + private + `,"edit_date":9,"caption":"y","photo":[{"file_id":"f"}]}`, nil},
		"nothing in it":     {`"message":{"message_id":5,` + private + `}`, nil},
		"empty photo":       {`"message":{"message_id":5,` + private + `,"photo":[],"sticker":null}`, nil},
		"timer set":         {`"message":{"message_id":5,` + private + `,"message_auto_delete_timer_changed":{"message_auto_delete_time":86400}}`, nil},
		"background set":    {`"message":{"message_id":5,` + private + `,"chat_background_set":{"type":{"type":"fill"}}}`, nil},
		"gift":              {`"message":{"message_id":5,` + private + `,"gift":{"gift":{"id":"1"}}}`, nil},
		"a kind of 2030":    {`"message":{"message_id":5,` + private + `,"hologram_call_ended":{"duration":5}}`, nil},
		"write access":      {`"message":{"message_id":5,` + private + `,"write_access_allowed":{}}`, nil},
		"joined a group":    {`"message":{"message_id":5,` + group + `,"new_chat_members":[{"id":1,"is_bot":true,"first_name":"B"}]}`, nil},
		"pinned":            {`"message":{"message_id":5,` + private + `,"pinned_message":{"message_id":1,` + private + `}}`, nil},
		"edited":            {`"edited_message":{"message_id":5,` + private + `,"text":"halo"}`, dialog.Edited{}},
		"tap":               {`"callback_query":{"id":"9","from":{"id":` + big + `},"message":{"message_id":5,` + private + `},"data":"edit:1:2"}`, dialog.Tap{Button: ui.Button{Word: "edit", ID: 1, Versi: 2}}},
		"forged tap":        {`"callback_query":{"id":"9","from":{"id":` + big + `},"message":{"message_id":5,` + private + `},"data":"\fedit|1"}`, dialog.Tap{}},
		"tap, old message":  {`"callback_query":{"id":"9","from":{"id":` + big + `},"message":{"message_id":5,"date":0,"chat":{"id":` + big + `,"type":"private"}},"data":"menu:0:0"}`, dialog.Tap{Button: ui.Button{Word: "menu"}}},
		"tap, no message":   {`"callback_query":{"id":"9","from":{"id":` + big + `},"inline_message_id":"x","data":"menu:0:0"}`, dialog.Tap{Button: ui.Button{Word: "menu"}}},
		"blocked":           {`"my_chat_member":{` + private + `,"date":1,"old_chat_member":{"status":"member","user":{"id":1}},"new_chat_member":{"status":"kicked","user":{"id":1}}}`, dialog.Blocked{Yes: true}},
		"opened again":      {`"my_chat_member":{` + private + `,"date":1,"old_chat_member":{"status":"kicked","user":{"id":1}},"new_chat_member":{"status":"member","user":{"id":1}}}`, dialog.Blocked{}},
		"bot in a group":    {`"message":{"message_id":5,"chat":{"id":-1,"type":"group"},"from":{"id":3,"is_bot":true,"first_name":"B"},"text":"x"}`, nil},
		"channel":           {`"channel_post":{"message_id":5,"chat":{"id":-1,"type":"channel"},"text":"x"}`, nil},
		"unknown kind":      {`"something_of_2030":{"x":1}`, nil},
	} {
		in := newDecoder().decode(json.RawMessage(`{"update_id":700000001,`+c.update+`}`), time.Unix(1, 0))
		if in.Poison != nil || in.Update != 700000001 || !reflect.DeepEqual(in.Event.Input, c.want) {
			t.Errorf("%s: %+v", name, in)
		}
		if c.want != nil && in.Event.From != 7000000000001 {
			t.Errorf("%s: from %d", name, in.Event.From)
		}
	}
}

func newDecoder() decoder { return decoder{"siip_bot", newTexts()} }

// TestAnEditThatChangesNoTextIsNobodysBusiness: Telegram also tells of previews that have loaded.
func TestAnEditThatChangesNoTextIsNobodysBusiness(t *testing.T) {
	d := newDecoder()
	message := func(kind, text string) dialog.Input {
		return d.decode(json.RawMessage(`{"update_id":1,"`+kind+`":{"message_id":5,"date":1,"chat":{"id":7,"type":"private"},"from":{"id":7},"text":"`+text+`"}}`), time.Time{}).Event.Input
	}
	for i, step := range []struct {
		kind, text string
		told       bool
	}{
		{"message", "halo", true}, {"edited_message", "halo", false}, {"edited_message", "hallo", true}, {"edited_message", "hallo", false}, {"edited_message", "halo", true},
	} {
		if got := message(step.kind, step.text); (got != nil) != step.told {
			t.Errorf("%d: %#v", i, got)
		}
	}
	for n := range textsMax + 10 {
		d.texts.changed(1, n, "x")
	}
	if len(d.texts.texts) != textsMax {
		t.Errorf("%d texts are kept", len(d.texts.texts))
	}
}

// TestAMarkIsTheSameUnderEveryUpdateID: what makes a message this one is its chat, number and time; a tap its query.
func TestAMarkIsTheSameUnderEveryUpdateID(t *testing.T) {
	message := func(update, id, date, chat string) string {
		return `{"update_id":` + update + `,"message":{"message_id":` + id + `,"date":` + date +
			`,"chat":{"id":` + chat + `,"type":"private"},"from":{"id":` + chat + `},"text":"halo"}}`
	}
	tap := func(update, query, data string) string {
		return `{"update_id":` + update + `,"callback_query":{"id":"` + query + `","from":{"id":7},"data":"` + data + `"}}`
	}
	marks := map[string]bool{}
	for _, c := range []struct {
		raw string
		new bool
	}{
		{message("1", "5", "100", "7"), true}, {message("2", "5", "100", "7"), false},
		{message("3", "6", "100", "7"), true}, {message("4", "5", "101", "7"), true}, {message("5", "5", "100", "8"), true},
		{tap("6", "9", "menu:0:0"), true}, {tap("7", "9", "menu:0:0"), false},
		{tap("8", "10", "menu:0:0"), true}, {tap("9", "9", "menu:0:1"), true},
	} {
		m := newDecoder().decode(json.RawMessage(c.raw), time.Time{}).Mark
		if m == "" || marks[m] == c.new {
			t.Errorf("%s: mark %q", c.raw, m)
		}
		marks[m] = true
	}
}

func TestAnUpdateThatCannotBeReadHoldsUpNothing(t *testing.T) {
	in := newDecoder().decode(json.RawMessage(`{"update_id":5,"callback_query":{"id":"77","from":{"id":12},"message":"not an object"}}`), time.Time{})
	if in.Poison == nil || in.Update != 5 || in.Event.From != 12 || in.Tap != "77" {
		t.Errorf("%+v", in)
	}
	in = newDecoder().decode(json.RawMessage(`{"update_id":6,"message":{"message_id":"five","chat":{"id":12},"from":{"id":12}}}`), time.Time{})
	if in.Poison == nil || in.Update != 6 || in.Event.From != 12 {
		t.Errorf("%+v", in)
	}
}

// FuzzDecode: whatever is delivered, it is an event, nobody's business, or poison; never a panic.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"update_id":1,"message":{"message_id":5,"chat":{"id":1,"type":"private"},"from":{"id":1},"text":"/start x"}}`))
	f.Add([]byte(`{"update_id":1,"callback_query":{"id":"9","from":{"id":1},"data":"menu:0:0"}}`))
	f.Add([]byte(`{"update_id":"x"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		in := newDecoder().decode(raw, time.Time{})
		if in.Poison != nil && in.Event.Input != nil {
			t.Error("poison with an event")
		}
	})
}

func TestANameOfAFileIsHarmless(t *testing.T) {
	for sent, want := range map[string]string{
		"pegawai.xlsx": "pegawai.xlsx", "../../etc/passwd": ".._.._etc_passwd", "a\nlevel=ERROR\x1b[31m.xlsx": "a level=ERROR[31m.xlsx",
		`C:\x"y.xlsx`: "C__x_y.xlsx", "\u202exslx.exe": "xslx.exe", strings.Repeat("ß", 300) + ".xlsx": strings.Repeat("ß", 95) + ".xlsx",
	} {
		if got := fileName(sent); got != want {
			t.Errorf("%q: %q, want %q", sent, got, want)
		}
	}
}

// TestWhatIsTakenInAgainAnswersNoQuestion: it has no marks of its delivery, and a typed text is not the answer to whatever is
// asked now.
func TestWhatIsTakenInAgainAnswersNoQuestion(t *testing.T) {
	for raw, want := range map[string]dialog.Input{
		`"message":{"message_id":5,"chat":{"id":7,"type":"private"},"from":{"id":7},"text":"ya"}`:     dialog.Other{},
		`"message":{"message_id":5,"chat":{"id":7,"type":"private"},"from":{"id":7},"text":"/start"}`: dialog.Command{Name: "start"},
		`"callback_query":{"id":"9","from":{"id":7},"data":"menu:0:0"}`:                               dialog.Tap{Button: ui.Button{Word: "menu"}},
	} {
		in := Decode([]byte(`{"update_id":5,`+raw+`}`), time.Unix(1, 0))
		if in.Update != 0 || in.Mark != "" || in.Tap != "" || !reflect.DeepEqual(in.Event.Input, want) {
			t.Errorf("%s: %+v", raw, in)
		}
	}
}
