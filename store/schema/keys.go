package schema

import (
	"siip-asn/store/table"
)

// Key joins parts into one key, as table.Key does.
func Key(parts ...any) []byte { return table.Key(parts...) }
