/**
 * So many messages at a time, of several subjects. An open pull holds a slot as well, so that whatever it brings can be
 * handled at once: no message waits in the client while its ack wait runs.
 *
 * Slots are given in the order in which they are waited for. Where none is free but some pull is still waiting for a
 * message, that pull is ended: nobody waits for a subject whose queue is empty.
 */
export class SlotPool {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly openPulls = new Set<() => void>();

  constructor(private readonly size: number) {}

  /** None is free. */
  get isSpent(): boolean {
    return this.taken >= this.size;
  }

  /** Somebody waits for one. */
  get isWanted(): boolean {
    return this.waiting.length > 0;
  }

  /** @returns whether the slot had to be waited for @throws the signal's reason, as soon as it is aborted */
  async take(signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    if (!this.isSpent) {
      this.taken += 1;
      return false;
    }
    const given = this.turn(signal);
    this.endOldestPull();
    await given;
    return true;
  }

  free(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.taken -= 1;
  }

  /** A pull is open on a slot: `end` is called where somebody waits for it. @returns what to call when it is over */
  opened(end: () => void): () => void {
    this.openPulls.add(end);
    return () => this.openPulls.delete(end);
  }

  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const give = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        this.waiting.splice(this.waiting.indexOf(give), 1);
        reject(signal.reason as Error);
      };
      this.waiting.push(give);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  private endOldestPull(): void {
    const [end] = this.openPulls;
    if (!end) return;
    this.openPulls.delete(end);
    end();
  }
}
