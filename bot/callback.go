package bot

import (
	"fmt"
	"strconv"
	"strings"

	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/spelling"
)

// callbackMax is how many bytes a button can carry; Telegram's limit.
const callbackMax = 64

// encodeButton writes what a button was drawn for, "word:id:versi" with the numbers in base 36. There is one way to
// write a button, and decodeButton takes no other.
func encodeButton(b ui.Button) string {
	return b.Word + ":" + strconv.FormatUint(b.ID, 36) + ":" + strconv.FormatUint(b.Versi, 36)
}

// decodeButton reads it back. Whatever else a client sends is an error: it was never drawn by this program.
func decodeButton(data string) (ui.Button, error) {
	parts := strings.Split(data, ":")
	if len(parts) != 3 || len(data) > callbackMax || !isWord(parts[0]) {
		return ui.Button{}, fmt.Errorf("no button of ours: %q", spelling.Clip(data, callbackMax))
	}
	id, err1 := strconv.ParseUint(parts[1], 36, 64)
	versi, err2 := strconv.ParseUint(parts[2], 36, 64)
	b := ui.Button{Word: parts[0], ID: id, Versi: versi}
	if err1 != nil || err2 != nil || max(id, versi) > ui.NumberMax || encodeButton(b) != data {
		return ui.Button{}, fmt.Errorf("no button of ours: %q", spelling.Clip(data, callbackMax))
	}
	return b, nil
}

func isWord(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz-") == ""
}
