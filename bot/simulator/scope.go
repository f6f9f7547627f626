package simulator

import (
	"encoding/json"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// commandKey names what commands are set for: a scope and a language. The language is checked after the chat.
func commandKey(s *world.World, q *request) (string, *wire.APIError) {
	scope, err := readScope(s, q.Text("scope"))
	if err != nil {
		return "", err
	}
	language := q.Text("language_code")
	if !languageCode.MatchString(language) {
		return "", wire.Bad("Invalid language code specified")
	}
	return scope + " " + language, nil
}

func readScope(s *world.World, raw string) (string, *wire.APIError) {
	if raw == "" {
		return "default", nil
	}
	if !json.Valid([]byte(raw)) {
		return "", wire.Bad("Can't parse BotCommandScope JSON object")
	}
	o, ok := wire.AsObject(json.RawMessage(raw))
	if !ok {
		return "", wire.Bad("Can't parse BotCommandScope: BotCommandScope must be an Object")
	}
	r := wire.Reader{Object: o}
	kind := r.Required("type")
	switch kind {
	case "default", "all_private_chats", "all_group_chats", "all_chat_administrators":
		return kind, nil
	case "chat", "chat_administrators", "chat_member":
		return chatScope(s, &r, kind)
	}
	r.Keep(wire.Mistake("Unsupported type specified"))
	return "", wire.Badf("Can't parse BotCommandScope: %v", r.Err)
}

func chatScope(s *world.World, r *wire.Reader, kind string) (string, *wire.APIError) {
	id := r.Required("chat_id")
	if id == "" {
		r.Keep(wire.Mistake("Empty chat_id specified"))
	}
	user := ""
	if kind == "chat_member" {
		user = r.Required("user_id")
		if wire.LeadingInteger(user) <= 0 {
			r.Keep(wire.Mistake("Invalid user_id specified"))
		}
	}
	if r.Err != nil {
		return "", wire.Badf("Can't parse BotCommandScope: %v", r.Err)
	}
	c, err := readable(s, id)
	if err != nil {
		return "", err
	}
	if c.Private() && kind != "chat" {
		return "", wire.Bad("Can't use specified scope in private chats")
	}
	return world.ScopeOf(kind, c.ID, wire.LeadingInteger(user)), nil
}
