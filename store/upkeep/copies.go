package upkeep

import (
	"errors"
	"io"

	"siip-asn/store/boltfile"
	"siip-asn/store/core"
	"siip-asn/store/txn"
)

// CopyFile writes a consistent copy of the database at path, of whatever schema, without changing anything in it. The
// errors are those of opening the file.
func CopyFile(path string, w io.Writer) error {
	if err := boltfile.Examine(path); err != nil {
		return err
	}
	db, err := boltfile.OpenToRead(path)
	if err != nil {
		return err
	}
	s := &core.Store{DB: &txn.DB{Db: db}}
	return errors.Join(s.Copy(w), db.Close())
}
