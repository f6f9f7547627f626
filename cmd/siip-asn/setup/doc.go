// Package setup is the command mulai: it leads from nothing to an office that works, step by step. Run is the way (run.go),
// with one method for each step: token.go, steps.go, service.go. Each step may be repeated, and each can be answered by a flag
// (Flags) in the place of a person.
package setup
