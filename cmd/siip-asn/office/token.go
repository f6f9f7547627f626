package office

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"siip-asn/bot"
)

// AskName asks the server of the Bot API whose token it is.
func AskName(ctx context.Context, token, address string) (username string, err error) {
	b, err := bot.New(bot.Options{Token: token, APIURL: address, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return b.Me(ctx)
}

// Unreached says why the Bot API at an address was not reached: what answered there is something else, or nothing did.
func Unreached(address string, err error) error {
	var other *bot.UpstreamError
	if errors.As(err, &other) {
		return fmt.Errorf("yang menjawab di %s bukan server Bot API (HTTP %d); periksa telegram.api_url, "+
			"atau proksi dan halaman masuk jaringan kantor", address, other.Status)
	}
	return fmt.Errorf("%s: %w", address, err)
}
