// One stream of everything that changes. The browser connects again by itself and says where it was; what cannot be made
// good that way is told as "again": load everything anew.

/** parse splits the id of an event: "<epoch>-<number>". Numbers of one epoch have no gaps. */
export function parse(id) {
  const at = id.lastIndexOf("-");
  return { epoch: id.slice(0, at), number: Number(id.slice(at + 1)) };
}

export class Live {
  /** on has change(event), again() and connected(yes). */
  constructor(on) {
    this.on = on;
    this.last = null;
  }

  start(since) {
    this.last = parse(since);
    this.open(since);
  }

  open(since) {
    const source = new EventSource(`/sim/events?since=${encodeURIComponent(since)}`);
    source.onopen = () => this.on.connected(true);
    source.onmessage = (e) => this.take(JSON.parse(e.data));
    source.onerror = () => {
      this.on.connected(false);
      if (source.readyState !== EventSource.CLOSED) return; // the browser tries again
      setTimeout(() => this.open(`${this.last.epoch}-${this.last.number}`), 2000);
    };
  }

  take(event) {
    const now = parse(event.id);
    const missed = now.epoch !== this.last.epoch || now.number !== this.last.number + 1;
    this.last = now;
    if (event.what === "reset" || missed) this.on.again();
    else this.on.change(event, now);
  }
}
