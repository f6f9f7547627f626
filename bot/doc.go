// Package bot is everything that knows what Telegram is: the poll that fetches updates, the decoder that makes events of
// them, the encoder that makes messages of screens, and the sender that empties the outbox within Telegram's limits.
//
// An update goes through Bot.poll (poll.go), decode (decode.go) and Inbox.Apply, which returns when everything that
// came of it is durable; only then is it confirmed to Telegram. What is to be sent comes back as tickets, which the
// Sender (sender.go) turns into calls (deliver.go).
//
// telebot gives its types and its way to call a method; its poller, its router and its keyboards are not used: they
// confirm updates before they are handled, and write fields that the Bot API does not know. The token is put into a
// request only by the transport (transport.go), so that no error, log or panic can hold it.
//
// It imports flow and telebot, never store, reports or the conversations. A newcomer begins with bot.go.
package bot
