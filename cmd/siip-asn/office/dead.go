package office

import (
	"siip-asn/bot"
	"siip-asn/store"
)

// Resend sends the dead letters that were to go out, and takes in once more what could not be taken in: the program may
// have learnt to. What fails again becomes a new letter.
func (o *Office) Resend(letters []store.DeadLetter) error {
	var numbers []uint64
	for _, d := range letters {
		numbers = append(numbers, d.Nomor)
	}
	tickets, err := o.Store.Resend(numbers, o.now())
	if err != nil {
		return err
	}
	o.deliver(tickets)
	for _, d := range letters {
		if d.Letter != nil {
			continue
		}
		if err := o.Take(bot.Decode([]byte(d.Raw), o.now())); err != nil {
			return err
		}
		if err := o.Store.Forget([]uint64{d.Nomor}); err != nil {
			return err
		}
	}
	return nil
}
