package bot

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// mark is the idempotency key of a message or a tap, made of what does not change when it is delivered again under another update
// id. Without it a text that comes twice would also answer the next question.
func mark(parts ...any) string {
	b, _ := json.Marshal(parts) // numbers and texts
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16])
}
