package simulator

import (
	"encoding/json"
	"strings"
)

// nested are the parameters that are objects, or lists of them, and the fields that the official list knows of these.
// reply_markup has its own reader, which tells more.
var nested = map[string][]string{
	"link_preview_options": strings.Fields("is_disabled url prefer_small_media prefer_large_media show_above_text"),
	"reply_parameters": strings.Fields(`message_id chat_id allow_sending_without_reply quote quote_parse_mode
		quote_entities quote_position checklist_task_id poll_option_id`),
	"commands":         strings.Fields("command description"),
	"scope":            strings.Fields("type chat_id user_id"),
	"entities":         entityFields,
	"caption_entities": entityFields,
}

var entityFields = strings.Fields(`type offset length url user language custom_emoji_id unix_time date_time_format`)

// observeNested looks for fields of a parameter that nobody knows.
func (s *Server) observeNested(name, value string) {
	fields, known := nested[name]
	if !known {
		return
	}
	list, many := asList(json.RawMessage(value))
	if !many {
		list = []json.RawMessage{json.RawMessage(value)}
	}
	for _, item := range list {
		if o, ok := asObject(item); ok {
			markupReader{s.unknown}.know(name, o, fields)
		}
	}
}
