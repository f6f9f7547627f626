// Package codes gives activation codes out on paper, in a workbook or on standard output: HandOut, for the commands invite
// and mulai. It works in two phases: codes become valid when what they were written to is durable, never before, because making
// them valid ends the earlier codes of the same people.
//
// It knows no command. A newcomer reads HandOut, then deliver.
package codes
