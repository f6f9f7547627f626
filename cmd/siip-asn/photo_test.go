package main

import (
	"context"
	"net/http"
	"testing"
	"time"
)

// TestTheBotHasAPicture as it comes to work for the first time, which the server takes; the next start leaves it as it is.
func TestTheBotHasAPicture(t *testing.T) {
	o := newOffice(t)
	asked := func(times int) {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		done := func() bool {
			list := o.sim.Calls("getUserProfilePhotos")
			return len(list) == times && list[times-1].Status == http.StatusOK
		}
		if err := o.sim.Wait(ctx, done); err != nil {
			t.Fatalf("%v\nlog:\n%s", err, o.logged)
		}
	}
	o.run()
	asked(1)
	taken := func() bool {
		list := o.sim.Calls("setMyProfilePhoto")
		return len(list) == 1 && list[0].Status == http.StatusOK
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := o.sim.Wait(ctx, taken); err != nil {
		t.Fatalf("%v\nlog:\n%s", err, o.logged)
	}
	o.stop()
	o.run()
	asked(2)
	o.person(1, "Budi").Send("/start")
	o.person(1, "Budi").sees("")
	o.stop()
	if n := len(o.sim.Calls("setMyProfilePhoto")); n != 1 {
		t.Errorf("it was set %d times", n)
	}
	if list := o.sim.Complaints(); len(list) > 0 {
		t.Error(list)
	}
}
