package bot

import (
	"context"

	tele "gopkg.in/telebot.v3"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

const setCommandsMethod = "setMyCommands"

// setCommands sets the menu of commands of a private chat, or for 0 of all whose own was never set.
func (b *Bot) setCommands(ctx context.Context, chat flow.AccountID, list []dialog.Perintah) error {
	params := tele.CommandParams{Scope: &tele.CommandScope{Type: tele.CommandScopeAllPrivateChats}}
	if chat != 0 {
		params.Scope = &tele.CommandScope{Type: tele.CommandScopeChat, ChatID: int64(chat)}
	}
	for _, c := range list {
		params.Commands = append(params.Commands, tele.Command{Text: c.Name, Description: c.About})
	}
	return b.method(ctx, setCommandsMethod, params, nil)
}
