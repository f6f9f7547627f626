package bot

import (
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"siip-asn/flow/post"
)

// TestThePictureOfTheBotIsSetWhereThereIsNone, once; one that somebody has chosen stays, and a server that does not know the
// method, refuses, or says nothing useful is asked once and holds nothing up.
func TestThePictureOfTheBotIsSetWhereThereIsNone(t *testing.T) {
	none, one := `{"ok":true,"result":{"total_count":0,"photos":[]}}`, `{"ok":true,"result":{"total_count":1,"photos":[[]]}}`
	const asks, sets = "getUserProfilePhotos", "setMyProfilePhoto"
	for name, c := range map[string]struct {
		photos string // the answer to asks
		code   int    // of the answer to sets
		answer string
		calls  []string
		logged string
	}{
		"none":    {none, 200, `{"ok":true,"result":true}`, []string{asks, sets}, ""},
		"chosen":  {one, 200, `{"ok":true,"result":true}`, []string{asks}, ""},
		"older":   {none, 404, refusal(404, "Not Found: method not found"), []string{asks, sets}, "method not found"},
		"refused": {none, 400, refusal(400, "Bad Request: PHOTO_INVALID"), []string{asks, sets}, "PHOTO_INVALID"},
		"flood":   {none, 429, refusal(429, "Too Many Requests: retry after 3"), []string{asks, sets}, "Too Many Requests"},
		"silent":  {`{"ok":true,"result":{}}`, 200, `{"ok":true,"result":true}`, []string{asks}, "does not say"},
	} {
		t.Run(name, func(t *testing.T) {
			answer := func(call call) (int, string) {
				switch call.Method {
				case asks:
					return 200, c.photos
				case sets:
					return c.code, c.answer
				}
				return 200, sent
			}
			paint := func(o *Options) {
				o.Profile.Photo = func(w io.Writer) error { _, err := io.WriteString(w, "JPEG of the bot"); return err }
			}
			atWork(t, nil, answer, paint, time.Hour, func(w *bench) {
				w.wants(c.calls...)
				if n := strings.Count(w.log.String(), "the picture of the bot could not be set"); n > 1 || (n == 1) != (c.logged != "") ||
					!strings.Contains(w.log.String(), c.logged) {
					t.Errorf("the log does not have %q once:\n%s", c.logged, w.log)
				}
				for _, call := range w.of(asks) {
					if call.Body != `{"limit":1,"user_id":1}` {
						t.Error(call.Body)
					}
				}
				for _, call := range w.of(sets) {
					if !strings.Contains(call.Body, `{"type":"static","photo":"attach://picture"}`) || !strings.Contains(call.Body, "JPEG of the bot") {
						t.Error(call.Body)
					}
				}
			})
		})
	}
}

// TestAServerThatHangsOverThePictureHoldsNothingUp: messages go out meanwhile, and a stop does not wait for it.
func TestAServerThatHangsOverThePictureHoldsNothingUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newBench(t, func(c call) (int, string) {
			switch c.Method {
			case "getUserProfilePhotos":
				return 200, `{"ok":true,"result":{"total_count":0}}`
			case "setMyProfilePhoto":
				time.Sleep(time.Hour)
			}
			return 200, sent
		}, func(o *Options) { o.Profile.Photo = func(io.Writer) error { return nil } })
		ctx, cancel := withCancel()
		over := make(chan error, 1)
		go func() { over <- w.Run(ctx) }()
		time.Sleep(time.Minute)
		d := card(1, 0, 0)
		w.hold(d)
		w.Deliver([]post.Ticket{d.Ticket()})
		time.Sleep(time.Minute)
		if _, found := w.receipt(1); !found {
			t.Error("the card waits for the picture")
		}
		began := time.Now()
		cancel()
		if err := <-over; err != nil || time.Since(began) > finishTime {
			t.Error(err, time.Since(began))
		}
		time.Sleep(2 * time.Hour)
	})
}
