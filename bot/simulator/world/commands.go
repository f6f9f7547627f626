package world

import (
	"fmt"
)

// ScopeOf names a scope of commands that is for one chat, or for one person in it.
func ScopeOf(kind string, chat, user int64) string {
	if kind == "chat_member" {
		return fmt.Sprintf("%s:%d:%d", kind, chat, user)
	}
	return fmt.Sprintf("%s:%d", kind, chat)
}
