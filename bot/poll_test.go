package bot

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// pollsOf counts the polls of a minute.
func pollsOf(t *testing.T, answer func(poll int) (code int, body string)) (polls int) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := newBench(t, nil, nil)
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		w.server.answer = func(call) (int, string) {
			if polls++; polls > 1000 {
				cancel() // it spins, and time would stand still
			}
			return answer(polls)
		}
		if err := w.poll(ctx); err != nil {
			t.Error(err)
		}
	})
	return polls
}

// TestAServerThatIsOddIsNotRushed: whatever it answers at once, it is asked a few times a second at most.
func TestAServerThatIsOddIsNotRushed(t *testing.T) {
	refusal := func(code int) func(int) (int, string) {
		return func(int) (int, string) {
			return code, fmt.Sprintf(`{"ok":false,"error_code":%d,"description":"x"}`, code)
		}
	}
	always := func(result string) func(int) (int, string) {
		return func(int) (int, string) { return 200, `{"ok":true,"result":` + result + `}` }
	}
	for name, c := range map[string]struct {
		answer func(int) (int, string)
		most   int // in a minute
	}{
		"nothing":                 {always(`[]`), 250},
		"the same update again":   {always(`[{"update_id":700000001}]`), 250},
		"an update without an id": {always(`[{"message":5}]`), 250},
		"an id that is none":      {always(`[{"update_id":"x"}]`), 250},
		"no list":                 {always(`{}`), 15},
		"null":                    {always(`null`), 15},
		"conflict":                {refusal(409), 15},
		"unauthorized":            {refusal(401), 15},
		"restart":                 {refusal(500), 15},
		"too many without a time": {refusal(429), 30},
	} {
		if n := pollsOf(t, c.answer); n > c.most || n < 2 {
			t.Errorf("%s: %d polls in a minute", name, n)
		}
	}
}

// TestAnOutageIsNoFloodInTheLog lets the Bot API be away for an hour while the bot asks for its own name.
func TestAnOutageIsNoFloodInTheLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newBench(t, nil, nil)
		back := time.Now().Add(time.Hour)
		w.server.answer = func(call) (int, string) {
			if time.Now().Before(back) {
				return 502, "<html>Bad Gateway</html>"
			}
			return 200, `{"ok":true,"result":{"username":"contoh_bot"}}`
		}
		w.introduce(t.Context(), func(err error) { t.Error(err) })
		for words, want := range map[string]int{"level=WARN": 1, `msg="trouble begins" with=getMe`: 1, `msg="trouble is over" with=getMe`: 1} {
			if n := strings.Count(w.log.String(), words); n != want {
				t.Errorf("%d times %s:\n%s", n, words, w.log)
			}
		}
	})
}

// TestAWebhookThatIsLeftBehindIsRemoved, with what waits for it kept, and said; one that comes again all the time is for the
// operator.
func TestAWebhookThatIsLeftBehindIsRemoved(t *testing.T) {
	for _, again := range []bool{false, true} {
		removed := 0
		polls := 0
		synctest.Test(t, func(t *testing.T) {
			w := newBench(t, nil, nil)
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			w.server.answer = func(c call) (int, string) {
				switch {
				case c.Method == "deleteWebhook" && c.Body == `{"drop_pending_updates":false}`:
					removed++
					return 200, `{"ok":true,"result":true}`
				case removed == 0 || again:
					return 409, refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
				}
				polls++
				time.Sleep(time.Second)
				return 200, `{"ok":true,"result":[]}`
			}
			if err := w.poll(ctx); err != nil {
				t.Error(err)
			}
			if removed != 1 || !again && polls < 50 || strings.Count(w.log.String(), "webhook that another program") != 1 {
				t.Errorf("removed %d times, %d polls\n%s", removed, polls, w.log)
			}
		})
	}
}

// TestTheBotSaysWhatItIs once, and not again what stands there already.
func TestTheBotSaysWhatItIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newBench(t, nil, func(o *Options) { o.Profile = Profile{About: "Usulan diklat", Short: "SIIP-ASN"} })
		w.server.answer = func(c call) (int, string) {
			switch c.Method {
			case "getMe":
				return 200, `{"ok":true,"result":{"username":"contoh_bot"}}`
			case "getMyDescription":
				return 200, `{"ok":true,"result":{"description":"Usulan diklat"}}`
			case "getMyShortDescription":
				return 200, `{"ok":true,"result":{"short_description":""}}`
			}
			return 200, `{"ok":true,"result":true}`
		}
		w.introduce(t.Context(), func(err error) { t.Error(err) })
		w.wants("getMyDescription", "getMyShortDescription", "setMyShortDescription")
	})
}
