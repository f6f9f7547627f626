// Package text makes what a bot or a person writes into what a message holds: HTML into entities, entities in order, links and
// commands found by the server. It is pure: a text goes in, a text comes out.
//
// ParseHTML (html.go) and Styled.Settle (styled.go) are where a newcomer starts. It imports wire only.
package text
