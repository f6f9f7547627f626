package simulator

import (
	"bytes"
	"image"
	"image/jpeg"
	"testing"
)

const static = `{"type":"static","photo":"attach://picture"}`

func jpegOf(w, h int) []byte {
	var out bytes.Buffer
	_ = jpeg.Encode(&out, image.NewGray(image.Rect(0, 0, w, h)), nil)
	return out.Bytes()
}

func (b *bot) photo(photo string, data []byte) reply {
	b.t.Helper()
	return b.upload("setMyProfilePhoto", "picture", "picture.jpg", data, map[string]string{"photo": photo})
}

func (b *bot) photos() profilePhotos {
	b.t.Helper()
	return must[profilePhotos](b, "getUserProfilePhotos", args{"user_id": b.sim.Bot().ID})
}

func TestThePictureOfTheBot(t *testing.T) {
	b, p := start(t, Options{Strict: true})
	if got := b.photos(); got.Total != 0 || got.Photos == nil || len(got.Photos) != 0 {
		t.Errorf("%+v", got)
	}
	data := jpegOf(640, 640)
	if r := b.photo(static, data); !r.OK {
		t.Fatal(r.body)
	}
	got := b.photos()
	if got.Total != 1 || len(got.Photos) != 1 || got.Photos[0][0].Width != 640 {
		t.Fatalf("%+v", got)
	}
	path := must[fileInfo](b, "getFile", args{"file_id": got.Photos[0][0].FileID}).FilePath
	if code, raw := b.fetch(path); code != 200 || !bytes.Equal(raw, data) {
		t.Errorf("%d, %d bytes", code, len(raw))
	}
	if got := must[profilePhotos](b, "getUserProfilePhotos", args{"user_id": b.sim.Bot().ID, "offset": 1}); got.Total != 1 || len(got.Photos) != 0 {
		t.Errorf("%+v", got)
	}
	if got := must[profilePhotos](b, "getUserProfilePhotos", args{"user_id": p.ID()}); got.Total != 0 {
		t.Errorf("%+v", got)
	}
	must[bool](b, "removeMyProfilePhoto", nil)
	if got := b.photos(); got.Total != 0 {
		t.Errorf("%+v", got)
	}
	expectComplaints(t, b.sim)
}

func TestPicturesOfTheBotThatAreRefused(t *testing.T) {
	b, _ := start(t, Options{})
	good := jpegOf(640, 640)
	for _, c := range []struct {
		photo string
		data  []byte
		want  string
	}{
		{"", good, "there is no photo in the request"},
		{"attach://picture", good, "can't parse input profile photo JSON object"},
		{`{"photo":"attach://picture"}`, good, `can't parse input profile photo: can't find field "type"`},
		{`{"type":"static"}`, good, `can't parse input profile photo: can't find field "photo"`},
		{`{"type":"round","photo":"attach://picture"}`, good, "unsupported input profile photo type specified"},
		{`{"type":"animated","animation":"attach://picture"}`, good, "animated profile photos are not simulated, use static"},
		{`{"type":"static","photo":"attach://other"}`, good, "photo must be uploaded as an InputFile"},
		{`{"type":"static","photo":"AgACAgUAAxkB"}`, good, "photo must be uploaded as an InputFile"},
		{static, nil, "file must be non-empty"},
		{static, []byte("no picture"), "IMAGE_PROCESS_FAILED"},
		{static, picture(640, 640), "PHOTO_INVALID"},
		{static, jpegOf(640, 100), "PHOTO_CROP_SIZE_SMALL"},
	} {
		r := b.photo(c.photo, c.data)
		if r.OK || r.status != 400 || r.Description != "Bad Request: "+c.want {
			t.Errorf("%s: %s, not %s", c.photo, short(r.body), c.want)
		}
	}
	if got := b.photos(); got.Total != 0 {
		t.Errorf("%+v", got)
	}
	b.refused("getUserProfilePhotos", args{"user_id": "x"}, 400, "Bad Request: invalid user_id specified")
	b.refused("getUserProfilePhotos", args{"user_id": 99}, 400, "Bad Request: user not found")
}
