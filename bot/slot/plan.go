// Package slot decides how a screen gets into its slot: the place in a chat where a screen of its kind is shown, such as the
// card of an usulan. It knows messages by their number only, and calls nothing: the courier of package bot does what the plan
// says, and so do the tests of the conversations, which have no Telegram.
//
// It imports flow/dialog and flow/post. All of it is PlanOf.
package slot

import (
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// Plan is how a screen gets to where it belongs.
type Plan uint8

// The plans.
const (
	Leave  Plan = iota // it stands there already, or has no place to go to
	Change             // in the message that holds the slot
	Append             // in a new message, at the end of the chat
)

// PlanOf decides between editing the message that holds the slot and sending a new one. A person looks at the message that he
// tapped, or at the end of the chat; a screen that he waits for (dialog.Here) is edited where he looks, and else sent anew. digest
// is that of the screen: one that is shown already is left, and one of another kind of message cannot be edited.
func PlanOf(d post.Draft, digest string) Plan {
	manner := d.Show.Manner
	inSight := d.Held.Message == d.Tapped || d.Held.Message >= d.Newest
	switch {
	case d.Held.Message == 0 && manner == dialog.Quietly:
		return Leave
	case d.Held.Message == 0, manner == dialog.Anew, manner == dialog.Here && !inSight:
		return Append
	case d.Held.Digest == digest:
		return Leave
	case d.Held.Fixed || d.Show.Screen.Fixed():
		return Append
	default:
		return Change
	}
}
