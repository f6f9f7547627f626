// Package scheduler decides which call of the Bot API may be made when. It is the only place that knows a limit: whatever
// calls asks it first, and tells it how the call has ended.
//
// It is plain data: it starts no goroutine, takes no lock and reads no clock. Every method is given the time (the wall clock
// with its monotonic part, never the office's clock), so that a test tells it what it likes. Whoever shares it guards it.
//
// What waits stands in lines: three for each chat (messages in two lanes, files, and the menu of commands), one for each answer
// to a tap. In a line one thing is on its way at a time. A line that may go stands in the heap of its class, ordered by how
// long its head has waited; one that has to wait for a time stands in the heap of times (line.go). So the next one is found
// in O(log n), however many wait.
//
// What Telegram limits, and how it is kept (sources: the Bot API server and TDLib, their maintainer, the FAQ, grammY's page
// on floods):
//
//   - polls, answers to taps, getMe, getFile and commands are not limited;
//   - a chat takes about one message or edit a second with short bursts, a group 20 a minute: a token bucket for each, of
//     which news leaves some to replies;
//   - news for many: a token bucket over all chats (Limits.PerSecond), halved while several chats meet a 429 (ceiling.go);
//   - replies to people who write: a token bucket with a ceiling that doubles while it is reached without a 429, and is halved
//     when several chats meet one;
//   - a 429 is kept for its chat or method and waited out; when several chats meet one within a short time it is kept for all
//     news, or for all (hold.go);
//   - a throttled call may be held for seconds before it is refused: a chat whose call was slow rests a while, and calls on
//     their way have places by class, so that slow ones of one class leave room for the others;
//   - a failed try is repeated later, in its own line; when several chats fail in a row, everybody waits (outage.go).
//
// It imports flow and what the tickets are made of. A newcomer begins with scheduler.go.
package scheduler
