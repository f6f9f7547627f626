package world

import (
	"fmt"
)

func ScopeOf(kind string, chat, user int64) string {
	if kind == "chat_member" {
		return fmt.Sprintf("%s:%d:%d", kind, chat, user)
	}
	return fmt.Sprintf("%s:%d", kind, chat)
}
