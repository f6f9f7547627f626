package percakapan

import (
	"siip-asn/flow/dialog"
)

// clockwork does what nobody has to ask for. The clock only ticks; what is due by now, and whether it was done, is looked
// up at each tick.
func (t *turn) clockwork() {
	switch in := t.e.Input.(type) {
	case dialog.Tick:
		t.weekly(in.Rekap)
		t.beginReminders()
	case dialog.Continue:
		t.remind()
	}
}
