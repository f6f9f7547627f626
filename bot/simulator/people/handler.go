package people

import (
	"encoding/json"
	"net/http"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// Handler is the people's side as an HTTP API for a page, under /sim/. It is mounted apart from the bot's side, so
// that both can share a listener. Posting needs the header X-Simulator and a body of JSON or multipart; see Guard.
//
//	GET  /sim/state                      who there is (stateView)
//	GET  /sim/doing                      what each chat shows last (map of doingView by chat)
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
func Handler(s *world.World) http.Handler {
	mux := http.NewServeMux()
	handle := func(pattern string, do func(*world.World, http.ResponseWriter, *http.Request)) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) { do(s, w, r) })
	}
	handle("GET /sim/state", showState)
	handle("GET /sim/doing", showDoing)
	handle("GET /sim/chats/{chat}", showChat)
	handle("GET /sim/chats/{chat}/commands", showCommands)
	handle("GET /sim/files/{file}", showFile)
	handle("GET /sim/events", streamEvents)
	handle("GET /sim/onlooker", showOnlooker)
	for name, do := range acts {
		mux.HandleFunc("POST /sim/chats/{chat}/"+name, act(s, do))
	}
	handle("POST /sim/chats/{chat}/upload", actUpload)
	handle("POST /sim/network", actNetwork)
	handle("POST /sim/faults", actFault)
	handle("POST /sim/heal", actHeal)
	return Guard(s, mux)
}

// problem is what the page gets when something cannot be done.
type problem struct {
	Error string `json:"error"`
}

func refuse(w http.ResponseWriter, code int, text string) {
	wire.WriteJSON(w, code, problem{text})
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
