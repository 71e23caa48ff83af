/**
 * Limits how many messages of several subjects are handled at a time. An open pull holds a slot too, so that its
 * message can be handled at once: no message waits in the client while its ack wait runs.
 *
 * Slots are given out first come, first served. If none is free, an open pull that has no message yet is ended: no
 * subject waits because of another's empty queue.
 */
export class SlotPool {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly openPulls = new Set<() => void>();

  constructor(private readonly size: number) {}

  /** No slot is free. */
  get isSpent(): boolean {
    return this.taken >= this.size;
  }

  /** A subject is waiting for a slot. */
  get isWanted(): boolean {
    return this.waiting.length > 0;
  }

  /** Takes a slot. @returns whether it had to wait @throws the signal's reason, as soon as it is aborted */
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

  /** Registers an open pull; `end` is called when its slot is needed. @returns a function that ends the registration */
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
