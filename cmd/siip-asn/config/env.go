package config

import (
	"errors"
	"fmt"
	"os"
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

// readTokenFile reads the token from the file that telegram.token_file names.
func (c *Config) readTokenFile() []error {
	const where = "telegram.token_file"
	switch {
	case c.TokenFile == "":
		return nil
	case c.Token != "":
		return []error{mistake{where: where, what: "telegram.token sudah diisi; kosongkan salah satunya"}}
	}
	text, err := os.ReadFile(c.TokenFile)
	if err != nil {
		return []error{fmt.Errorf("%s: %w", where, err)}
	}
	if err := setToken(c, strings.TrimSpace(string(text))); err != nil {
		return []error{mistake{file: c.TokenFile, where: where, what: err.Error()}}
	}
	return nil
}
