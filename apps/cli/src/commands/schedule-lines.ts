import type { ScheduleDefinition } from '#rotunda/contracts';
import { inOneLine } from '#rotunda/contracts/light';
import type { Column } from '../output/table.js';

/** As the API shows it; the answer has more fields. */
export interface Schedule extends Required<ScheduleDefinition> {
  name: string;
  paused_at: string | null;
  next_fires: string[];
  /** Absent in answers of earlier versions; null while Postgres is unavailable. */
  last_runs?: { id: string; state: string }[] | null;
}

export interface Schedules {
  schedules: Schedule[];
  damaged: { name: string; reason: string }[];
}

export interface ScheduleRow {
  name: string;
  ticks: string | null;
  does: string | null;
  next: string;
  state: 'ok' | 'paused' | 'damaged';
}

export const SCHEDULE_COLUMNS: readonly Column<ScheduleRow>[] = [
  { name: 'schedule', cell: ({ name }) => name },
  { name: 'ticks', cell: ({ ticks }) => ticks },
  { name: 'does', cell: ({ does }) => does },
  { name: 'next', cell: ({ next }) => next, colour: ({ state }) => COLOURS[state] },
];
const COLOURS = { ok: null, paused: 'yellow', damaged: 'red' } as const;

export const scheduleRows = ({ schedules, damaged }: Schedules): ScheduleRow[] => [
  ...schedules.map(rowOf),
  ...damaged.map(({ name, reason }) => ({
    ...{ name, ticks: null, does: null, next: `damaged: ${reason}`, state: 'damaged' as const },
  })),
];

export const lastRunsOf = ({ last_runs }: Schedule): string =>
  (last_runs ?? []).map(({ id, state }) => `${id} ${state}`).join('; ');

export function scheduleLine(schedule: Schedule): string {
  const { name, ticks, does, next, state } = rowOf(schedule);
  return inOneLine(`${name}  ${ticks}  ${does}  ${state === 'paused' ? next : `next ${next}`}`);
}

function rowOf({ name, cron, every, timezone, task, chambers, paused_at, next_fires }: Schedule): ScheduleRow {
  return {
    name,
    // Gateways of earlier versions know no interval.
    ticks: every ? `every ${every}` : `${cron} ${timezone}`,
    does: `${task} of ${chambers?.join(' and ')}`,
    next: paused_at === null ? next_fires[0]! : `paused since ${paused_at}`,
    state: paused_at === null ? 'ok' : 'paused',
  };
}
