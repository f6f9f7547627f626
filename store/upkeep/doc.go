// Package upkeep is what the operator and the nights do with a database: restore, prune, count, hand out codes, look after dead
// letters, compare anchors of the trail.
//
// Each is a function of its own on a core.Store or a file; none is needed by another. It imports core and the rooms below that.
package upkeep
