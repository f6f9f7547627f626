// Package hitung counts usulan: which diklat are wanted most, by whom, how many pegawai took part, what waits where and
// for how long. One value, Rekap, is what the chat, the picture, the report and the workbook all render, so that a number
// is the same everywhere.
//
// Peminat of a diklat are the living usulan for it that are not refused; refused ones are counted and shown apart.
// Shares are rounded once, to a tenth of a percent, by Share.
//
// It takes rows that are looked up already and reads neither clock nor database. It imports flow and
// the rooms beside it that it counts from. A newcomer reads New, then Walk for how the durations come about.
package hitung
