import type { ScheduleState } from '#rotunda/contracts';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { readSchedule, type ScheduleReading, Schedules } from './schedules.js';

/** A damaged entry of KV `schedules`, which does not fire. */
export interface DamagedSchedule {
  name: string;
  /** The fault, as a sentence for people. */
  reason: string;
}

/** What became of an entry: a valid schedule, a damaged one, or neither if it is gone. */
export interface ScheduleChange {
  name: string;
  schedule: ScheduleState | null;
  damaged: DamagedSchedule | null;
}

/**
 * All schedules in KV, kept current by watching it: the valid ones, and those that were written by hand and can't be
 * used, with the reasons. A damaged schedule does not stop others from firing.
 */
@Injectable()
export class ScheduleBook {
  private readonly sound = new Map<string, ScheduleState>();
  private readonly faulty = new Map<string, ScheduleReading>();
  private readonly failing = new Map<string, DamagedSchedule>();
  private stop = (): void => undefined;

  constructor(
    private readonly store: Schedules,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Resolves once the present entries have been read.
   *
   * @param onChange is called for each present entry, and then for each that is written or removed
   */
  async open(onChange: (change: ScheduleChange) => void = () => undefined): Promise<void> {
    const { ready, stop } = await this.store.watch((name, text) => {
      this.forget(name);
      const reading = text === null ? null : readSchedule(name, text, this.now());
      if (reading) this.enter(reading);
      const schedule = reading?.schedule ?? null;
      onChange({ name, schedule, damaged: reading && !schedule ? asDamaged(reading) : null });
    });
    this.stop = stop;
    await ready;
  }

  close(): void {
    this.stop();
  }

  /** The valid schedules. */
  schedules(now: Date): ScheduleState[] {
    this.readAnew(now);
    return [...this.sound.values()];
  }

  /** The invalid schedules, and valid ones that failed to fire. */
  damaged(now: Date): DamagedSchedule[] {
    this.readAnew(now);
    return [...[...this.faulty.values()].map(asDamaged), ...this.failing.values()];
  }

  /** @param reason why a valid schedule failed to fire; null if it fired or had no tick */
  note(name: string, reason: string | null): void {
    // The schedule may have been changed or removed meanwhile.
    if (reason === null || !this.sound.has(name)) this.failing.delete(name);
    else this.failing.set(name, { name, reason });
  }

  /** Faults may pass with time, without a write: a window in the future becomes one in the past. */
  private readAnew(now: Date): void {
    for (const { name, text } of [...this.faulty.values()]) {
      this.forget(name);
      this.enter(readSchedule(name, text, now));
    }
  }

  private enter(reading: ScheduleReading): void {
    if (reading.schedule) this.sound.set(reading.name, reading.schedule);
    else this.faulty.set(reading.name, reading);
  }

  private forget(name: string): void {
    this.sound.delete(name);
    this.faulty.delete(name);
    this.failing.delete(name);
  }
}

const asDamaged = ({ name, faults }: ScheduleReading): DamagedSchedule => ({
  name,
  reason: faults.map(({ message }) => message).join('; '),
});
