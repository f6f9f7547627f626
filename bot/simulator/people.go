package simulator

import (
	"encoding/json"
	"net/http"
)

// PeopleHandler is the people's side as an HTTP API for a page, under /sim/. It is mounted apart from the bot's side, so
// that both can share a listener. Posting needs the header X-Simulator and a body of JSON or multipart; see Guard.
//
//	GET  /sim/state                      who there is (stateView)
//	GET  /sim/chats/{chat}               a chat with its messages (chatView); in a group ?person= says who looks
//	GET  /sim/chats/{chat}/commands      the menu
//	GET  /sim/events?since=              every change, as server-sent events (eventView)
//	GET  /sim/files/{file_unique_id}     a picture or a document
//	GET  /sim/onlooker                   how the bot behaves (onlookerView)
//	POST /sim/chats/{chat}/send          text, reply_to
//	POST /sim/chats/{chat}/tap           message_id, row, col | key, row, col | word | message_id, data; the answer is an event
//	POST /sim/chats/{chat}/contact       nothing: one's own | of: another's | phone, of: forged
//	POST /sim/chats/{chat}/edit          message_id, text
//	POST /sim/chats/{chat}/delete        message_id
//	POST /sim/chats/{chat}/block         blocked
//	POST /sim/chats/{chat}/upload        multipart: file, caption, as=photo
//	POST /sim/network                    down
//	POST /sim/faults                     faultBody
//	POST /sim/heal                       {}: no faults, network up
//
// Every act in a group needs person, the id of who acts. What cannot be done is answered with {"error": …}.
func (s *Server) PeopleHandler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /sim/state", s.showState)
	mux.HandleFunc("GET /sim/chats/{chat}", s.showChat)
	mux.HandleFunc("GET /sim/chats/{chat}/commands", s.showCommands)
	mux.HandleFunc("GET /sim/files/{file}", s.showFile)
	mux.HandleFunc("GET /sim/events", s.streamEvents)
	mux.HandleFunc("GET /sim/onlooker", s.showOnlooker)
	for name, do := range acts {
		mux.HandleFunc("POST /sim/chats/{chat}/"+name, s.act(do))
	}
	mux.HandleFunc("POST /sim/chats/{chat}/upload", s.actUpload)
	mux.HandleFunc("POST /sim/network", s.actNetwork)
	mux.HandleFunc("POST /sim/faults", s.actFault)
	mux.HandleFunc("POST /sim/heal", s.actHeal)
	return s.Guard(mux)
}

// problem is what the page gets when something cannot be done.
type problem struct {
	Error string `json:"error"`
}

func refuse(w http.ResponseWriter, code int, text string) {
	writeJSON(w, code, problem{text})
}

const maxAct = 1 << 20

// readBody reads a JSON body, and refuses one that is none.
func readBody(w http.ResponseWriter, r *http.Request, into any) bool {
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxAct)).Decode(into)
	if err != nil {
		refuse(w, http.StatusBadRequest, "the body is not the JSON that was expected: "+err.Error())
	}
	return err == nil
}
