package impor

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
)

// Fingerprint is a hash over what an import changes: each row that makes a difference, and the record before it. It ties a
// confirmation to what was shown: as long as nobody else changes those records, the same workbook has the same fingerprint.
type Fingerprint struct{ hash.Hash }

// NewFingerprint has noted nothing yet.
func NewFingerprint() Fingerprint { return Fingerprint{sha256.New()} }

// Note adds a row, and the record as it was.
func (s Fingerprint) Note(row string, old any) {
	_ = json.NewEncoder(s).Encode([]any{row, old}) // records are encoded all the time, and a hash takes everything
}

// String is the mark as it is shown and compared.
func (s Fingerprint) String() string { return hex.EncodeToString(s.Sum(nil)[:12]) }
