package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/office"
)

// NewFlag adds --new, by which a person confirms that a database is to be made although MayBegin finds signs of another one.
func NewFlag(cmd *cobra.Command) {
	cmd.Flags().Bool("new", false, "mulai basis data baru yang kosong, walaupun foldernya sudah berisi")
}

// MayBegin is nil when the database is there, or when the command may begin one: its folder is new or empty and there are no
// copies of one, or --new was given. A path that is wrong must not look like a city that has just begun.
func MayBegin(cmd *cobra.Command, c config.Config) error {
	if _, err := os.Stat(c.Database); !errors.Is(err, fs.ErrNotExist) {
		return nil // there, or Open says what is wrong
	}
	if anew, _ := cmd.Flags().GetBool("new"); anew {
		return nil
	}
	sign := signOfAnother(c)
	if sign == "" {
		return nil
	}
	return fmt.Errorf("basis data %s tidak ada, padahal %s; periksa database.path, pulihkan dengan siip-asn restore BERKAS, "+
		"atau mulai basis data baru yang kosong dengan --new", c.Database, sign)
}

// signOfAnother says what speaks for a database that was there; empty when nothing does.
func signOfAnother(c config.Config) string {
	if copies := office.Backups(c.DirBackup); len(copies) > 0 {
		return "ada salinannya: " + copies[len(copies)-1]
	}
	entries, err := os.ReadDir(filepath.Dir(c.Database))
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && name != "lost+found" {
			return "foldernya sudah berisi " + name
		}
	}
	return ""
}
