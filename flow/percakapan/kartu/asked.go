package kartu

import (
	"fmt"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
)

// asked is the usulan about which a question stands where its card stood; 0: none.
var asked = engine.State[flow.UsulanID]{Key: "tanya"}

// Asked is the usulan about which a question stands where its card stood, so that /batal takes it away.
func Asked(t *engine.Turn) flow.UsulanID { return asked.Get(t) }

// Ask notes that a question about the usulan stands where its card stood; 0: no longer.
func Ask(t *engine.Turn, id flow.UsulanID) { asked.Set(t, id) }

func seenJob(id flow.AccountID) string { return fmt.Sprintf("dilihat/%d", id) }

// Seen is when the owner last looked at an usulan of his while the office was shut: what he has seen needs no ring at the
// opening.
func Seen(t *engine.Turn, id flow.AccountID) time.Time { return t.Done(seenJob(id)) }

// noteSeen notes it.
func noteSeen(t *engine.Turn, u flow.Usulan) {
	if u.Pegawai == t.Who.ID && !t.Aturan().Kabar.Buka(t.Now()) {
		t.Do(dialog.MarkDone{Job: seenJob(t.Me()), At: t.Event.At})
	}
}
