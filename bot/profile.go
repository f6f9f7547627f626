package bot

import (
	"context"
	"io"
)

// Profile is what the bot says of itself where nobody has written to it yet. What is empty is left as it is.
type Profile struct {
	About string // in the empty chat, up to 512 characters
	Short string // on the bot's page and beside its link, up to 120 characters
	// Photo writes the bot's picture, a JPEG, for a bot that has none; nil leaves it without.
	Photo func(io.Writer) error
}

// present puts the profile where people see it, if it stands there otherwise. Nothing depends on it.
func (b *Bot) present(ctx context.Context) {
	for _, text := range []struct{ get, set, field, want string }{
		{"getMyDescription", "setMyDescription", "description", b.Profile.About},
		{"getMyShortDescription", "setMyShortDescription", "short_description", b.Profile.Short},
	} {
		if text.want == "" {
			continue
		}
		var is map[string]string
		err := b.method(ctx, text.get, struct{}{}, &is)
		if err == nil && is[text.field] != text.want {
			err = b.method(ctx, text.set, map[string]string{text.field: text.want}, nil)
		}
		if err != nil && ctx.Err() == nil {
			b.Log.Warn("what the bot says of itself could not be set", "error", err)
		}
	}
}
