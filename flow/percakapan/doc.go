// Package percakapan is everything that a person is told and asked: the conversations of the bot, one file each, and
// every word in them.
//
// Step is the door: it takes one event and the session of the person who caused it, and gives back the session as it
// is then and the effects. It looks things up through flow.Reader and changes nothing itself.
//
// A conversation is made of places ("form/manual"). A place is what it shows and what it understands, side by side in
// the file of its conversation; places.go lists them all. Two kinds of buttons exist:
//
//   - those of a place carry the version of the session, and count only while the person is still there: a wizard is
//     never thrown back by an old button;
//   - those of doors.go lead somewhere or act on an usulan, from wherever they are tapped. The ones that act carry the
//     version of the usulan, and hak.go asks flow.Siklus about them at every tap.
//
// It imports flow and nothing else of the project: no Telegram, no database, no file. A newcomer reads turn.go, then
// places.go, then form.go.
package percakapan
