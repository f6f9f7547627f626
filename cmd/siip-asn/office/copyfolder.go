package office

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"siip-asn/cmd/siip-asn/config"
)

// CopyFolder checks the folder for copies. One inside the folder of the database is made when it is missing. Any other must be
// there: its disk may not be mounted, and a folder made in its place would put the copies on the disk of the database.
func CopyFolder(c config.Config, dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err == nil && !info.IsDir():
		return fmt.Errorf("%s bukan folder", dir)
	case err == nil || !errors.Is(err, fs.ErrNotExist):
		return err
	case !within(filepath.Dir(c.Database), dir):
		return fmt.Errorf("folder %s tidak ada; pasang dahulu cakramnya, atau buat foldernya", dir)
	}
	return os.MkdirAll(dir, 0o700)
}

// within tells whether a folder is inside of one that is there.
func within(outer, dir string) bool {
	if _, err := os.Stat(outer); err != nil {
		return false
	}
	from, err1 := filepath.Abs(outer)
	to, err2 := filepath.Abs(dir)
	rel, err3 := filepath.Rel(from, to)
	return errors.Join(err1, err2, err3) == nil && filepath.IsLocal(rel)
}
