package store

import "siip-asn/store/table"

// key joins parts into one key, as table.Key does.
func key(parts ...any) []byte { return table.Key(parts...) }
