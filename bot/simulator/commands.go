package simulator

import (
	"encoding/json"
	"regexp"
	"strings"
	"unicode/utf8"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

const maxCommands = 100

var (
	commandName  = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)
	languageCode = regexp.MustCompile(`^([a-z]{2})?$`)
)

func setMyCommands(s *world.World, q *request) (any, *wire.APIError) {
	list, err := q.commands()
	if err != nil {
		return nil, err
	}
	key, err := commandKey(s, q)
	if err != nil {
		return nil, err
	}
	for i := range list {
		if err := checkCommand(&list[i]); err != nil {
			return nil, err
		}
	}
	if err := checkRemotely(list); err != nil {
		return nil, err
	}
	s.State.Commands[key] = list
	s.Emit(world.Event{What: world.CommandsChanged})
	return true, nil
}

func getMyCommands(s *world.World, q *request) (any, *wire.APIError) {
	key, err := commandKey(s, q)
	if err != nil {
		return nil, err
	}
	return append([]wire.Command{}, s.State.Commands[key]...), nil
}

func deleteMyCommands(s *world.World, q *request) (any, *wire.APIError) {
	key, err := commandKey(s, q)
	if err != nil {
		return nil, err
	}
	delete(s.State.Commands, key)
	s.Emit(world.Event{What: world.CommandsChanged})
	return true, nil
}

func (q *request) commands() ([]wire.Command, *wire.APIError) {
	raw := q.Text("commands")
	if raw == "" {
		return nil, nil
	}
	if !json.Valid([]byte(raw)) {
		return nil, wire.Bad("Can't parse commands JSON object")
	}
	items, ok := wire.AsList(json.RawMessage(raw))
	if !ok {
		return nil, wire.Bad("Expected an Array of BotCommand")
	}
	var list []wire.Command
	for _, item := range items {
		o, ok := wire.AsObject(item)
		if !ok {
			return nil, wire.Bad("Can't parse BotCommand: expected an Object")
		}
		r := wire.Reader{Object: o}
		list = append(list, wire.Command{Command: r.Required("command"), Description: r.Required("description")})
		if r.Err != nil {
			return nil, wire.Badf("Can't parse BotCommand: %v", r.Err)
		}
	}
	return list, nil
}

// checkCommand also trims a command as the server keeps it.
func checkCommand(c *wire.Command) *wire.APIError {
	c.Command = strings.TrimPrefix(strings.TrimSpace(c.Command), "/")
	c.Description = strings.TrimSpace(c.Description)
	switch {
	case c.Command == "":
		return wire.Bad("Command must be non-empty")
	case utf8.RuneCountInString(c.Command) > 32:
		return wire.Bad("Command length must not exceed 32")
	case c.Description == "":
		return wire.Bad("Command description must be non-empty")
	case utf8.RuneCountInString(c.Description) > 256:
		return wire.Bad("Command description length must not exceed 256")
	}
	return nil
}

// checkRemotely is what Telegram's own servers refuse.
func checkRemotely(list []wire.Command) *wire.APIError {
	if len(list) > maxCommands {
		return wire.Bad("BOT_COMMANDS_TOO_MUCH")
	}
	for _, c := range list {
		if !commandName.MatchString(c.Command) {
			return wire.Bad("BOT_COMMAND_INVALID")
		}
	}
	return nil
}
