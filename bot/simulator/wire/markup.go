package wire

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

// The fields that the official list knows of a markup, of its buttons and of its keys.
var (
	MarkupFields = strings.Fields(`inline_keyboard keyboard is_persistent resize_keyboard one_time_keyboard input_field_placeholder
		selective remove_keyboard force_reply`)
	ButtonFields = strings.Fields(`text icon_custom_emoji_id style url callback_data web_app login_url switch_inline_query
		switch_inline_query_current_chat switch_inline_query_chosen_chat copy_text callback_game pay`)
	KeyFields = strings.Fields(`text icon_custom_emoji_id style request_users request_chat request_managed_bot request_contact
		request_location request_poll web_app`)
)

// Markup is what reply_markup asks for: inline buttons, or a keyboard, or nothing.
type Markup struct {
	Inline   *InlineKeyboard
	Keyboard *Keyboard
}

// MarkupReader reads reply_markup and tells of fields that nobody knows.
type MarkupReader struct {
	Unknown func(format string, args ...any)
}

// Read reads an inline keyboard, a keyboard, its removal or a forced reply. The error is the text of a refusal.
func (r MarkupReader) Read(o Object) (Markup, error) {
	r.Know("reply_markup", o, MarkupFields)
	keys, err := readRows(o, "keyboard", "", "keyboard button", r.key)
	if err != nil {
		return Markup{}, err
	}
	buttons, err := readRows(o, "inline_keyboard", " of the InlineKeyboardMarkup", "inline keyboard button", r.button)
	if err != nil {
		return Markup{}, err
	}
	k, err := readKeyboard(o)
	k.Rows = keys
	switch {
	case err != nil:
		return Markup{}, err
	case len(keys) > 0:
		k.Remove, k.ForceReply = false, false
		return Markup{Keyboard: &k}, nil
	case len(buttons) > 0:
		return Markup{Inline: &InlineKeyboard{buttons}}, nil
	case k.Remove:
		return Markup{Keyboard: &Keyboard{Remove: true, Selective: k.Selective}}, nil
	case k.ForceReply:
		return Markup{Keyboard: &Keyboard{ForceReply: true, Selective: k.Selective, Placeholder: k.Placeholder}}, nil
	}
	return Markup{}, nil // an empty keyboard is none
}

func readKeyboard(o Object) (Keyboard, error) {
	r := Reader{Object: o}
	k := Keyboard{
		Persistent:  r.Flag("is_persistent"),
		Resize:      r.Flag("resize_keyboard"),
		OneTime:     r.Flag("one_time_keyboard"),
		Placeholder: r.Text("input_field_placeholder"),
		Selective:   r.Flag("selective"),
		Remove:      r.Flag("remove_keyboard"),
		ForceReply:  r.Flag("force_reply"),
	}
	return k, r.Err
}

// readRows reads rows of buttons. A button without words is left out, and so is a row without buttons.
func readRows[T any](o Object, field, of, what string, read func(json.RawMessage) (T, bool, error)) ([][]T, error) {
	rows, err := o.list(field)
	if err != nil {
		return nil, err
	}
	var out [][]T
	for _, raw := range rows {
		list, ok := AsList(raw)
		if !ok {
			return nil, Mistake("Field \"%s\"%s must be an Array of Arrays", field, of)
		}
		var row []T
		for _, raw := range list {
			button, keep, err := read(raw)
			if err != nil {
				return nil, Mistake("Can't parse %s: %v", what, err)
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

// Know tells of the fields of an object that nobody knows.
func (r MarkupReader) Know(where string, o Object, fields []string) {
	for name := range o {
		if !slices.Contains(fields, name) {
			r.Unknown("%s: unknown field %q", where, name)
		}
	}
}
