package hitung

import "siip-asn/flow"

// Potongan is what a rekap is limited to. The zero value is everything.
type Potongan struct {
	OPD     flow.OPDID   `json:"opd,omitempty"`
	Jenjang flow.Jenjang `json:"jenjang,omitempty"`
}

// Has tells whether an usulan, or a pegawai, of this OPD and jenjang is in it.
func (p Potongan) Has(opd flow.OPDID, jenjang flow.Jenjang) bool {
	return (p.OPD == 0 || p.OPD == opd) && (p.Jenjang == "" || p.Jenjang == jenjang)
}

// Words says what it is, one line each; opd is the name of its OPD.
func (p Potongan) Words(opd string) []string {
	var words []string
	if p.OPD != 0 {
		words = append(words, "OPD: "+opd)
	}
	if p.Jenjang != "" {
		words = append(words, "Jenjang: "+string(p.Jenjang))
	}
	return words
}
