import type { ScheduleState } from '#rotunda/contracts';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { readSchedule, type ScheduleReading, Schedules } from './schedules.js';

/** An entry of KV `schedules` that fires nothing. */
export interface DamagedSchedule {
  name: string;
  /** What is wrong with it, a sentence for people. */
  reason: string;
}

/**
 * All schedules as they stand in KV, kept by watching it: those that can work, and those that somebody wrote by hand in
 * a way that no scheduler can use, with the reasons. What is damaged keeps no other schedule from firing.
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
   * Resolves when what is there now has been read.
   *
   * @param onDamage is told each time a damaged entry is written
   */
  async open(onDamage: (damaged: DamagedSchedule) => void = () => undefined): Promise<void> {
    const { ready, stop } = await this.store.watch((name, text) => {
      this.forget(name);
      if (text === null) return;
      const reading = readSchedule(name, text, this.now());
      this.enter(reading);
      if (!reading.schedule) onDamage(asDamaged(reading));
    });
    this.stop = stop;
    await ready;
  }

  close(): void {
    this.stop();
  }

  /** Those that can work. */
  schedules(now: Date): ScheduleState[] {
    this.readAnew(now);
    return [...this.sound.values()];
  }

  /** The others, and those of the former that failed when they were to fire. */
  damaged(now: Date): DamagedSchedule[] {
    this.readAnew(now);
    return [...[...this.faulty.values()].map(asDamaged), ...this.failing.values()];
  }

  /** @param reason why a schedule that can be read did not fire; null where it did, or had no tick */
  note(name: string, reason: string | null): void {
    // One that was changed or removed meanwhile is another by now.
    if (reason === null || !this.sound.has(name)) this.failing.delete(name);
    else this.failing.set(name, { name, reason });
  }

  /** A window in the future becomes one in the past, and nobody writes the entry when it does. */
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
