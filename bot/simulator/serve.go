package simulator

import (
	"net/http"
	"strings"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// serveHTTP answers as api.telegram.org does: /bot<token>/<method> and /file/bot<token>/<path>.
func serveHTTP(s *world.World, w http.ResponseWriter, r *http.Request) {
	if networkIsDown(s) {
		refuseLine(s, r.URL.Path)
	}
	if path, ok := strings.CutPrefix(r.URL.Path, "/file/bot"); ok {
		serveFile(s, w, r, path)
		return
	}
	path, ok := strings.CutPrefix(r.URL.Path, "/bot")
	token, name, slash := strings.Cut(path, "/")
	if !ok || !slash {
		wire.WriteError(w, wire.NotFound("Not Found"))
		return
	}
	if err := checkToken(s, token); err != nil {
		wire.WriteError(w, err)
		return
	}
	serveCall(s, w, r, name)
}

func checkToken(s *world.World, token string) *wire.APIError {
	id, _, colon := strings.Cut(token, ":")
	switch {
	case !colon || len(token) > 80 || strings.HasPrefix(token, "0") || wire.LeadingInteger(id) <= 0:
		return wire.Unauthorized("Unauthorized: invalid token specified")
	case token != s.Opt.Token:
		return wire.Unauthorized("Unauthorized")
	}
	return nil
}

func serveCall(s *world.World, w http.ResponseWriter, r *http.Request, name string) {
	p, refused := wire.ReadParams(r, s.Sizes.Upload)
	if name == "" {
		name = p.Text("method")
	}
	q := &request{Params: p, ctx: r.Context(), method: strings.ToLower(name)}
	arrive(s, q, name)
	fate := fateOf(s, q)
	if fate.before(s, w, q) {
		return
	}
	result, err := answer(s, q, refused)
	finish(s, q, err)
	fate.after(s, q)
	if err != nil {
		wire.WriteError(w, err)
		return
	}
	wire.WriteResult(w, result)
}

// answer runs the method, unless something stands against it before that.
func answer(s *world.World, q *request, refused *wire.APIError) (any, *wire.APIError) {
	if refused != nil {
		return nil, refused
	}
	if s.IsClosed() {
		return nil, wire.Restarting()
	}
	m, ok := methods[q.method]
	if !ok {
		return nil, wire.NotFound("Not Found: method not found")
	}
	if err := limit(s, m, q); err != nil {
		return nil, err
	}
	return m.run(s, q)
}

// cut ends the connection without an answer.
func cut() { panic(http.ErrAbortHandler) }
