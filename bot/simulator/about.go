package simulator

// botUser is the answer of getMe: the bot with what it can do.
type botUser struct {
	User
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

func (s *Server) getMe(*request) (any, *apiError) {
	return botUser{User: s.me, CanJoinGroups: true, ReadsGroups: s.opt.ReadsGroups}, nil
}

// fullChat is the answer of getChat.
type fullChat struct {
	Chat
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

func (s *Server) getChat(q *request) (any, *apiError) {
	c, err := s.readable(q.text("chat_id"))
	if err != nil {
		return nil, err
	}
	out := fullChat{Chat: s.wire(c), MaxReactions: 11}
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

func (s *Server) getWebhookInfo(*request) (any, *apiError) {
	return webhookInfo{Pending: len(s.w.Queue.Updates), Allowed: s.w.Allowed}, nil
}

func (s *Server) deleteWebhook(q *request) (any, *apiError) {
	if !q.boolean("drop_pending_updates") {
		return described{true, "Webhook is already deleted"}, nil
	}
	s.w.Queue.Updates = nil
	s.touch()
	return described{true, "Webhook was deleted"}, nil
}

var actions = map[string]bool{
	"typing": true, "upload_photo": true, "record_video": true, "upload_video": true, "record_voice": true, "upload_voice": true,
	"upload_document": true, "choose_sticker": true, "find_location": true, "record_video_note": true, "upload_video_note": true,
	"cancel": true, "record_audio": true, "upload_audio": true, "pick_up_location": true,
}

func (s *Server) sendChatAction(q *request) (any, *apiError) {
	if !actions[q.text("action")] {
		return nil, bad("Wrong parameter action in request")
	}
	c, err := s.writable(q.text("chat_id"))
	if err != nil {
		return nil, err
	}
	if err := s.reachable(c); err != nil {
		return nil, err
	}
	s.emit(event{chat: c.ID, what: chatAction, action: q.text("action")})
	return true, nil
}
