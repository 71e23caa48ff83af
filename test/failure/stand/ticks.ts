import { type ScheduleState, tickId } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import type { System } from './system.js';
import { HANGS_AFTER_MS } from './timing.js';

const MINUTE_MS = 60_000;
/** Ticks missed for longer than 12 h are not caught up. */
const FURTHEST_MINUTES = 11 * 60;

export type ScheduleName = 'daily' | 'weekly';

export interface ArmedTick {
  fire: Date;
  /** The ids of its tasks. */
  ids: string[];
}

/** Makes schedules due: each tick gets its own instant in the last hours, which a scheduler must catch up. */
export class Ticks {
  /** The tasks that the armed ticks must start: each once, and no others. */
  readonly expected = new Set<string>();
  private minutesBack = 1;

  constructor(private readonly system: Pick<System, 'schedules'>) {}

  async arm(schedule: ScheduleName): Promise<ArmedTick> {
    const fire = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - this.minutesBack * MINUTE_MS);
    this.minutesBack = (this.minutesBack % FURTHEST_MINUTES) + 1;
    const { chambers } = await this.makeDue(schedule, fire);
    const ids = chambers.map((chamber) => tickId(schedule, chamber, fire));
    ids.forEach((id) => this.expected.add(id));
    return { fire, ids };
  }

  /** Resolves when the tick is stored as the last fire. */
  async noted(schedule: ScheduleName, tick: ArmedTick): Promise<void> {
    // The broker may be unavailable now.
    const isNoted = (): Promise<boolean> => this.isNoted(schedule, tick).catch(() => false);
    await eventually(`the tick ${tick.fire.toISOString()} of ${schedule} to be noted`, isNoted, HANGS_AFTER_MS);
  }

  async isNoted(schedule: ScheduleName, { fire }: ArmedTick): Promise<boolean> {
    const entry = await this.system.schedules.get(schedule);
    return entry !== null && entry.value.last_fire >= fire.toISOString();
  }

  private async makeDue(name: ScheduleName, fire: Date): Promise<ScheduleState> {
    const entry = await eventually(`the schedule ${name}`, () => this.system.schedules.get(name), HANGS_AFTER_MS);
    const due: ScheduleState = {
      ...entry.value,
      cron: `${fire.getUTCMinutes()} ${fire.getUTCHours()} * * *`,
      every: null,
      last_fire: new Date(fire.getTime() - MINUTE_MS).toISOString(),
      timezone: 'UTC',
      // Of days without filings: next to no work. A check would fail for good while Postgres is unavailable.
      task: 'reparse',
      args: { filed_from: '2011-01-01', filed_to: '2011-01-01' },
      overlap: 'allow',
      catch_up: 'latest',
      expires: false,
    };
    await this.system.schedules.put(name, due);
    return due;
  }
}
