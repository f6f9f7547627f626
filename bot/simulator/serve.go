package simulator

import (
	"net/http"
	"strings"
)

// ServeHTTP answers as api.telegram.org does: /bot<token>/<method> and /file/bot<token>/<path>.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.networkIsDown() {
		s.refuseLine(r.URL.Path)
	}
	if path, ok := strings.CutPrefix(r.URL.Path, "/file/bot"); ok {
		s.serveFile(w, r, path)
		return
	}
	path, ok := strings.CutPrefix(r.URL.Path, "/bot")
	token, name, slash := strings.Cut(path, "/")
	if !ok || !slash {
		writeError(w, notFound("Not Found"))
		return
	}
	if err := s.checkToken(token); err != nil {
		writeError(w, err)
		return
	}
	s.serveCall(w, r, name)
}

func (s *Server) checkToken(token string) *apiError {
	id, _, colon := strings.Cut(token, ":")
	switch {
	case !colon || len(token) > 80 || strings.HasPrefix(token, "0") || leadingInteger(id) <= 0:
		return unauthorized("Unauthorized: invalid token specified")
	case token != s.opt.Token:
		return unauthorized("Unauthorized")
	}
	return nil
}

func (s *Server) serveCall(w http.ResponseWriter, r *http.Request, name string) {
	p, refused := readParams(r, s.sizes.upload)
	if name == "" {
		name = p.text("method")
	}
	q := &request{params: p, ctx: r.Context(), method: strings.ToLower(name)}
	s.arrive(q, name)
	fate := s.fateOf(q)
	if fate.before(s, w, q) {
		return
	}
	result, err := s.answer(q, refused)
	s.finish(q, err)
	fate.after(s, q)
	if err != nil {
		writeError(w, err)
		return
	}
	writeResult(w, result)
}

// answer runs the method, unless something stands against it before that.
func (s *Server) answer(q *request, refused *apiError) (any, *apiError) {
	if refused != nil {
		return nil, refused
	}
	if s.isClosed() {
		return nil, restarting()
	}
	m, ok := methods[q.method]
	if !ok {
		return nil, notFound("Not Found: method not found")
	}
	if err := s.limit(m, q); err != nil {
		return nil, err
	}
	return m.run(s, q)
}

// cut ends the connection without an answer.
func cut() { panic(http.ErrAbortHandler) }
