package dialog

// Step is the core as a value: it takes what somebody did and where they were, and says where they are now and what
// must happen. An error means that nothing of this event may be saved; a refusal is no error but a screen.
type Step func(r Reader, s Session, e Event) (Session, []Effect, error)
