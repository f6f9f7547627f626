// Package flow is the office: its nouns and its rules.
//
// It knows pegawai, OPD, panduan and usulan; who may do what to an usulan and when (Siklus, the one table of the life
// cycle and of the rights); how a NIP, a phone number and an activation code are read; and how a rekap is counted.
//
// It imports nothing but the standard library. It reads no clock, no random source and no file. The words that a person
// reads stand in flow/percakapan; here are only the words that belong to the nouns themselves (the names of statuses,
// roles and columns, and what is wrong with a value).
//
// A newcomer reads usulan.go, then siklus.go, then flow/dialog.
package flow
