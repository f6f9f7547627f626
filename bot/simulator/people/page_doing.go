package people

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// doingView is what a private chat shows last: enough to tell what the person is in the middle of.
type doingView struct {
	Texts []string `json:"texts"` // of the messages of the bot that came or changed last, the newest first
}

// How much of a chat is told: the newest messages, and the beginning and the end of each, in characters.
const (
	doingMessages = 2
	doingHalf     = 400
)

func showDoing(s *world.World, w http.ResponseWriter, _ *http.Request) {
	s.Mu.Lock()
	out := map[string]doingView{}
	for id, c := range s.State.Chats {
		if v := doing(c); c.Private() && len(v.Texts) > 0 {
			out[strconv.FormatInt(id, 10)] = v
		}
	}
	s.Mu.Unlock()
	wire.WriteJSON(w, http.StatusOK, out)
}

func doing(c *world.Chat) (v doingView) {
	newest := slices.SortedFunc(slices.Values(c.Messages), func(a, b *wire.Message) int {
		return cmp.Or(cmp.Compare(changed(b), changed(a)), cmp.Compare(b.ID, a.ID))
	})
	for _, m := range newest {
		if text := m.Text + m.Caption; m.FromBot() && text != "" && len(v.Texts) < doingMessages {
			v.Texts = append(v.Texts, ends(text))
		}
	}
	return v
}

// changed is when a message came, or was changed last, in seconds since 1970.
func changed(m *wire.Message) int64 { return max(m.Date, m.EditDate) }

// ends is a text without its middle, when it is long.
func ends(text string) string {
	r := []rune(text)
	if len(r) <= 2*doingHalf {
		return text
	}
	return string(r[:doingHalf]) + "\n" + string(r[len(r)-doingHalf:])
}
