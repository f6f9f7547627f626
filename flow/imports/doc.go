// Package imports is what a file brings into the office: what was read of it (Understood), what it would do (Impact), both said
// in sentences (Preview), its rows as the readers hand them on (BarisPegawai and its like), its faults, and what came of
// it (ImportResult).
//
// It imports flow and the rooms beside it only.
package imports
