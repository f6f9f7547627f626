package simulator

import (
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// botUser is the answer of getMe: the bot with what it can do.
type botUser struct {
	wire.User
	CanJoinGroups bool `json:"can_join_groups"`
	ReadsGroups   bool `json:"can_read_all_group_messages"`
	Inline        bool `json:"supports_inline_queries"`
	Guest         bool `json:"supports_guest_queries"`
	Business      bool `json:"can_connect_to_business"`
	MainWebApp    bool `json:"has_main_web_app"`
	Topics        bool `json:"has_topics_enabled"`
	UserTopics    bool `json:"allows_users_to_create_topics"`
	ManagesBots   bool `json:"can_manage_bots"`
}

func getMe(s *world.World, _ *request) (any, *wire.APIError) {
	return botUser{User: s.Me, CanJoinGroups: true, ReadsGroups: s.Opt.ReadsGroups}, nil
}

// fullChat is the answer of getChat.
type fullChat struct {
	wire.Chat
	ActiveUsernames []string  `json:"active_usernames,omitempty"`
	Bio             string    `json:"bio,omitempty"`
	AccentColor     int       `json:"accent_color_id"`
	MaxReactions    int       `json:"max_reaction_count"`
	Gifts           giftTypes `json:"accepted_gift_types"`
}

type giftTypes struct {
	Unlimited bool `json:"unlimited_gifts"`
	Limited   bool `json:"limited_gifts"`
	Unique    bool `json:"unique_gifts"`
	Premium   bool `json:"premium_subscription"`
	Channels  bool `json:"gifts_from_channels"`
}

func getChat(s *world.World, q *request) (any, *wire.APIError) {
	c, err := readable(s, q.Text("chat_id"))
	if err != nil {
		return nil, err
	}
	out := fullChat{Chat: s.Wire(c), MaxReactions: 11}
	if out.Username != "" {
		out.ActiveUsernames = []string{out.Username}
	}
	return out, nil
}

// webhookInfo is the answer of getWebhookInfo: there is never a webhook here.
type webhookInfo struct {
	URL         string   `json:"url"`
	Certificate bool     `json:"has_custom_certificate"`
	Pending     int      `json:"pending_update_count"`
	Allowed     []string `json:"allowed_updates,omitempty"`
}

func getWebhookInfo(s *world.World, _ *request) (any, *wire.APIError) {
	return webhookInfo{Pending: len(s.State.Queue.Updates), Allowed: s.State.Allowed}, nil
}

func deleteWebhook(s *world.World, q *request) (any, *wire.APIError) {
	if !q.Boolean("drop_pending_updates") {
		return wire.Described{Result: true, Text: "Webhook is already deleted"}, nil
	}
	s.State.Queue.Updates = nil
	s.Touch()
	return wire.Described{Result: true, Text: "Webhook was deleted"}, nil
}

var actions = map[string]bool{
	"typing": true, "upload_photo": true, "record_video": true, "upload_video": true, "record_voice": true, "upload_voice": true,
	"upload_document": true, "choose_sticker": true, "find_location": true, "record_video_note": true, "upload_video_note": true,
	"cancel": true, "record_audio": true, "upload_audio": true, "pick_up_location": true,
}

func sendChatAction(s *world.World, q *request) (any, *wire.APIError) {
	if !actions[q.Text("action")] {
		return nil, wire.Bad("Wrong parameter action in request")
	}
	c, err := writable(s, q.Text("chat_id"))
	if err != nil {
		return nil, err
	}
	if err := reachable(s, c); err != nil {
		return nil, err
	}
	s.Emit(world.Event{Chat: c.ID, What: world.ChatAction, Action: q.Text("action")})
	return true, nil
}
