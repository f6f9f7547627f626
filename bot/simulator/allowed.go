package simulator

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// updateKinds are the kinds of the official list. Those in shyKinds come only if they were asked for.
var (
	updateKinds = strings.Fields(`message edited_message channel_post edited_channel_post business_connection business_message
		edited_business_message deleted_business_messages guest_message message_reaction message_reaction_count inline_query
		chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll poll_answer my_chat_member
		chat_member chat_join_request chat_boost removed_chat_boost managed_bot`)
	shyKinds = []string{"chat_member", "message_reaction", "message_reaction_count"}
)

// allow takes what allowed_updates asks for. It stays until another list comes; what is no list, null among it, changes
// nothing; a list without any known name means the usual kinds.
func (s *Server) allow(raw string) {
	var names []string
	if json.Unmarshal([]byte(raw), &names) != nil || !strings.HasPrefix(strings.TrimSpace(raw), "[") {
		return
	}
	s.w.Allowed = nil
	for _, name := range names {
		if name = strings.ToLower(name); slices.Contains(updateKinds, name) {
			s.w.Allowed = append(s.w.Allowed, name)
		}
	}
}

// allows is asked when something happens, not when it is fetched.
func (s *Server) allows(kind string) bool {
	if len(s.w.Allowed) == 0 {
		return !slices.Contains(shyKinds, kind)
	}
	return slices.Contains(s.w.Allowed, kind)
}

// push tells the bot that something happened.
func (s *Server) push(kind string, body any, life time.Duration) {
	s.pushUpdate(update{Kind: kind, Expires: s.now().Add(life)}, body)
}

func (s *Server) pushUpdate(u update, body any) {
	if !s.allows(u.Kind) {
		return
	}
	u.Body, _ = json.Marshal(body)
	if s.w.Queue.push(u, s.now(), s.rng) {
		s.endPoll(wakeUp)
		s.touch()
	}
}
