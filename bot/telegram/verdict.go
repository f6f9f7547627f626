package telegram

import (
	"errors"
	"net/http"
	"slices"
	"strings"
)

// Verdict is what an error of a call means for what was to be done.
type Verdict uint8

// The verdicts.
const (
	Done    Verdict = iota // nothing is left to do
	Wait                   // too many requests: not before the given time
	Again                  // the network, the server or the bot's own account is in trouble: later
	Gone                   // the chat takes nothing
	Missing                // the message that was to be changed is not there
	Frozen                 // the message that was to be changed is there, and cannot be changed
	Refused                // it will never be accepted
)

// String is the verdict as the operator reads it.
func (v Verdict) String() string {
	return [...]string{"ok", "retry_after", "try_again", "gone", "missing", "frozen", "refused"}[v]
}

// Judge reads the error of a call. It is the only place that reads the texts of the Bot API.
func Judge(err error) Verdict {
	var refusal *APIError
	var upstream *UpstreamError
	switch {
	case err == nil:
		return Done
	case errors.As(err, &upstream):
		return judgeStatus(upstream.Status)
	case !errors.As(err, &refusal):
		return Again
	}
	switch {
	case refusal.Code == http.StatusTooManyRequests:
		return Wait
	case says(refusal, doneTexts):
		return Done // before the status is looked at: some of these come with 5xx
	case says(refusal, botTexts):
		return Again
	case refusal.Code == http.StatusForbidden:
		return Gone
	case concernsBot(refusal) || refusal.Code >= http.StatusInternalServerError:
		return Again
	}
	return judgeText(refusal)
}

// judgeStatus judges an answer that is none of the Bot API. A server in front of it that takes no file of this size never will.
func judgeStatus(status int) Verdict {
	switch status {
	case http.StatusTooManyRequests:
		return Wait
	case http.StatusRequestEntityTooLarge:
		return Refused
	default:
		return Again
	}
}

// judgeText reads the refusals that only their text tells apart.
func judgeText(refusal *APIError) Verdict {
	switch {
	case says(refusal, goneTexts):
		return Gone
	case says(refusal, missingTexts):
		return Missing
	case says(refusal, frozenTexts):
		return Frozen
	default:
		return Refused
	}
}

// Texts of the Bot API server, of TDLib and of Telegram itself, as parts of a description.
var (
	doneTexts = []string{"message is not modified", "query is too old", "sent message was immediately deleted"}

	goneTexts = []string{
		"chat not found", "user not found", "PEER_ID_INVALID", "user is deactivated", "INPUT_USER_DEACTIVATED", "USER_DEACTIVATED",
		"USER_IS_BLOCKED", "USER_IS_BOT", "bot was blocked", "bot was kicked", "bot is not a member", "can't initiate conversation",
		"group chat was upgraded", "group chat was deactivated", "group chat was deleted", "group is deactivated",
		"CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED", "CHAT_FORBIDDEN", "CHAT_SEND_PLAIN_FORBIDDEN", "CHAT_GUEST_SEND_FORBIDDEN",
		"CHANNEL_PRIVATE", "CHANNEL_INVALID", "USER_BANNED_IN_CHANNEL", "CHAT_ADMIN_REQUIRED", "have no rights to send",
		"not enough rights to send", "need administrator rights", "TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found",
		"PRIVACY_PREMIUM_REQUIRED",
	}
	missingTexts = []string{"message to edit not found", "message to delete not found", "MESSAGE_ID_INVALID", "message identifier is not specified"}
	frozenTexts  = []string{
		"message can't be edited", "no text in the message to edit", "MESSAGE_EDIT_TIME_EXPIRED", "MESSAGE_AUTHOR_REQUIRED",
		"message can't be deleted",
	}
	botTexts = []string{"Logged out", "FROZEN_METHOD_INVALID", "FROZEN_PARTICIPANT_MISSING"}
)

// concernsBot tells whether the code of a refusal is about the token or the server, and not about what was to be sent.
func concernsBot(refusal *APIError) bool {
	switch refusal.Code {
	case http.StatusUnauthorized, http.StatusNotFound, http.StatusConflict, http.StatusMisdirectedRequest:
		return true
	default:
		return false
	}
}

func says(refusal *APIError, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(refusal.Description, part) })
}

// Advice is what the operator can do about an error.
func Advice(err error) string {
	var refusal *APIError
	var place *PlaceError
	switch {
	case errors.As(err, &place):
		return "let this program read that folder, or start the Bot API server without --local"
	case !errors.As(err, &refusal):
		return "nothing: it is tried again; if it lasts, look at the network and at telegram.api_url"
	case says(refusal, botTexts[:1]):
		return "the bot was logged out of this Bot API server: see logOut in its documentation, or set telegram.api_url to the server that has it now"
	case says(refusal, botTexts):
		return "Telegram has frozen the bot's account: ask @BotFather or Telegram's bot support"
	}
	switch refusal.Code {
	case http.StatusConflict:
		return "stop the other program that uses this token: Telegram serves one at a time"
	case http.StatusMisdirectedRequest:
		return "telegram.api_url leads to a server that does not serve this bot"
	case http.StatusUnauthorized, http.StatusNotFound:
		return "the token is not valid any more: put a new one of @BotFather into the config and start again"
	case http.StatusTooManyRequests:
		return "nothing: the bot waits as long as it was told"
	default:
		return "nothing: it is tried again"
	}
}

// HasWebhook tells whether a poll was refused because a webhook is set for the bot.
func HasWebhook(err error) bool {
	var refusal *APIError
	return errors.As(err, &refusal) && says(refusal, []string{"webhook is active"})
}
