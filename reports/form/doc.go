// Package form is a table that people fill in or send, described once: Form lists its columns (Column), and the same list
// makes the template (template.go, guide.go), finds the header in a stranger's file (header.go), and reads the rows below it
// (rows.go) with every fault by its cell (fault.go).
//
// A table need not be ours. The header is looked for among the first rows of every sheet that people see, under the names of
// the columns and those that offices use; what stands below the table is told from its rows. What was understood is part of
// the result (Reading), so that it can be said before anything is applied.
//
// It knows no particular form: those are in reports/incoming. A newcomer reads column.go, form.go, then rows.go.
package form
