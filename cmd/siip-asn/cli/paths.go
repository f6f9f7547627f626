package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/output"
)

// Guard is everything that the program lives on by this config: no output of a command may be one of them.
func (a *App) Guard(c config.Config) output.Guard {
	g := append(a.SettingFiles(c), output.Kept{What: "basis data", Path: c.Database, Beside: true})
	for _, file := range office.Backups(c.DirBackup) {
		g = append(g, output.Kept{What: "salinan cadangan", Path: file, Beside: true})
	}
	return g
}

// SettingFiles are what the program reads at its start.
func (a *App) SettingFiles(c config.Config) output.Guard {
	return output.Guard{
		{What: "berkas konfigurasi", Path: a.ConfigPath}, {What: "berkas token", Path: c.TokenFile}, {What: "gambar lambang", Path: c.Kop.LogoFile},
	}
}

// Outputs is Guard for a command that needs nothing else of the config, so it also works when the config has mistakes.
func (a *App) Outputs(cmd *cobra.Command) output.Guard {
	c, _ := a.Config(cmd) // what could be read of it
	return a.Guard(c)
}

// WithEnding gives a file name without an ending the first of those that fit what is written; another one is wrong usage.
// What the program lives on is refused first: that is the worse mistake.
func WithEnding(g output.Guard, path string, endings ...string) (string, error) {
	ending := filepath.Ext(path)
	if err := g.Check(path); err != nil {
		return "", err
	}
	switch {
	case output.IsDevice(path), slices.ContainsFunc(endings, func(e string) bool { return strings.EqualFold(e, ending) }):
		return path, nil
	case ending == "" || !isEnding(ending):
		return path + endings[0], nil
	default:
		return "", Usage(fmt.Errorf("nama berkas %s harus berakhiran %s", path, strings.Join(endings, " atau ")))
	}
}

// isEnding tells an ending from a dot in a name, such as "kode.Dinas Kesehatan" or "kode.27-11".
func isEnding(e string) bool {
	return len(e) <= 5 && !strings.ContainsFunc(e[1:], func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') })
}

// Taken adds to the refusal of a name that is taken how the command is told of another.
func Taken(err error, how string) error {
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%w%s", err, how)
	}
	return err
}

// Readable refuses what is there and can be no input: a pipe, a device or a socket has no size, and opening a pipe waits
// for whoever writes into it.
func Readable(path string) error {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return fmt.Errorf("%s adalah pipa atau perangkat, bukan berkas; simpan dahulu isinya sebagai berkas", path)
	}
	return nil
}
