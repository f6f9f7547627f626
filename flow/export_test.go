package flow

import "testing"

// WithStatus lets a copy of the table of statuses, with one more record, stand in for the table during a test.
func WithStatus(t *testing.T, r StatusRecord) {
	old, oldList := statuses, Statuses
	statuses = append(old[:len(old):len(old)], r)
	Statuses = valuesOf(statuses, StatusRecord.inLists)
	t.Cleanup(func() { statuses, Statuses = old, oldList })
}
