package simulator

import (
	"strings"
	"unicode/utf16"
)

// addressed tells whether a message of a group begins with a command that is not for another bot.
func (s *Server) addressed(m *Message) bool {
	for _, e := range m.Entities {
		if e.Type != "bot_command" || e.Offset != 0 {
			continue
		}
		_, bot, named := strings.Cut(m.part(e), "@")
		return !named || strings.EqualFold(bot, s.me.Username)
	}
	return false
}

// part is the text that an entity marks.
func (m *Message) part(e Entity) string {
	units := utf16.Encode([]rune(m.Text))
	return string(utf16.Decode(units[e.Offset:e.end()]))
}
