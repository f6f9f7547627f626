package simulator

import (
	"maps"
	"net/http"
	"slices"
)

// groups lists the groups, by id.
func (s *Server) groups() []groupView {
	out := []groupView{}
	for _, id := range slices.Sorted(maps.Keys(s.w.Chats)) {
		if c := s.w.Chats[id]; !c.private() {
			out = append(out, groupView{Chat: s.wire(c), Members: c.Members, Bot: c.Bot})
		}
	}
	return out
}

// onlookerView is how the bot behaves.
type onlookerView struct {
	Complaints []string `json:"complaints"`
	Unanswered []Tap    `json:"unanswered"`
	Pending    int      `json:"pending"` // updates not confirmed
	Calls      []Call   `json:"calls"`   // the newest
}

func (s *Server) showOnlooker(w http.ResponseWriter, _ *http.Request) {
	calls := s.Calls()
	writeJSON(w, http.StatusOK, onlookerView{
		Complaints: append([]string{}, s.Complaints()...),
		Unanswered: s.Unanswered(),
		Pending:    s.Pending(),
		Calls:      calls[max(0, len(calls)-50):],
	})
}
