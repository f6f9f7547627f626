// Package wire holds the nouns of the Bot API as they travel: messages and what is in them, keyboards, the answers and
// refusals of the server, and how the parameters of a call and the JSON in them are read and judged by themselves.
//
// APIError (errors.go) is how everything is refused, in the words of the real server; Params (params.go) is a call as it came
// in. It imports the standard library only.
package wire
