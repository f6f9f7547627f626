package simulator

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// byServer are the kinds that the server finds by itself: those that a call brings are dropped.
var byServer = strings.Fields("mention hashtag cashtag bot_command url email phone_number bank_card_number date_time")

// readEntities reads entities that a call brought; what is no list is ignored.
func readEntities(raw string) ([]Entity, *apiError) {
	items, _ := asList(json.RawMessage(raw))
	var list []Entity
	for _, item := range items {
		e, err := readEntity(item)
		if err != nil {
			return nil, badf("Can't parse MessageEntity: %v", err)
		}
		if !slices.Contains(byServer, e.Type) {
			list = append(list, e)
		}
	}
	return list, nil
}

func readEntity(raw json.RawMessage) (Entity, error) {
	o, ok := asObject(raw)
	if !ok {
		return Entity{}, mistake("expected an Object")
	}
	r := reader{object: o}
	e := Entity{Type: r.required("type"), Offset: r.number("offset"), Length: r.number("length")}
	switch {
	case e.Type == "text_link":
		e.URL = r.required("url")
	case e.Type == "text_mention":
		e.User = &User{ID: r.userID("user")}
	case e.Type == "custom_emoji":
		if _, err := strconv.ParseInt(r.required("custom_emoji_id"), 10, 64); err != nil {
			r.keep(mistake("Field \"custom_emoji_id\" must be a valid Number"))
		}
	case e.Type == "pre":
		e.Language = r.text("language")
	case !e.is(styles) && !e.is(quotes) && !e.is(verbatim) && !slices.Contains(byServer, e.Type):
		r.keep(mistake("Unsupported type specified"))
	}
	return e, r.err
}

// userID reads the id of the user in a field.
func (r *reader) userID(name string) int64 {
	if !r.has(name) {
		r.keep(mistake("Can't find field \"%s\"", name))
		return 0
	}
	return leadingInteger(r.inner(name, "id"))
}

// checkEntities is for entities given by hand.
func (t styled) checkEntities() *apiError {
	end := utf16Len(t.text)
	for i, e := range t.entities {
		switch {
		case e.Offset < 0:
			return badf("Receive an entity with incorrect offset %d", e.Offset)
		case e.Length < 0:
			return badf("Receive an entity with incorrect length %d", e.Length)
		case e.Offset > end:
			return badf("Entity begins after the end of the text at UTF-16 offset %d", e.Offset)
		case e.end() > end:
			return badf("Entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d", e.Offset, e.end())
		case e.Type == "text_mention" && e.User.ID <= 0:
			return bad("User not found")
		case e.Type == "text_link":
			link, err := checkLink(e.URL)
			if err != nil {
				return badf("Entity %v", err)
			}
			t.entities[i].URL = link
		}
	}
	return nil
}
