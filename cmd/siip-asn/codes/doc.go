// Package codes gives activation codes out on paper, in a workbook or on standard output: HandOut, for the commands invite
// and mulai. Codes become valid when what they stand in lies safe, never before.
package codes
