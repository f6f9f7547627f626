package simulator

import (
	"encoding/json"
	"regexp"
	"strings"
	"unicode/utf8"
)

const maxCommands = 100

var (
	commandName  = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)
	languageCode = regexp.MustCompile(`^([a-z]{2})?$`)
)

func (s *Server) setMyCommands(q *request) (any, *apiError) {
	list, err := q.commands()
	if err != nil {
		return nil, err
	}
	key, err := s.commandKey(q)
	if err != nil {
		return nil, err
	}
	for i := range list {
		if err := list[i].check(); err != nil {
			return nil, err
		}
	}
	if err := checkRemotely(list); err != nil {
		return nil, err
	}
	s.w.Commands[key] = list
	s.emit(event{what: commandsChanged})
	return true, nil
}

func (s *Server) getMyCommands(q *request) (any, *apiError) {
	key, err := s.commandKey(q)
	if err != nil {
		return nil, err
	}
	return append([]Command{}, s.w.Commands[key]...), nil
}

func (s *Server) deleteMyCommands(q *request) (any, *apiError) {
	key, err := s.commandKey(q)
	if err != nil {
		return nil, err
	}
	delete(s.w.Commands, key)
	s.emit(event{what: commandsChanged})
	return true, nil
}

func (q *request) commands() ([]Command, *apiError) {
	raw := q.text("commands")
	if raw == "" {
		return nil, nil
	}
	if !json.Valid([]byte(raw)) {
		return nil, bad("Can't parse commands JSON object")
	}
	items, ok := asList(json.RawMessage(raw))
	if !ok {
		return nil, bad("Expected an Array of BotCommand")
	}
	var list []Command
	for _, item := range items {
		o, ok := asObject(item)
		if !ok {
			return nil, bad("Can't parse BotCommand: expected an Object")
		}
		r := reader{object: o}
		list = append(list, Command{r.required("command"), r.required("description")})
		if r.err != nil {
			return nil, badf("Can't parse BotCommand: %v", r.err)
		}
	}
	return list, nil
}

// check also trims a command as the server keeps it.
func (c *Command) check() *apiError {
	c.Command = strings.TrimPrefix(strings.TrimSpace(c.Command), "/")
	c.Description = strings.TrimSpace(c.Description)
	switch {
	case c.Command == "":
		return bad("Command must be non-empty")
	case utf8.RuneCountInString(c.Command) > 32:
		return bad("Command length must not exceed 32")
	case c.Description == "":
		return bad("Command description must be non-empty")
	case utf8.RuneCountInString(c.Description) > 256:
		return bad("Command description length must not exceed 256")
	}
	return nil
}

// checkRemotely is what Telegram's own servers refuse.
func checkRemotely(list []Command) *apiError {
	if len(list) > maxCommands {
		return bad("BOT_COMMANDS_TOO_MUCH")
	}
	for _, c := range list {
		if !commandName.MatchString(c.Command) {
			return bad("BOT_COMMAND_INVALID")
		}
	}
	return nil
}
