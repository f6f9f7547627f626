package simulator

import (
	"bytes"
	"encoding/json"
	"image"
	"strconv"
	"strings"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// profileSide is how wide and how high a picture of a profile must be, in pixels.
const profileSide = 160

// setMyProfilePhoto gives the bot a picture in place of the one it has.
func setMyProfilePhoto(s *world.World, q *request) (any, *wire.APIError) {
	part, err := q.profilePhoto()
	if err != nil {
		return nil, err
	}
	if err := fitsProfile(s, part.Data); err != nil {
		return nil, err
	}
	f, err := s.KeepPhoto(part.Data)
	if err != nil {
		return nil, err
	}
	s.State.ProfilePhoto = f.Photo()
	s.Touch()
	return true, nil
}

// profilePhoto is the file that an InputProfilePhotoStatic names. It must come with the call: a file that Telegram has already
// is none, and neither is an address.
func (q *request) profilePhoto() (none wire.Upload, _ *wire.APIError) {
	raw := q.Text("photo")
	if raw == "" {
		return none, wire.Bad("There is no photo in the request")
	}
	o, ok := wire.AsObject(json.RawMessage(raw))
	if !ok {
		return none, wire.Bad("Can't parse input profile photo JSON object")
	}
	r := wire.Reader{Object: o}
	kind := r.Required("type")
	switch {
	case r.Err == nil && kind == "animated":
		return none, wire.Bad("Animated profile photos are not simulated, use static")
	case r.Err == nil && kind != "static":
		return none, wire.Bad("Unsupported input profile photo type specified")
	}
	value := r.Required("photo")
	if r.Err != nil {
		return none, wire.Badf("Can't parse input profile photo: %s", wire.LowerFirst(r.Err.Error()))
	}
	name, attached := strings.CutPrefix(value, "attach://")
	part, ok := q.Files[name]
	if !attached || !ok {
		return none, wire.Bad("Photo must be uploaded as an InputFile")
	}
	return part, nil
}

// fitsProfile takes a JPEG of some size only, whatever its name is.
func fitsProfile(s *world.World, data []byte) *wire.APIError {
	if len(data) == 0 {
		return wire.Bad("File must be non-empty")
	}
	if int64(len(data)) > s.Sizes.Photo {
		return wire.TooLarge("")
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return wire.Bad("IMAGE_PROCESS_FAILED")
	case format != "jpeg":
		return wire.Bad("PHOTO_INVALID")
	case min(config.Width, config.Height) < profileSide:
		return wire.Bad("PHOTO_CROP_SIZE_SMALL")
	}
	return nil
}

// removeMyProfilePhoto takes the bot's picture away, if there is one.
func removeMyProfilePhoto(s *world.World, _ *request) (any, *wire.APIError) {
	s.State.ProfilePhoto = nil
	s.Touch()
	return true, nil
}

// profilePhotos is the answer of getUserProfilePhotos.
type profilePhotos struct {
	Total  int                `json:"total_count"`
	Photos [][]wire.PhotoSize `json:"photos"`
}

// getUserProfilePhotos knows one picture, which is the bot's: people have none here.
func getUserProfilePhotos(s *world.World, q *request) (any, *wire.APIError) {
	id, err := strconv.ParseInt(q.Text("user_id"), 10, 64)
	if err != nil || id <= 0 {
		return nil, wire.Bad("Invalid user_id specified")
	}
	out := profilePhotos{Photos: [][]wire.PhotoSize{}}
	_, known := s.State.People[id]
	switch {
	case id != s.Me.ID && !known:
		return nil, wire.Bad("User not found")
	case id == s.Me.ID && s.State.ProfilePhoto != nil:
		out.Total = 1
	}
	if int64(out.Total) > q.Integer("offset", 0, 0, 100) {
		out.Photos = append(out.Photos, s.State.ProfilePhoto)
	}
	return out, nil
}
