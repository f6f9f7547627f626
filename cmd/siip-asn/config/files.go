package config

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // a logo is one of the two
	_ "image/png"
	"os"
	"strings"
	"unicode/utf16"
)

// readFiles reads the files that keys name.
func (c *Config) readFiles(r *yamlReader) {
	c.readTokenFile(r)
	if c.Kop.LogoFile == "" {
		return
	}
	if err := c.Kop.readLogo(); err != nil {
		r.fails("instansi.logo", err)
	}
}

// fails notes that the file of a key cannot be used, with the line of the key when it stands in the config file.
func (r *yamlReader) fails(key string, err error) {
	if line := r.seen[key]; line > 0 {
		r.mistakes = append(r.mistakes, fmt.Errorf("%s baris %d: %s: %w", r.path, line, key, err))
		return
	}
	r.mistakes = append(r.mistakes, fmt.Errorf("%s: %w", key, err))
}

// readTokenFile reads the token from the file that telegram.token_file names.
func (c *Config) readTokenFile(r *yamlReader) {
	const where = "telegram.token_file"
	switch {
	case c.TokenFile == "":
		return
	case c.Token != "":
		r.mistakes = append(r.mistakes, mistake{where: where, what: "telegram.token sudah diisi; kosongkan salah satunya"})
		return
	}
	text, err := os.ReadFile(c.TokenFile)
	if err != nil {
		r.fails("telegram.token_file", err)
		return
	}
	if err := setToken(c, strings.TrimSpace(PlainText(text))); err != nil {
		r.mistakes = append(r.mistakes, mistake{file: c.TokenFile, where: where, what: err.Error()})
	}
}

// PlainText is the text of a file as an editor of Windows may have saved it: a byte order mark is taken away, UTF-16 becomes UTF-8.
func PlainText(text []byte) string {
	var order func(a, b byte) uint16
	switch {
	case bytes.HasPrefix(text, []byte{0xff, 0xfe}):
		order = func(a, b byte) uint16 { return uint16(b)<<8 | uint16(a) }
	case bytes.HasPrefix(text, []byte{0xfe, 0xff}):
		order = func(a, b byte) uint16 { return uint16(a)<<8 | uint16(b) }
	default:
		return strings.TrimPrefix(string(text), "\ufeff")
	}
	var units []uint16
	for text = text[2:]; len(text) >= 2; text = text[2:] {
		units = append(units, order(text[0], text[1]))
	}
	return string(utf16.Decode(units))
}

// Kop is the head of what is printed, below instansi.nama.
type Kop struct {
	Unit, Alamat string
	LogoFile     string
	Logo         []byte // what LogoFile holds: PNG or JPEG; nil without one
}

// The bounds of a logo: a letterhead is 3 cm high.
const (
	logoBytes  = 2 << 20
	logoPixels = 4000 // a side
)

func (k *Kop) readLogo() error {
	info, err := os.Stat(k.LogoFile)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || info.Size() > logoBytes {
		return fmt.Errorf("%s harus gambar PNG atau JPEG, paling besar 2 MB", k.LogoFile)
	}
	picture, err := os.ReadFile(k.LogoFile)
	if err != nil {
		return err
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		return fmt.Errorf("%s bukan gambar PNG atau JPEG", k.LogoFile)
	}
	if size.Width > logoPixels || size.Height > logoPixels {
		return errors.New("gambarnya terlalu besar; paling besar 4000 x 4000 titik")
	}
	k.Logo = picture
	return nil
}
