package office

import (
	"io"
	"log/slog"
	"regexp"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/flow/identitas"
)

// Logger writes to w as the config says, discreetly: what looks like a NIP is masked.
func Logger(w io.Writer, c config.Config) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(c.LogLevel)) // the config has checked it
	o := &slog.HandlerOptions{Level: level, ReplaceAttr: discreet}
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

var manyDigits = regexp.MustCompile(`\d{18,}`)

// discreet masks what looks like a NIP, wherever an error has brought it along: whoever reads a log need not know it.
func discreet(_ []string, a slog.Attr) slog.Attr {
	switch v := a.Value.Any().(type) {
	case string:
		a.Value = slog.StringValue(masked(v))
	case error:
		a.Value = slog.StringValue(masked(v.Error()))
	}
	return a
}

func masked(s string) string {
	return manyDigits.ReplaceAllStringFunc(s, func(digits string) string { return identitas.NIP(digits).Masked() })
}
