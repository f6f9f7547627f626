// Package bot is everything that knows what Telegram is.
//
// An update goes through Bot.poll (poll.go), decoder.decode (decode.go, update.go) and Inbox.Apply, which returns when
// everything that came of it is durable; only then is it confirmed to Telegram. What is to be sent comes back as tickets.
// The sender (sender.go) asks the scheduler whose turn it is, and gives that ticket to a goroutine of its pool (try.go), where a
// courier (courier.go) makes the calls:
//
//	show.go      a screen goes into its slot (the plan is made in bot/slot)
//	report.go    a report is made when its turn comes, and sent in parts
//	check.go     a workbook is fetched and looked at; progress.go shows how far that is
//	encode.go    screens become messages, callback.go buttons; the only place that writes HTML
//
// The rooms beside it: bot/telegram is the client (calls, files, what errors mean), bot/scheduler decides what may be called
// when (every limit is there), bot/slot plans, bot/simulator is a Bot API server for tests and the demo. telebot gives its
// types; its poller, router and keyboards are not used: they confirm updates before they are handled, and write fields that the
// Bot API does not know.
//
// Two clocks: Options.Now is the office's (a demo moves it) and gives the time of events and of receipts, and the age of
// messages. The wall clock, with its monotonic part, is for everything that waits: the scheduler, backoff, the length of calls,
// and the pauses that the server asks for, whose end is written down for the next process (sender.keep). Only sender.begin
// brings the two together: it turns how long ago something was sent last, by the office's clock, into a time of the wall clock.
//
// It imports flow, its rooms and telebot, never store, reports or the conversations. A newcomer begins with bot.go.
package bot
