package bot

import (
	"context"
	"errors"

	"siip-asn/bot/telegram"
)

// photoPart is the part of a form that has the picture, which the call names.
const photoPart = "picture"

// portray gives the bot its picture if it has none: one that somebody has chosen stays. It is tried once a run, and nothing
// depends on it: older Bot API servers know no such method.
func (b *Bot) portray(ctx context.Context) {
	if b.Profile.Photo == nil {
		return
	}
	has, err := b.hasPhoto(ctx)
	if err == nil && !has {
		err = b.setPhoto(ctx)
	}
	if err != nil && ctx.Err() == nil {
		b.Log.Warn("the picture of the bot could not be set", "error", err)
	}
}

// hasPhoto tells whether the bot has a picture. An answer that does not say it is an error.
func (b *Bot) hasPhoto(ctx context.Context) (bool, error) {
	var is struct {
		Count *int `json:"total_count"`
	}
	err := b.method(ctx, "getUserProfilePhotos", map[string]int64{"user_id": b.id, "limit": 1}, &is)
	if err == nil && is.Count == nil {
		err = errors.New("getUserProfilePhotos does not say how many there are")
	}
	return err == nil && *is.Count > 0, err
}

// setPhoto uploads the picture. A stop breaks it off: the next start looks again.
func (b *Bot) setPhoto(ctx context.Context) error {
	const method = "setMyProfilePhoto"
	if _, err := b.awaitMethod(ctx, method); err != nil {
		return err
	}
	err := b.api.Upload(ctx, telegram.File{
		Method: method, Fields: [][2]string{{"photo", `{"type":"static","photo":"attach://` + photoPart + `"}`}},
		Kind: photoPart, Name: photoPart + ".jpg", Write: b.Profile.Photo,
	}, nil)
	b.sender.calledMethod(method, err)
	return err
}
