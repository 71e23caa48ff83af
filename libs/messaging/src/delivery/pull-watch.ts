/** How long the server may leave a worker's pulls unanswered: much longer than its restart takes. */
const SILENT_AT_MOST_MS = 15_000;

interface Slot {
  subject: string;
  /** In the time of `now`; null while there is no pull, because a command is running or a gate is shut. */
  askingSince: number | null;
}

/**
 * Records when the server last answered each of a process's pulls. It detects a worker that is connected but gets no
 * answers, which otherwise looks healthy.
 */
export class PullWatch {
  private readonly slots = new Set<Slot>();

  /** @param now milliseconds of a monotonic clock */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Registers a slot, which takes one command at a time. */
  slot(subject: string): PullSlot {
    const slot: Slot = { subject, askingSince: null };
    this.slots.add(slot);
    return {
      asking: () => void (slot.askingSince ??= this.now()),
      answered: () => void (slot.askingSince = null),
      resting: () => void (slot.askingSince = null),
    };
  }

  /** @throws Error that names a subject whose pulls have been unanswered for too long */
  check(): void {
    for (const { subject, askingSince } of this.slots) {
      const silentMs = askingSince === null ? 0 : this.now() - askingSince;
      if (silentMs <= SILENT_AT_MOST_MS) continue;
      const seconds = Math.round(silentMs / 1_000);
      throw new Error(`NATS has not answered pulls for ${subject} for ${seconds} s`);
    }
  }
}

export interface PullSlot {
  /** A pull begins; after an unanswered pull, the time goes on counting. */
  asking(): void;
  answered(): void;
  /** There is no pull, for a reason of our own. */
  resting(): void;
}
