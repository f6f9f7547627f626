package simulator

import (
	"embed"
	"io/fs"
	"net/http"
)

//go:embed page
var pageFiles embed.FS

// PageHandler serves the page with the chats: plain HTML, CSS and JavaScript that talk to PeopleHandler on the same
// address.
func PageHandler() http.Handler {
	files, err := fs.Sub(pageFiles, "page")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	return http.FileServerFS(files)
}
