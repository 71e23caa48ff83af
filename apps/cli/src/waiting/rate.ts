const WINDOW_MS = 30_000;

/** How fast something is done, by what was done in the last half minute. */
export class Rate {
  private samples: { atMs: number; done: number }[] = [];

  /** Notes how much is done now. Null until more is done than at first. */
  perSecond(atMs: number, done: number): number | null {
    // A retry begins anew.
    if (done < (this.samples.at(-1)?.done ?? 0)) this.samples = [];
    this.samples.push({ atMs, done });
    while (this.samples.length > 2 && atMs - this.samples[1]!.atMs >= WINDOW_MS) this.samples.shift();
    const first = this.samples[0]!;
    return done > first.done && atMs > first.atMs ? ((done - first.done) * 1_000) / (atMs - first.atMs) : null;
  }
}
