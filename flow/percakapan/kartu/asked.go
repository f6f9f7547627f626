package kartu

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// asked is the usulan about which a question stands where its card stood; 0: none.
var asked = dialog.State[flow.UsulanID]{Key: "tanya"}

// Asked is the usulan about which a question stands where its card stood, so that /batal takes it away.
func Asked(t *dialog.Turn) flow.UsulanID { return asked.Get(t) }

// Ask notes that a question about the usulan stands where its card stood; 0: no longer.
func Ask(t *dialog.Turn, id flow.UsulanID) { asked.Set(t, id) }
