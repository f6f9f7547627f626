package migration

import bolt "go.etcd.io/bbolt"

// Steps are the migrations in order. The version of a database is how many of them it has been through: 0 for a new file.
// Each runs inside the transaction that it is handed; an error means that nothing of it may be kept. One that was released
// is never changed and never leaves its place.
var Steps = []func(*bolt.Tx) error{
	firstSchema,
	trailByWhoDidIt,
	foldedNames,
	handovers,
	oneBucketAChat,
	riwayat,
	printsAndPlan,
	lettersByPerson,
	packed,
}
