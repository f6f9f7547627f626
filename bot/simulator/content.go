package simulator

import (
	"encoding/json"
	"strings"

	"siip-asn/bot/simulator/text"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// readStyled makes a text from what a call brought. It does not judge yet whether it is empty or too long: the real server
// looks for the chat before that.
func (q *request) readStyled(field, entities string) (text.Styled, *wire.APIError) {
	source, err := q.UTF8(field)
	if err != nil {
		return text.Styled{}, err
	}
	if len(source) > text.MaxSource {
		return text.Styled{}, wire.Bad("Text is too long")
	}
	switch strings.ToLower(q.Text("parse_mode")) {
	case "html":
		return text.ParseHTML(source)
	case "", "none":
		list, err := text.ReadEntities(q.Text(entities))
		if err != nil {
			return text.Styled{}, err
		}
		t := text.Styled{Text: source, Entities: list}
		return t, t.CheckEntities()
	case "markdown", "markdownv2":
		return text.Styled{}, wire.Bad("can't parse entities: Markdown is not simulated, use HTML")
	}
	if source == "" {
		return text.Styled{}, nil
	}
	return text.Styled{}, wire.Bad("Unsupported parse_mode")
}

// linkPreview reads what a call wants of the preview of a link; nil is nothing.
func (q *request) linkPreview() (*wire.LinkPreview, *wire.APIError) {
	raw := q.Text("link_preview_options")
	if raw == "" {
		if q.Boolean("disable_web_page_preview") {
			return &wire.LinkPreview{IsDisabled: true}, nil
		}
		return nil, nil
	}
	o, ok := wire.AsObject(json.RawMessage(raw))
	if !ok {
		return nil, wire.Bad("Can't parse link preview options JSON object")
	}
	r := wire.Reader{Object: o}
	out := wire.LinkPreview{
		IsDisabled: r.Flag("is_disabled"), URL: r.Text("url"), PreferSmallMedia: r.Flag("prefer_small_media"),
		PreferLargeMedia: r.Flag("prefer_large_media"), ShowAboveText: r.Flag("show_above_text"),
	}
	if r.Err != nil {
		return nil, wire.Bad(r.Err.Error())
	}
	return &out, nil
}

func readMarkup(s *world.World, q *request) (wire.Markup, *wire.APIError) {
	raw := q.Text("reply_markup")
	if raw == "" {
		return wire.Markup{}, nil
	}
	if !json.Valid([]byte(raw)) {
		return wire.Markup{}, wire.Bad("Can't parse reply keyboard markup JSON object")
	}
	o, ok := wire.AsObject(json.RawMessage(raw))
	if !ok {
		return wire.Markup{}, wire.Bad("Object expected as reply markup")
	}
	m, err := wire.MarkupReader{Unknown: func(format string, args ...any) { unknown(s, format, args...) }}.Read(o)
	if err != nil {
		return wire.Markup{}, wire.Bad(err.Error())
	}
	return m, nil
}
