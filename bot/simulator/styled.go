package simulator

import (
	"strings"
	"unicode/utf8"
)

// styled is a text with its entities.
type styled struct {
	text     string
	entities []Entity
}

const (
	maxSource   = 1 << 15 // bytes, before the markup is parsed
	maxText     = 4096    // code points, after
	maxCaption  = 1024
	maxEntities = 100
)

// readStyled makes a text from what a call brought. It does not judge yet whether it is empty or too long: the real server
// looks for the chat before that.
func (q *request) readStyled(text, entities string) (styled, *apiError) {
	source, err := q.utf8(text)
	if err != nil {
		return styled{}, err
	}
	if len(source) > maxSource {
		return styled{}, bad("Text is too long")
	}
	switch strings.ToLower(q.text("parse_mode")) {
	case "html":
		return parseHTML(source)
	case "", "none":
		list, err := readEntities(q.text(entities))
		if err != nil {
			return styled{}, err
		}
		t := styled{source, list}
		return t, t.checkEntities()
	case "markdown", "markdownv2":
		return styled{}, bad("can't parse entities: Markdown is not simulated, use HTML")
	}
	if source == "" {
		return styled{}, nil
	}
	return styled{}, bad("Unsupported parse_mode")
}

// settle cleans and trims the text, puts its entities in order and adds those that the server finds by itself.
func (t styled) settle() styled {
	t.entities = arrange(t.entities)
	t = t.clean().trim()
	t.entities = arrange(t.entities)
	return t.link()
}

// checkText is the last word on a message's text, checkCaption on a caption, which may be empty.
func (t styled) checkText() *apiError {
	if strings.Trim(t.text, " \n") == "" {
		return bad("Text must be non-empty")
	}
	if utf8.RuneCountInString(t.text) > maxText {
		return bad("Message is too long")
	}
	return nil
}

func (t styled) checkCaption() *apiError {
	if utf8.RuneCountInString(t.text) > maxCaption {
		return bad("Message caption is too long")
	}
	return nil
}
