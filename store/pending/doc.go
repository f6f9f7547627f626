// Package pending is what the store knows in memory of the outbox: which record waits for which slot (waiting.go), and what
// became of messages whose receipts are not durable yet (mail.go). The database on disk is for the next process.
//
// It imports flow and schema, and begins no transaction.
package pending
