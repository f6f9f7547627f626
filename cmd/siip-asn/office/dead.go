package office

import (
	"slices"

	"siip-asn/bot"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// resendPart is how many dead letters go into one transaction: as many updates as a poll brings.
const resendPart = 100

// Resend sends the dead letters that were to go out, and takes in once more what could not be taken in: the program may
// have learnt to. What fails again becomes a new letter. It works in parts; progress is told how many are done after each,
// and its error ends the work: what is done by then stays done.
func (o *Office) Resend(letters []store.DeadLetter, progress store.Progress) error {
	done := 0
	for part := range slices.Chunk(letters, resendPart) {
		if err := o.resend(part); err != nil {
			return err
		}
		done += len(part)
		if err := progress(done, len(letters)); err != nil {
			return err
		}
	}
	return nil
}

func (o *Office) resend(letters []store.DeadLetter) error {
	var out, in []uint64
	var again []post.Incoming
	for _, d := range letters {
		if d.Letter != nil {
			out = append(out, d.Nomor)
			continue
		}
		late := bot.Decode([]byte(d.Raw), o.now())
		late.Event.Late = true
		in, again = append(in, d.Nomor), append(again, late)
	}
	tickets, err := o.Store.Resend(out, o.now())
	if err != nil {
		return err
	}
	o.deliver(tickets)
	if tickets, err = o.Store.Apply(again); err != nil {
		return err
	}
	o.deliver(tickets)
	return o.Store.Forget(in)
}
