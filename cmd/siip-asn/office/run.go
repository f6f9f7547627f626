package office

import (
	"context"
	"errors"
	"log/slog"

	"github.com/robfig/cron/v3"
	"golang.org/x/sync/errgroup"
)

// Run works until the context ends, or until something has failed for good; then it waits for everything it has started.
// The services run beside the bot and end with it: what one of them returns ends the office.
func (o *Office) Run(ctx context.Context, services ...func(context.Context) error) error {
	all, ctx := errgroup.WithContext(ctx)
	defer context.AfterFunc(ctx, func() { close(o.ending) })()
	page, err := o.listenHealth()
	if err != nil {
		return err
	}
	if page != nil {
		all.Go(func() error { return o.serveHealth(ctx, page) })
	}
	for _, service := range services {
		all.Go(func() error { return service(ctx) })
	}
	all.Go(func() error {
		if err := o.tick(); err != nil { // what came due while the program was down
			return err
		}
		all.Go(func() error { return o.keepTime(ctx) })
		all.Go(func() error { return o.goOn(ctx) })
		return o.Bot.Run(ctx)
	})
	return all.Wait()
}

// keepTime is the clock. It ticks once a minute; what is due is not remembered here but asked of the database at each tick, so
// a tick that was missed is made up for by the next one. A tick that fails ends keepTime, and so the bot: only the database can
// fail there. At its end it waits for a job under way.
func (o *Office) keepTime(ctx context.Context) error {
	failed := make(chan error, 1)
	quiet := cron.PrintfLogger(slog.NewLogLogger(o.log.Handler(), slog.LevelError))
	jobs := cron.New(cron.WithLocation(o.Config.Zona), cron.WithChain(cron.SkipIfStillRunning(quiet), cron.Recover(quiet)))
	_, err := jobs.AddFunc("* * * * *", func() {
		if err := o.tick(); err != nil {
			select {
			case failed <- err:
			default: // it ends already
			}
		}
	})
	_, errPrune := jobs.AddFunc("30 3 * * *", func() { o.logged("prune", o.Store.Prune(o.now())) })
	_, errBackup := jobs.AddFunc("* * * * *", o.backupIfDue)
	if err := errors.Join(err, errPrune, errBackup); err != nil {
		return err
	}
	jobs.Start()
	defer func() { <-jobs.Stop().Done() }()
	select {
	case <-ctx.Done():
		return nil
	case err := <-failed:
		return err
	}
}
