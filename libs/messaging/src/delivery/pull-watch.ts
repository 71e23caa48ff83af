/** How long the server may be silent to a worker that asks for commands: far beyond a restart of it. */
const SILENT_AT_MOST_MS = 15_000;

interface Slot {
  subject: string;
  /** On the clock of `now`; null while nothing is asked for: a command is in hand, or a gate is shut. */
  askingSince: number | null;
}

/**
 * Notes when the server last answered each of a process's pulls. A worker that stays connected and is given nothing,
 * though nothing holds it back, looks healthy to everybody else: here it is noticed.
 */
export class PullWatch {
  private readonly slots = new Set<Slot>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A place for one command at a time. */
  slot(subject: string): PullSlot {
    const slot: Slot = { subject, askingSince: null };
    this.slots.add(slot);
    return {
      asking: () => void (slot.askingSince ??= this.now()),
      answered: () => void (slot.askingSince = null),
      resting: () => void (slot.askingSince = null),
    };
  }

  /** @throws Error that names the subject whose commands were asked for in vain for too long */
  check(): void {
    for (const { subject, askingSince } of this.slots) {
      const silentMs = askingSince === null ? 0 : this.now() - askingSince;
      if (silentMs <= SILENT_AT_MOST_MS) continue;
      const seconds = Math.round(silentMs / 1_000);
      throw new Error(`NATS has not answered for ${seconds} s when asked for commands of ${subject}`);
    }
  }
}

export interface PullSlot {
  /** A pull begins; one that follows an unanswered one goes on with its wait. */
  asking(): void;
  answered(): void;
  /** Nothing is asked for, for a reason of ours. */
  resting(): void;
}
