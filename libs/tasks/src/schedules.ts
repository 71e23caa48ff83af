import { CHAMBERS, type ScheduleDefinition, type ScheduleState } from '#rotunda/contracts';
import { type Entry, type SchedulesBucket, SCHEDULES_BUCKET } from '#rotunda/messaging';
import { Inject, Injectable } from '@nestjs/common';

/** KV `schedules`: every change of a schedule goes through here, as a compare-and-set on its revision. */
@Injectable()
export class Schedules {
  constructor(@Inject(SCHEDULES_BUCKET) private readonly bucket: SchedulesBucket) {}

  /** @throws DamagedEntryError */
  async find(name: string): Promise<Entry<ScheduleState> | null> {
    const entry = await this.bucket.get(name);
    return entry && { ...entry, value: complete(name, entry.value) };
  }

  /** Enters a schedule that Rotunda brings with it, unless it was ever there: what somebody removed stays away. */
  async enterDefault(definition: ScheduleDefinition & { name: string }, now: Date): Promise<void> {
    if (await this.bucket.everHad(definition.name)) return;
    await this.bucket.create(definition.name, scheduleOf(definition.name, definition, null, now));
  }

  /**
   * Applies a step to the schedule as it is now; where somebody else wrote in between, to what that one wrote.
   *
   * @param step gets null where there is no such schedule; returns null to leave everything as it is
   */
  async change(
    name: string,
    step: (schedule: ScheduleState | null) => ScheduleState | null,
  ): Promise<ScheduleState | null> {
    for (;;) {
      const entry = await this.find(name);
      const next = step(entry?.value ?? null);
      if (!next) return null;
      const revision = entry
        ? await this.bucket.update(name, next, entry.revision)
        : await this.bucket.create(name, next);
      if (revision !== null) return next;
    }
  }

  /** Writes down that a tick was handled. False where somebody else wrote since the entry was read: then look again. */
  async settleTick({ key, revision }: Entry<ScheduleState>, next: ScheduleState): Promise<boolean> {
    return (await this.bucket.update(key, next, revision)) !== null;
  }

  async remove(name: string): Promise<void> {
    await this.bucket.remove(name);
  }

  /** The schedules as they are, then each change; null where one was removed. */
  async watch(
    onChange: (name: string, schedule: ScheduleState | null) => void,
  ): Promise<{ ready: Promise<void>; stop: () => void }> {
    return this.bucket.watch(({ key, value }) => onChange(key, value && complete(key, value)));
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
    chambers: lenient.chambers ?? [...CHAMBERS],
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
    chambers: definition.chambers ?? [...CHAMBERS],
    paused_at: before?.paused_at ?? null,
    last_fire: keepsTicks ? before.last_fire : latest(before?.last_fire, now),
    last_tasks: before?.last_tasks ?? {},
  };
}

/** A tick that another scheduler's clock saw already must not fire again. */
const latest = (lastFire: string | undefined, now: Date): string =>
  lastFire && Date.parse(lastFire) > now.getTime() ? lastFire : now.toISOString();
