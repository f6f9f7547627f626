// Package rencana makes the workbook of the yearly plan of competence development: the seven items of PP 11/2017 Pasal 207,
// one row a jenis diklat, who is meant on a second sheet, and what named budgets pay. What BKPSDM has to type is yellow;
// reports/incoming reads it back by the names of the columns.
//
// A newcomer reads Write, then columns.
package rencana
