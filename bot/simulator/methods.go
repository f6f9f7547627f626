package simulator

import (
	"strings"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// method is one method of the Bot API.
type method struct {
	name   string // as the official list writes it
	params string // the official parameters, and those that the server still reads from earlier times
	run    func(*world.World, *request) (any, *wire.APIError)
	// sends tells that it puts something into a chat, which is what rate limits count.
	sends bool
}

const (
	replyParams = " reply_parameters reply_to_message_id allow_sending_without_reply reply_markup"
	sendParams  = " business_connection_id chat_id message_thread_id direct_messages_topic_id disable_notification" +
		" protect_content allow_paid_broadcast message_effect_id suggested_post_parameters parse_mode" + replyParams
	editParams   = "business_connection_id chat_id message_id inline_message_id reply_markup"
	linkParams   = " link_preview_options disable_web_page_preview"
	captionParam = " caption caption_entities"
)

// methods holds what the server knows, by its name in lower case: names are case-insensitive.
var methods = index(
	method{name: "getMe", run: getMe},
	method{name: "getUpdates", params: "offset limit timeout allowed_updates", run: getUpdates},
	method{name: "deleteWebhook", params: "drop_pending_updates", run: locked(deleteWebhook)},
	method{name: "getWebhookInfo", run: locked(getWebhookInfo)},

	method{name: "sendMessage", params: "text entities" + sendParams + linkParams, run: locked(sendMessage), sends: true},
	method{name: "sendDocument", params: "document thumbnail thumb disable_content_type_detection" + captionParam + sendParams,
		run: locked(sendDocument), sends: true},
	method{name: "sendPhoto", params: "photo show_caption_above_media has_spoiler" + captionParam + sendParams,
		run: locked(sendPhoto), sends: true},
	method{name: "sendChatAction", params: "business_connection_id chat_id message_thread_id action", run: locked(sendChatAction)},

	method{name: "editMessageText", params: "text parse_mode entities rich_message " + editParams + linkParams,
		run: locked(editMessageText), sends: true},
	method{name: "editMessageReplyMarkup", params: editParams, run: locked(editMessageReplyMarkup), sends: true},
	method{name: "deleteMessage", params: "chat_id message_id", run: locked(deleteMessage)},
	method{name: "answerCallbackQuery", params: "callback_query_id text show_alert url cache_time",
		run: locked(answerCallbackQuery)},
	method{name: "setMessageReaction", params: "chat_id message_id reaction is_big", run: locked(setMessageReaction)},

	method{name: "getFile", params: "file_id", run: locked(getFile)},
	method{name: "getChat", params: "chat_id", run: locked(getChat)},

	method{name: "setMyCommands", params: "commands scope language_code", run: locked(setMyCommands)},
	method{name: "getMyCommands", params: "scope language_code", run: locked(getMyCommands)},
	method{name: "deleteMyCommands", params: "scope language_code", run: locked(deleteMyCommands)},

	method{name: "setMyDescription", params: "description language_code", run: locked(setMyDescription)},
	method{name: "getMyDescription", params: "language_code", run: locked(getMyDescription)},
	method{name: "setMyShortDescription", params: "short_description language_code", run: locked(setMyShortDescription)},
	method{name: "getMyShortDescription", params: "language_code", run: locked(getMyShortDescription)},

	method{name: "setMyProfilePhoto", params: "photo", run: locked(setMyProfilePhoto)},
	method{name: "removeMyProfilePhoto", run: locked(removeMyProfilePhoto)},
	method{name: "getUserProfilePhotos", params: "user_id offset limit", run: locked(getUserProfilePhotos)},
)

func index(list ...method) map[string]method {
	out := make(map[string]method, len(list))
	for _, m := range list {
		out[strings.ToLower(m.name)] = m
	}
	return out
}

func locked(run func(*world.World, *request) (any, *wire.APIError)) func(*world.World, *request) (any, *wire.APIError) {
	return func(s *world.World, q *request) (any, *wire.APIError) {
		s.Mu.Lock()
		defer s.Mu.Unlock()
		return run(s, q)
	}
}

// knows tells whether the method reads a parameter of that name.
func (m method) knows(name string) bool {
	for known := range strings.FieldsSeq(m.params) {
		if known == name {
			return true
		}
	}
	return false
}
