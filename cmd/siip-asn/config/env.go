package config

import (
	"errors"
	"slices"
	"strings"
)

// What the environment may hold beside the keys: switches of the program itself, for its demo and its tests.
const (
	envPrefix = "SIIP_"
	ownPrefix = "SIIP_ASN_"
)

// readEnv takes the environment variables that name a key. One that looks like a key and is none is a mistake, as it is in
// the file.
func (c *Config) readEnv(environ []string) []error {
	var mistakes []error
	var token, tokenFile bool
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if !strings.HasPrefix(name, envPrefix) || strings.HasPrefix(name, ownPrefix) {
			continue
		}
		if err := c.setEnv(name, value); err != nil {
			mistakes = append(mistakes, mistake{where: "variabel lingkungan " + name, what: err.Error()})
		}
		token = token || name == "SIIP_TELEGRAM_TOKEN" && value != ""
		tokenFile = tokenFile || name == "SIIP_TELEGRAM_TOKEN_FILE" && value != ""
	}
	switch {
	case token && !tokenFile:
		c.TokenFile = "" // of the file: the environment wins
	case tokenFile && !token:
		c.Token = ""
	}
	return mistakes
}

func (c *Config) setEnv(name, value string) error {
	i := slices.IndexFunc(settings, func(s setting) bool { return s.env() == name })
	if i < 0 {
		return errors.New("kunci tidak dikenal; lihat config.example.yaml")
	}
	return settings[i].set(c, value)
}
