// Package rekap makes the workbook of the rekap. It counts nothing: the counts come in.
package rekap
