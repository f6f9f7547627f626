package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
)

// sidik is the mark of what an import changes: each row that makes a difference, and what it is different from. Of the
// same workbook it is the same as long as nobody else changes those records.
type sidik struct{ hash.Hash }

func newSidik() sidik { return sidik{sha256.New()} }

// note adds a row, and the record as it was.
func (s sidik) note(row string, old any) {
	_ = json.NewEncoder(s).Encode([]any{row, old}) // records are encoded all the time, and a hash takes everything
}

func (s sidik) String() string { return hex.EncodeToString(s.Sum(nil)[:12]) }
