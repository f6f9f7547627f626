package bot

import (
	"encoding/json"

	tele "gopkg.in/telebot.v3"
)

// update is an update of the Bot API, as far as it is read. telebot's own reads every field of every kind, so that one field
// of a newer Bot API that it knows otherwise would spoil the whole.
type update struct {
	ID       int64                  `json:"update_id"`
	Message  *written               `json:"message"`
	Edited   *written               `json:"edited_message"`
	Callback *tapped                `json:"callback_query"`
	Member   *tele.ChatMemberUpdate `json:"my_chat_member"`
}

// tapped is a tap on a button. Its message may be one that the bot can no longer read, or none.
type tapped struct {
	ID      string     `json:"id"`
	From    *tele.User `json:"from"`
	Data    string     `json:"data"`
	Message *struct {
		ID   int        `json:"message_id"`
		Chat *tele.Chat `json:"chat"`
	} `json:"message"`
}

// written is a message.
type written struct {
	ID       int            `json:"message_id"`
	Date     int64          `json:"date"`
	From     *tele.User     `json:"from"`
	Chat     *tele.Chat     `json:"chat"`
	Text     string         `json:"text"`
	Contact  *tele.Contact  `json:"contact"`
	Document *tele.Document `json:"document"`
	Location *struct {
		Live int `json:"live_period"`
	} `json:"location"`
	others
}

// others is what people send besides what is read. What none of these fields holds was written by nobody: messages of the
// service, whatever kinds of them come in later years, and messages without content.
type others struct {
	Animation json.RawMessage `json:"animation"`
	Audio     json.RawMessage `json:"audio"`
	Checklist json.RawMessage `json:"checklist"`
	Dice      json.RawMessage `json:"dice"`
	Game      json.RawMessage `json:"game"`
	PaidMedia json.RawMessage `json:"paid_media"`
	Photo     json.RawMessage `json:"photo"`
	Poll      json.RawMessage `json:"poll"`
	Sticker   json.RawMessage `json:"sticker"`
	Story     json.RawMessage `json:"story"`
	Venue     json.RawMessage `json:"venue"`
	Video     json.RawMessage `json:"video"`
	VideoNote json.RawMessage `json:"video_note"`
	Voice     json.RawMessage `json:"voice"`
}

// any tells whether one of them is there.
func (o others) any() bool {
	for _, content := range []json.RawMessage{
		o.Animation, o.Audio, o.Checklist, o.Dice, o.Game, o.PaidMedia, o.Photo, o.Poll, o.Sticker, o.Story, o.Venue, o.Video, o.VideoNote, o.Voice,
	} {
		if len(content) > 0 && string(content) != "null" && string(content) != "[]" {
			return true
		}
	}
	return false
}
