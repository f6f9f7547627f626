package simulator

import (
	"encoding/json"
	"fmt"
)

// commandKey names what commands are set for: a scope and a language. The language is checked after the chat.
func (s *Server) commandKey(q *request) (string, *apiError) {
	scope, err := s.readScope(q.text("scope"))
	if err != nil {
		return "", err
	}
	language := q.text("language_code")
	if !languageCode.MatchString(language) {
		return "", bad("Invalid language code specified")
	}
	return scope + " " + language, nil
}

func (s *Server) readScope(raw string) (string, *apiError) {
	if raw == "" {
		return "default", nil
	}
	if !json.Valid([]byte(raw)) {
		return "", bad("Can't parse BotCommandScope JSON object")
	}
	o, ok := asObject(json.RawMessage(raw))
	if !ok {
		return "", bad("Can't parse BotCommandScope: BotCommandScope must be an Object")
	}
	r := reader{object: o}
	kind := r.required("type")
	switch kind {
	case "default", "all_private_chats", "all_group_chats", "all_chat_administrators":
		return kind, nil
	case "chat", "chat_administrators", "chat_member":
		return s.chatScope(&r, kind)
	}
	r.keep(mistake("Unsupported type specified"))
	return "", badf("Can't parse BotCommandScope: %v", r.err)
}

func (s *Server) chatScope(r *reader, kind string) (string, *apiError) {
	id := r.required("chat_id")
	if id == "" {
		r.keep(mistake("Empty chat_id specified"))
	}
	user := ""
	if kind == "chat_member" {
		user = r.required("user_id")
		if leadingInteger(user) <= 0 {
			r.keep(mistake("Invalid user_id specified"))
		}
	}
	if r.err != nil {
		return "", badf("Can't parse BotCommandScope: %v", r.err)
	}
	c, err := s.readable(id)
	if err != nil {
		return "", err
	}
	if c.private() && kind != "chat" {
		return "", bad("Can't use specified scope in private chats")
	}
	return scopeOf(kind, c.ID, leadingInteger(user)), nil
}

func scopeOf(kind string, chat, user int64) string {
	if kind == "chat_member" {
		return fmt.Sprintf("%s:%d:%d", kind, chat, user)
	}
	return fmt.Sprintf("%s:%d", kind, chat)
}

// menu is the commands that a person sees in a chat: those of the narrowest scope, in the person's language if there are any.
func (s *Server) menu(c *chat, person int64) []Command {
	scopes := []string{scopeOf("chat", c.ID, 0), "all_private_chats", "default"}
	if !c.private() {
		scopes = []string{scopeOf("chat_member", c.ID, person), scopeOf("chat", c.ID, 0), "all_group_chats", "default"}
	}
	language := ""
	if p := s.w.People[person]; p != nil {
		language = p.Profile.Language
	}
	for _, scope := range scopes {
		for _, l := range []string{language, ""} {
			if list := s.w.Commands[scope+" "+l]; len(list) > 0 {
				return list
			}
		}
	}
	return []Command{}
}
