// Package sample is for the tests of the reports: invented people and usulan, and readers that open what was made. No
// program imports it.
package sample
