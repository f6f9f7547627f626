package world

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// UpdateKinds are the kinds of the official list. Those in shyKinds come only if they were asked for.
var (
	UpdateKinds = strings.Fields(`message edited_message channel_post edited_channel_post business_connection business_message
		edited_business_message deleted_business_messages guest_message message_reaction message_reaction_count inline_query
		chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll poll_answer my_chat_member
		chat_member chat_join_request chat_boost removed_chat_boost managed_bot`)
	shyKinds = []string{"chat_member", "message_reaction", "message_reaction_count"}
)

// Allows is asked when something happens, not when it is fetched.
func Allows(s *World, kind string) bool {
	if len(s.State.Allowed) == 0 {
		return !slices.Contains(shyKinds, kind)
	}
	return slices.Contains(s.State.Allowed, kind)
}

// Push tells the bot that something happened.
func (s *World) Push(kind string, body any, life time.Duration) {
	s.PushUpdate(Update{Kind: kind, Expires: s.Now().Add(life)}, body)
}

// PushUpdate puts an update into the queue, if its kind was asked for, and wakes the poll.
func (s *World) PushUpdate(u Update, body any) {
	if !Allows(s, u.Kind) {
		return
	}
	u.Body, _ = json.Marshal(body)
	if s.State.Queue.push(u, s.Now(), s.Rng) {
		s.endPoll(WakeUp)
		s.Touch()
	}
}
