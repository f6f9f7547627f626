package simulator

import (
	"encoding/json"
	"slices"
	"strings"
)

const (
	maxMarkup  = 10 << 10 // bytes; what users of the real server report
	maxButtons = 100
	maxInRow   = 8
	maxKeys    = 300
	maxData    = 64 // bytes of callback_data
)

var (
	markupFields = strings.Fields(`inline_keyboard keyboard is_persistent resize_keyboard one_time_keyboard input_field_placeholder
		selective remove_keyboard force_reply`)
	buttonFields = strings.Fields(`text icon_custom_emoji_id style url callback_data web_app login_url switch_inline_query
		switch_inline_query_current_chat switch_inline_query_chosen_chat copy_text callback_game pay`)
	keyFields = strings.Fields(`text icon_custom_emoji_id style request_users request_chat request_managed_bot request_contact
		request_location request_poll web_app`)
)

// markup is what reply_markup asks for: inline buttons, or a keyboard, or nothing.
type markup struct {
	inline   *InlineKeyboard
	keyboard *Keyboard
}

// markupReader reads reply_markup and tells of fields that nobody knows.
type markupReader struct {
	unknown func(format string, args ...any)
}

func (s *Server) readMarkup(q *request) (markup, *apiError) {
	raw := q.text("reply_markup")
	if raw == "" {
		return markup{}, nil
	}
	if !json.Valid([]byte(raw)) {
		return markup{}, bad("Can't parse reply keyboard markup JSON object")
	}
	o, ok := asObject(json.RawMessage(raw))
	if !ok {
		return markup{}, bad("Object expected as reply markup")
	}
	m, err := markupReader{s.unknown}.read(o)
	if err != nil {
		return markup{}, bad(err.Error())
	}
	return m, nil
}

func (r markupReader) read(o object) (markup, error) {
	r.know("reply_markup", o, markupFields)
	keys, err := readRows(o, "keyboard", "", "keyboard button", r.key)
	if err != nil {
		return markup{}, err
	}
	buttons, err := readRows(o, "inline_keyboard", " of the InlineKeyboardMarkup", "inline keyboard button", r.button)
	if err != nil {
		return markup{}, err
	}
	k, err := readKeyboard(o)
	k.Rows = keys
	switch {
	case err != nil:
		return markup{}, err
	case len(keys) > 0:
		k.Remove, k.ForceReply = false, false
		return markup{keyboard: &k}, nil
	case len(buttons) > 0:
		return markup{inline: &InlineKeyboard{buttons}}, nil
	case k.Remove:
		return markup{keyboard: &Keyboard{Remove: true, Selective: k.Selective}}, nil
	case k.ForceReply:
		return markup{keyboard: &Keyboard{ForceReply: true, Selective: k.Selective, Placeholder: k.Placeholder}}, nil
	}
	return markup{}, nil // an empty keyboard is none
}

func readKeyboard(o object) (Keyboard, error) {
	r := reader{object: o}
	k := Keyboard{
		Persistent:  r.flag("is_persistent"),
		Resize:      r.flag("resize_keyboard"),
		OneTime:     r.flag("one_time_keyboard"),
		Placeholder: r.text("input_field_placeholder"),
		Selective:   r.flag("selective"),
		Remove:      r.flag("remove_keyboard"),
		ForceReply:  r.flag("force_reply"),
	}
	return k, r.err
}

// readRows reads rows of buttons. A button without words is left out, and so is a row without buttons.
func readRows[T any](o object, field, of, what string, read func(json.RawMessage) (T, bool, error)) ([][]T, error) {
	rows, err := o.list(field)
	if err != nil {
		return nil, err
	}
	var out [][]T
	for _, raw := range rows {
		list, ok := asList(raw)
		if !ok {
			return nil, mistake("Field \"%s\"%s must be an Array of Arrays", field, of)
		}
		var row []T
		for _, raw := range list {
			button, keep, err := read(raw)
			if err != nil {
				return nil, mistake("Can't parse %s: %v", what, err)
			}
			if keep {
				row = append(row, button)
			}
		}
		if len(row) > 0 {
			out = append(out, row)
		}
	}
	return out, nil
}

func (r markupReader) know(where string, o object, fields []string) {
	for name := range o {
		if !slices.Contains(fields, name) {
			r.unknown("%s: unknown field %q", where, name)
		}
	}
}
