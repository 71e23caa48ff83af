import {
  type Chamber,
  CHAMBERS,
  KINDS,
  type ScheduleDefinition,
  type ScheduleState,
  type TaskKind,
} from '#rotunda/contracts';
import { type Entry, type SchedulesBucket, SCHEDULES_BUCKET } from '#rotunda/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { bookkeepingFaults, entryFaults, type ScheduleFault } from './schedule-faults.js';

/** What stands in KV under a schedule's name cannot be used as it is; the message says why, and how to mend it. */
export class DamagedScheduleError extends Error {
  override readonly name = 'DamagedScheduleError';

  constructor(schedule: string, faults: ScheduleFault[]) {
    const reasons = faults.map(({ message }) => message.replace(/\.$/, '')).join('; ');
    super(`The schedule ${schedule} is damaged and fires nothing: ${reasons}. Put another in its place, or delete it.`);
  }
}

/** KV `schedules`: every change of a schedule goes through here, as a compare-and-set on its revision. */
@Injectable()
export class Schedules {
  constructor(@Inject(SCHEDULES_BUCKET) private readonly bucket: SchedulesBucket) {}

  /** @throws DamagedScheduleError */
  async find(name: string, now: Date): Promise<Entry<ScheduleState> | null> {
    const entry = await this.bucket.text(name);
    return entry && { ...entry, value: soundSchedule(name, entry.value, now) };
  }

  /** Whether there is an entry, damaged or not. */
  async has(name: string): Promise<boolean> {
    return (await this.bucket.text(name)) !== null;
  }

  /** Enters a schedule that Rotunda brings with it, unless it was ever there: what somebody removed stays away. */
  async enterDefault(definition: ScheduleDefinition & { name: string }, now: Date): Promise<void> {
    if (await this.bucket.everHad(definition.name)) return;
    await this.bucket.create(definition.name, scheduleOf(definition.name, definition, null, now));
  }

  /**
   * Puts a definition in the place of whatever is there: nothing, a schedule, or a damaged entry, of which what can be
   * used stays.
   *
   * @param check may refuse, by throwing, what it would be put in the place of
   */
  async put(
    name: string,
    definition: ScheduleDefinition,
    now: Date,
    check: (before: ScheduleState | null) => void,
  ): Promise<ScheduleState> {
    const written = await this.bucket.change(name, (entry) => {
      const before = entry && fieldsOf(name, entry.value);
      check(before);
      const isKept = before && bookkeepingFaults(before, now).length === 0;
      return scheduleOf(name, definition, isKept ? before : null, now);
    });
    return written!.value;
  }

  /**
   * Applies a step to the schedule as it is now; where somebody else wrote in between, to what that one wrote.
   *
   * @param step returns null to leave everything as it is
   * @returns what was written; null where there is no such schedule, or the step declined
   * @throws DamagedScheduleError
   */
  async change(
    name: string,
    now: Date,
    step: (schedule: ScheduleState) => ScheduleState | null,
  ): Promise<ScheduleState | null> {
    const written = await this.bucket.change(name, (entry) => entry && step(soundSchedule(name, entry.value, now)));
    return written?.value ?? null;
  }

  /** Writes down that a tick was handled. False where somebody else wrote since the entry was read: then look again. */
  async settleTick(entry: Entry<ScheduleState>, next: ScheduleState): Promise<boolean> {
    return (await this.bucket.update(entry.key, next, entry.revision)) !== null;
  }

  async remove(name: string): Promise<void> {
    await this.bucket.remove(name);
  }

  /** The entries as they are, then each change: the text, whoever wrote it; null where one was removed. */
  async watch(
    onChange: (name: string, text: string | null) => void,
  ): Promise<{ ready: Promise<void>; stop: () => void }> {
    return this.bucket.watchText(({ key, value }) => onChange(key, value));
  }
}

/** What an entry says: a schedule that can work, or why it is none. */
export interface ScheduleReading {
  name: string;
  text: string;
  schedule: ScheduleState | null;
  /** Empty where there is a schedule. */
  faults: ScheduleFault[];
}

/** Reads an entry, whoever wrote it. */
export function readSchedule(name: string, text: string, now: Date): ScheduleReading {
  const fields = fieldsOf(name, text);
  const faults = fields
    ? entryFaults(name, fields, now)
    : [{ field: 'entry', message: 'the entry is no JSON object such as {"cron": "0 2 * * *", "task": "scrape"}' }];
  return { name, text, schedule: faults.length > 0 ? null : fields, faults };
}

/** @throws DamagedScheduleError */
function soundSchedule(name: string, text: string, now: Date): ScheduleState {
  const { schedule, faults } = readSchedule(name, text, now);
  if (!schedule) throw new DamagedScheduleError(name, faults);
  return schedule;
}

/** Null where there are none; the types of those that there are may be wrong. */
function fieldsOf(name: string, text: string): ScheduleState | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return complete(name, value as ScheduleState);
  } catch {
    return null;
  }
}

/**
 * Entries of older versions, and those that people write with the NATS CLI, lack what has a default. Without a last fire
 * ('') a schedule begins when a scheduler first sees it.
 */
function complete(name: string, value: ScheduleState): ScheduleState {
  const lenient: Partial<ScheduleState> = value;
  return {
    ...value,
    name,
    timezone: lenient.timezone ?? 'UTC',
    args: lenient.args ?? {},
    overlap: lenient.overlap ?? 'skip',
    catch_up: lenient.catch_up ?? 'latest',
    expires: lenient.expires ?? false,
    chambers: lenient.chambers ?? chambersOf(lenient.task),
    paused_at: lenient.paused_at ?? null,
    last_fire: lenient.last_fire ?? '',
    last_tasks: lenient.last_tasks ?? {},
  };
}

/**
 * The schedule that a definition makes of the one before. Where its ticks are other ones than before, those of the past
 * are none of its own: it begins now.
 */
export function scheduleOf(
  name: string,
  definition: ScheduleDefinition,
  before: ScheduleState | null,
  now: Date,
): ScheduleState {
  const cron = definition.cron.trim();
  const timezone = definition.timezone ?? 'UTC';
  const keepsTicks = before?.cron === cron && before.timezone === timezone;
  return {
    v: 1,
    name,
    cron,
    timezone,
    task: definition.task,
    args: definition.args ?? {},
    overlap: definition.overlap ?? 'skip',
    catch_up: definition.catch_up ?? 'latest',
    expires: definition.expires ?? false,
    chambers: definition.chambers ?? chambersOf(definition.task),
    paused_at: before?.paused_at ?? null,
    last_fire: keepsTicks ? before.last_fire : latest(before?.last_fire, now),
    last_tasks: before?.last_tasks ?? {},
  };
}

/** An entry may name no kind that there is; that fault is told elsewhere. */
const chambersOf = (task: string = ''): Chamber[] => [
  ...((KINDS as Partial<Record<string, TaskKind>>)[task]?.chambers ?? CHAMBERS),
];

/** A tick that another scheduler's clock saw already must not fire again. */
const latest = (lastFire: string | undefined, now: Date): string =>
  lastFire && Date.parse(lastFire) > now.getTime() ? lastFire : now.toISOString();
