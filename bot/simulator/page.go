package simulator

import (
	"embed"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

//go:embed page
var pageFiles embed.FS

// pagePolicy lets the page load and ask for what is on its own address, and nothing else: no script or style in the HTML
// itself, no form that goes anywhere, no frame around it.
var pagePolicy = strings.Join([]string{
	"default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
	"form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
}, "; ")

// pageKinds are the types of its files: what the system says of them differs from one to the next, and the browser is told
// not to guess.
var pageKinds = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".svg":  "image/svg+xml",
}

// PageHandler serves the page with the chats: plain HTML, CSS and JavaScript that talk to PeopleHandler on the same
// address.
func PageHandler() http.Handler {
	files, err := fs.Sub(pageFiles, "page")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	serve := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		kind := pageKinds[path.Ext(r.URL.Path)]
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			w.WriteHeader(http.StatusMethodNotAllowed)
			return
		case r.URL.Path == "/":
			kind = pageKinds[".html"]
		case kind == "": // a folder, or nothing of the page
			http.NotFound(w, r)
			return
		}
		pageHeaders(w.Header(), kind)
		serve.ServeHTTP(w, r)
	})
}

func pageHeaders(h http.Header, kind string) {
	h.Set("Content-Type", kind)
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-cache") // a newer program brings a newer page
}
