package hitung

import "siip-asn/flow"

// Scope is what a rekap is limited to. The zero value is everything.
type Scope struct {
	OPD     flow.OPDID   `json:"opd,omitempty"`
	Jenjang flow.Jenjang `json:"jenjang,omitempty"`
}

// Has tells whether an usulan, or a pegawai, of this OPD and jenjang is in it.
func (p Scope) Has(opd flow.OPDID, jenjang flow.Jenjang) bool {
	return (p.OPD == 0 || p.OPD == opd) && (p.Jenjang == "" || p.Jenjang == jenjang)
}

// Words says what it is, one line each; opd is the name of its OPD.
func (p Scope) Words(opd string) []string {
	var words []string
	if p.OPD != 0 {
		words = append(words, "OPD: "+opd)
	}
	if p.Jenjang != "" {
		words = append(words, "Jenjang: "+string(p.Jenjang))
	}
	return words
}
