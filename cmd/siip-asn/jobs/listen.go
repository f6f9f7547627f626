package jobs

import (
	"context"
	"log/slog"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
)

// Listen gives what the bot runs beside its own work to take the jobs of other commands, until the context ends; nothing
// where no socket can be opened, which the log says.
func Listen(o *office.Office, log *slog.Logger) []func(context.Context) error {
	l, err := desk.Listen(o.Config.Database)
	if err != nil {
		log.Warn("other commands have to wait until the bot is stopped", "error", err)
		return nil
	}
	return []func(context.Context) error{
		func(ctx context.Context) error { return desk.Serve(ctx, l, log, At(o)) },
	}
}
