// Package jejak makes the workbook of the audit trail.
package jejak
