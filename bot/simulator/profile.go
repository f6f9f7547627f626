package simulator

import "unicode/utf8"

// What the bot says of itself, without a language: in the empty chat, and on its profile.
const (
	descriptionMax      = 512
	shortDescriptionMax = 120
)

func (s *Server) setMyDescription(q *request) (any, *apiError) {
	return setAbout(&s.w.Description, q.text("description"), descriptionMax)
}

func (s *Server) setMyShortDescription(q *request) (any, *apiError) {
	return setAbout(&s.w.ShortDescription, q.text("short_description"), shortDescriptionMax)
}

func setAbout(place *string, text string, most int) (any, *apiError) {
	if utf8.RuneCountInString(text) > most {
		return nil, bad("BOT_DESCRIPTION_TOO_LONG")
	}
	*place = text
	return true, nil
}

func (s *Server) getMyDescription(*request) (any, *apiError) {
	return map[string]string{"description": s.w.Description}, nil
}

func (s *Server) getMyShortDescription(*request) (any, *apiError) {
	return map[string]string{"short_description": s.w.ShortDescription}, nil
}

// About is what the bot says of itself: in the empty chat, and on its profile.
func (s *Server) About() (description, short string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w.Description, s.w.ShortDescription
}
