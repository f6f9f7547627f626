// Package world is everything that the server knows: people, chats and their messages, the updates that wait for the bot, taps,
// files, commands; and how that is kept in a file between restarts.
//
// All of it hangs on World and is guarded by its one mutex, Mu. What is exported expects it held, apart from what a test or a
// page calls from outside: New, Open, Close, Wait, Calls, Complaints, Inject and Heal, the network, Pending, Polling, Redeliver,
// Repeat, ForeignPoll, Spare, BotKilled, and Unanswered. Messages and what they hold are never changed in place once they
// are handed out: a change makes a new value.
//
// World (world.go) is where a newcomer starts, then post.go (messages) and allowed.go (updates). It imports wire, and onlooker
// whose judgement it holds.
package world
