package world

import (
	"slices"
	"strings"

	"siip-asn/bot/simulator/onlooker"
)

// Calls lists the newest few thousand calls, oldest first; of one method if one is named.
func (s *World) Calls(method ...string) []onlooker.Call {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	out := []onlooker.Call{}
	for _, c := range s.CallLog.Ring {
		if len(method) == 0 || slices.ContainsFunc(method, func(m string) bool { return strings.EqualFold(m, c.Method) }) {
			out = append(out, *c)
		}
	}
	return out
}

// Complaints lists what the bot did that it should not, oldest first: an answer to a tap that was answered, a call
// before the retry_after of a 429 had passed, too many messages a second, in one chat or to people who have done nothing within
// the last minute, a message for somebody who has blocked the bot and not come back, a poll while another waited, failing polls
// in a hot loop, more entities than a message can have, and with Options.Strict also parameters and fields that the official list
// does not know.
func (s *World) Complaints() []string {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	return slices.Clone(s.Watch.List)
}
