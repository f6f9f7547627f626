// Package berkas is what a file brings into the office: what was read of it (Bacaan), what it would do (Dampak), both said
// in sentences (Pemahaman), its rows as the readers hand them on (BarisPegawai and its like), its faults, and what came of
// it (HasilImpor).
//
// It imports flow and the rooms beside it only.
package berkas
