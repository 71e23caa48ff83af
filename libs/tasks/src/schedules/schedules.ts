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
import type { DefaultSchedule } from './default-schedules.js';
import { bookkeepingFaults, entryFaults, type ScheduleFault } from './schedule-faults.js';
import { haveSameTicks } from './ticks.js';

/** A schedule's entry in KV can't be used; the message says why, and how to repair it. */
export class DamagedScheduleError extends Error {
  override readonly name = 'DamagedScheduleError';

  constructor(schedule: string, faults: ScheduleFault[]) {
    const reasons = faults.map(({ message }) => message.replace(/\.$/, '')).join('; ');
    super(`The schedule ${schedule} is damaged and does not fire: ${reasons}. Replace it or delete it.`);
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

  /** Enters one of Rotunda's default schedules, unless it ever existed: a removed one is not restored. */
  async enterDefault(definition: DefaultSchedule, now: Date): Promise<void> {
    if (await this.bucket.everHad(definition.name)) return;
    await this.bucket.create(definition.name, scheduleOf(definition.name, definition, null, now));
  }

  /**
   * Puts a default schedule back as it was shipped, whatever became of it: edited, paused, removed or damaged. Ticks in
   * which it could not fire are not made up for.
   */
  async reset(definition: DefaultSchedule, now: Date): Promise<ScheduleState> {
    const { name } = definition;
    const written = await this.bucket.change(name, (entry) => {
      const sound = entry && readSchedule(name, entry.value, now).schedule;
      const next = { ...scheduleOf(name, definition, entry && keptOf(name, entry.value, now), now), paused_at: null };
      const didFire = sound !== null && sound.paused_at === null;
      return didFire ? next : { ...next, last_fire: latest(next.last_fire, now) };
    });
    return written!.value;
  }

  /**
   * Creates a schedule, or replaces the existing entry. Of a damaged entry the usable bookkeeping fields are kept.
   *
   * @param check throws if the existing schedule must not be replaced
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
      return scheduleOf(name, definition, entry && keptOf(name, entry.value, now), now);
    });
    return written!.value;
  }

  /**
   * Applies `step` to the current schedule and writes the result; if another writer was faster, it repeats the step.
   *
   * @param step returns null to change nothing
   * @returns the written schedule; null if there is no such schedule, or the step returned null
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

  /** Records that a tick was handled. False if the entry has changed since it was read: then read it again. */
  async settleTick(entry: Entry<ScheduleState>, next: ScheduleState): Promise<boolean> {
    return (await this.bucket.update(entry.key, next, entry.revision)) !== null;
  }

  async remove(name: string): Promise<void> {
    await this.bucket.remove(name);
  }

  /** Passes on the text of each present entry and then of each change; null for a removal. */
  async watch(
    onChange: (name: string, text: string | null) => void,
  ): Promise<{ ready: Promise<void>; stop: () => void }> {
    return this.bucket.watchText(({ key, value }) => onChange(key, value));
  }
}

/** A parsed entry: a valid schedule, or its faults. */
export interface ScheduleReading {
  name: string;
  text: string;
  schedule: ScheduleState | null;
  /** Empty if there is a schedule. */
  faults: ScheduleFault[];
}

/** Parses an entry, which may be written by hand. */
export function readSchedule(name: string, text: string, now: Date): ScheduleReading {
  const fields = fieldsOf(name, text);
  const faults = fields
    ? entryFaults(name, fields, now)
    : [{ field: 'entry', message: 'the entry is not a JSON object such as {"cron": "0 2 * * *", "task": "scrape"}' }];
  return { name, text, schedule: faults.length > 0 ? null : fields, faults };
}

/** @throws DamagedScheduleError */
function soundSchedule(name: string, text: string, now: Date): ScheduleState {
  const { schedule, faults } = readSchedule(name, text, now);
  if (!schedule) throw new DamagedScheduleError(name, faults);
  return schedule;
}

/** An entry whose bookkeeping can go on, even if its definition is damaged; otherwise null. */
function keptOf(name: string, text: string, now: Date): ScheduleState | null {
  const fields = fieldsOf(name, text);
  return fields && bookkeepingFaults(fields, now).length === 0 ? fields : null;
}

/** The entry's fields, whose types may be wrong; null if it is not a JSON object. */
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
 * Fills in defaults, which entries of older versions or from the NATS CLI may lack. Without a last fire ('') a schedule
 * begins when a scheduler first sees it.
 */
function complete(name: string, value: ScheduleState): ScheduleState {
  const lenient: Partial<ScheduleState> = value;
  return {
    ...value,
    name,
    cron: lenient.cron ?? null,
    every: lenient.every ?? null,
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
 * Applies a definition to the previous schedule. If its ticks change, past ticks are not made up for: it begins now.
 */
export function scheduleOf(
  name: string,
  definition: ScheduleDefinition,
  before: ScheduleState | null,
  now: Date,
): ScheduleState {
  const when = {
    cron: definition.cron?.trim() ?? null,
    every: definition.every ?? null,
    timezone: definition.timezone ?? 'UTC',
  };
  const keepsTicks = before !== null && haveSameTicks(before, when);
  return {
    v: 1,
    name,
    ...when,
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

/** An entry may have an unknown kind, which `entryFaults` reports. */
const chambersOf = (task: string = ''): Chamber[] => [
  ...((KINDS as Partial<Record<string, TaskKind>>)[task]?.chambers ?? CHAMBERS),
];

/** A tick that another scheduler's clock saw already must not fire again. */
const latest = (lastFire: string | undefined, now: Date): string =>
  lastFire && Date.parse(lastFire) > now.getTime() ? lastFire : now.toISOString();
