package antrian

import (
	"testing"

	"siip-asn/flow"
)

// TestTheTallyKnowsEveryStatus: decisions are counted for a status that the office adds later, too.
func TestTheTallyKnowsEveryStatus(t *testing.T) {
	const ditunda flow.Status = 7
	var queue progress
	for _, s := range []flow.Status{ditunda, flow.Disetujui, ditunda} {
		queue.count(s)
	}
	if queue.decisions() != 3 || len(queue.Putusan) != 2 || queue.Putusan[1] != (tally{Status: ditunda, Jumlah: 2}) {
		t.Errorf("%+v", queue)
	}
}
