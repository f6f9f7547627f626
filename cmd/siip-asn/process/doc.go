// Package process runs the real program as a process of its own, for tests that kill it, stop it and read its log: Program
// starts and ends it, Sound looks through the database that it has left. Only tests import it.
package process
