// Package post is what passes between the store and the bot: an event with the marks of its delivery (Incoming), what is
// to be sent (Outgoing) and its place in the queue (Ticket), and what became of it (Receipt).
//
// Which promise rests on which commit:
//
//   - An update is confirmed to the server after the commit of its Apply. That commit holds, together, the mark of the
//     update, what the event has changed, the session, and the outbox records of what must be sent because of it. So a
//     change happens exactly once, and what it causes is never forgotten.
//   - A ticket comes out of Apply after that commit. It brings its record in memory; the record on disk is for the next
//     process.
//   - A receipt is noted after the call to the server has ended, and Note does not wait for the disk. It becomes durable
//     with the next batch of events, or a short while later. Until then memory knows it: the next screen of the chat
//     finds the message that holds its slot. A process that is killed in between sends that message once more; it never
//     loses one, and no change is made twice.
//   - The right to have something holds against what is committed when Ready is asked. A ticket that was judged when it was
//     caused is judged again only if a commit since then may have changed an account or a pegawai (Ticket.Judged).
//
// It imports flow and flow/dialog only.
package post
