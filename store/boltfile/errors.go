package boltfile

import "fmt"

// DamagedError says that a file is no sound database of this program.
type DamagedError struct {
	Path     string
	Problems []string // at least one, in Indonesian
}

// Error says it in Indonesian, with the first of the problems.
func (e *DamagedError) Error() string {
	return fmt.Sprintf("berkas %s rusak atau bukan basis data SIIP-ASN: %s", e.Path, e.Problems[0])
}

// InUseError says that another process has the database.
type InUseError struct{ Path string }

// Error says it in Indonesian, with what to do.
func (e *InUseError) Error() string {
	return fmt.Sprintf("basis data %s sedang dipakai oleh proses lain (biasanya siip-asn serve); hentikan dahulu proses itu", e.Path)
}
