package simulator

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// observe looks at a call as it arrives.
func observe(s *world.World, q *request) {
	m, known := methods[q.method]
	if !known {
		return
	}
	chat := chatOf(s, q)
	s.Watch.TooEarly(m.name, chat)
	if m.sends {
		if s.Limiter.IsBulk(chat) {
			s.Watch.TooMuch(s.Opt.MessagesPerSecond)
		}
		s.Watch.TooMuchFor(chat, s.Opt.ChatBurst)
		s.Watch.InVain(m.name, chat)
	}
	for _, name := range slices.Sorted(maps.Keys(q.Values)) {
		if !m.knows(name) {
			unknown(s, "%s: unknown parameter %q", m.name, name)
		}
		observeNested(s, name, q.Values[name])
	}
}

// unknown complains in strict mode about a name that nobody knows.
func unknown(s *world.World, format string, args ...any) {
	if s.Opt.Strict {
		s.Watch.Complain(format, args...)
	}
}

// nested are the parameters that are objects, or lists of them, and the fields that the official list knows of these.
// reply_markup has its own reader, which tells more.
var nested = map[string][]string{
	"link_preview_options": strings.Fields("is_disabled url prefer_small_media prefer_large_media show_above_text"),
	"reply_parameters": strings.Fields(`message_id chat_id allow_sending_without_reply quote quote_parse_mode
		quote_entities quote_position checklist_task_id poll_option_id`),
	"photo":            strings.Fields("type photo"), // of setMyProfilePhoto; elsewhere it is no object
	"commands":         strings.Fields("command description"),
	"scope":            strings.Fields("type chat_id user_id"),
	"entities":         entityFields,
	"caption_entities": entityFields,
}

var entityFields = strings.Fields(`type offset length url user language custom_emoji_id unix_time date_time_format`)

// observeNested looks for fields of a parameter that nobody knows.
func observeNested(s *world.World, name, value string) {
	fields, known := nested[name]
	if !known {
		return
	}
	list, many := wire.AsList(json.RawMessage(value))
	if !many {
		list = []json.RawMessage{json.RawMessage(value)}
	}
	for _, item := range list {
		if o, ok := wire.AsObject(item); ok {
			wire.MarkupReader{Unknown: func(format string, args ...any) { unknown(s, format, args...) }}.Know(name, o, fields)
		}
	}
}
