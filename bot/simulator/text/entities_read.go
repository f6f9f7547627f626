package text

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"siip-asn/bot/simulator/wire"
)

// byServer are the kinds that the server finds by itself: those that a call brings are dropped.
var byServer = strings.Fields("mention hashtag cashtag bot_command url email phone_number bank_card_number date_time")

// ReadEntities reads entities that a call brought; what is no list is ignored.
func ReadEntities(raw string) ([]wire.Entity, *wire.APIError) {
	items, _ := wire.AsList(json.RawMessage(raw))
	var list []wire.Entity
	for _, item := range items {
		e, err := readEntity(item)
		if err != nil {
			return nil, wire.Badf("Can't parse MessageEntity: %v", err)
		}
		if !slices.Contains(byServer, e.Type) {
			list = append(list, e)
		}
	}
	return list, nil
}

func readEntity(raw json.RawMessage) (wire.Entity, error) {
	o, ok := wire.AsObject(raw)
	if !ok {
		return wire.Entity{}, wire.Mistake("expected an Object")
	}
	r := wire.Reader{Object: o}
	e := wire.Entity{Type: r.Required("type"), Offset: r.Number("offset"), Length: r.Number("length")}
	switch {
	case e.Type == "text_link":
		e.URL = r.Required("url")
	case e.Type == "text_mention":
		e.User = &wire.User{ID: userID(&r, "user")}
	case e.Type == "custom_emoji":
		if _, err := strconv.ParseInt(r.Required("custom_emoji_id"), 10, 64); err != nil {
			r.Keep(wire.Mistake("Field \"custom_emoji_id\" must be a valid Number"))
		}
	case e.Type == "pre":
		e.Language = r.Text("language")
	case !is(e, styles) && !is(e, quotes) && !is(e, verbatim) && !slices.Contains(byServer, e.Type):
		r.Keep(wire.Mistake("Unsupported type specified"))
	}
	return e, r.Err
}

// userID reads the id of the user in a field.
func userID(r *wire.Reader, name string) int64 {
	if !r.Has(name) {
		r.Keep(wire.Mistake("Can't find field \"%s\"", name))
		return 0
	}
	return wire.LeadingInteger(r.Inner(name, "id"))
}

// CheckEntities is for entities given by hand.
func (t Styled) CheckEntities() *wire.APIError {
	end := utf16Len(t.Text)
	for i, e := range t.Entities {
		switch {
		case e.Offset < 0:
			return wire.Badf("Receive an entity with incorrect offset %d", e.Offset)
		case e.Length < 0:
			return wire.Badf("Receive an entity with incorrect length %d", e.Length)
		case e.Offset > end:
			return wire.Badf("Entity begins after the end of the text at UTF-16 offset %d", e.Offset)
		case End(e) > end:
			return wire.Badf("Entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d", e.Offset, End(e))
		case e.Type == "text_mention" && e.User.ID <= 0:
			return wire.Bad("User not found")
		case e.Type == "text_link":
			link, err := wire.CheckLink(e.URL)
			if err != nil {
				return wire.Badf("Entity %v", err)
			}
			t.Entities[i].URL = link
		}
	}
	return nil
}
