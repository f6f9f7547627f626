package simulator

import (
	"unicode/utf8"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// What the bot says of itself, without a language: in the empty chat, and on its profile.
const (
	descriptionMax      = 512
	shortDescriptionMax = 120
)

func setMyDescription(s *world.World, q *request) (any, *wire.APIError) {
	return setAbout(&s.State.Description, q.Text("description"), descriptionMax)
}

func setMyShortDescription(s *world.World, q *request) (any, *wire.APIError) {
	return setAbout(&s.State.ShortDescription, q.Text("short_description"), shortDescriptionMax)
}

func setAbout(place *string, text string, most int) (any, *wire.APIError) {
	if utf8.RuneCountInString(text) > most {
		return nil, wire.Bad("BOT_DESCRIPTION_TOO_LONG")
	}
	*place = text
	return true, nil
}

func getMyDescription(s *world.World, _ *request) (any, *wire.APIError) {
	return map[string]string{"description": s.State.Description}, nil
}

func getMyShortDescription(s *world.World, _ *request) (any, *wire.APIError) {
	return map[string]string{"short_description": s.State.ShortDescription}, nil
}

// about is what the bot says of itself: in the empty chat, and on its profile.
func about(s *world.World) (description, short string) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	return s.State.Description, s.State.ShortDescription
}
