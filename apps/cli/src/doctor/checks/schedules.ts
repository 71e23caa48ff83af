import type { ScheduleState } from '#rotunda/contracts';
import { DEFAULT_SCHEDULES, nextFire } from '#rotunda/tasks';
import { check, faults, type Fix, where } from '../check.js';
import type { Found } from '../finding.js';
import type { ScheduleEntry } from '../installation.js';

/** Those that the first start enters. */
const SHIPPED = DEFAULT_SCHEDULES.map(({ name }) => name);
/** A scheduler looks every second; a tick may wait for a NATS that is away. */
const LATE_FROM_MS = 2 * 60_000;
/** What clocks may differ by. */
const AHEAD_FROM_MS = 60_000;

/** Only ours: what the operator entered is not known to us. */
const reset: Fix = async ({ schedule }, { api }) => {
  if (!SHIPPED.includes(String(schedule))) return [];
  await api.post(`/schedules/${String(schedule)}/reset`);
  return [`the schedule ${schedule} is as it was shipped`];
};

const FAULTS = faults({
  'scheduler-silent': {
    level: 'error',
    says: 'No schedule fires: {schedule} was due at {due}.',
    mend: 'Start the scheduler (rotunda scheduler, docker compose up -d scheduler), or see its log: it has no NATS, or a wrong clock. If its process is still there, it froze: end it first (kill -9).',
  },
  'schedule-stale': {
    level: 'error',
    says: 'The schedule {schedule} was due at {due} and did not fire, though others do.',
    mend: 'rotunda schedules list tells the fault; rotunda schedules set {schedule} writes it anew.',
  },
  'schedule-ahead': {
    level: 'error',
    says: 'The last fire of {schedule} lies in the future ({last_fire}): it does not fire before that.',
    mend: 'A clock was wrong. Set it, then write the entry anew: rotunda schedules delete {schedule}, rotunda schedules set {schedule}.',
  },
  'schedule-damaged': {
    level: 'error',
    says: 'The schedule {schedule} is damaged and does not fire: {faults}',
    mend: 'rotunda schedules reset {schedule} puts a shipped one back; rotunda schedules set {schedule} --cron … --task … writes another one anew.',
  },
  'schedule-paused': {
    level: 'warning',
    says: 'The schedule {schedule} has been paused since {since}.',
    mend: 'rotunda schedules resume {schedule}.',
  },
  'schedule-missing': {
    level: 'warning',
    says: 'The shipped schedule {schedule} is not there.',
    mend: 'If it was not removed on purpose: rotunda schedules reset {schedule}.',
  },
});
type Code = keyof typeof FAULTS;

export const schedules = check({
  name: 'schedules',
  faults: FAULTS,
  fixes: { 'schedule-damaged': reset },
  run: async (installation) => scheduleFaults(await installation.schedules(), installation.now),
});

export function scheduleFaults(entries: readonly ScheduleEntry[], now: Date): Found<Code>[] {
  const sound = entries.flatMap(({ schedule }) => (schedule ? [schedule] : []));
  const working = sound.filter(({ paused_at }) => paused_at === null);
  return [
    ...SHIPPED.flatMap((schedule) =>
      where(!entries.some(({ name }) => name === schedule), 'schedule-missing', { schedule }),
    ),
    ...entries.flatMap(({ name, schedule, faults }) =>
      where(schedule === null, 'schedule-damaged', { schedule: name, faults }),
    ),
    ...sound.flatMap(({ name, paused_at }) =>
      where(paused_at !== null, 'schedule-paused', { schedule: name, since: paused_at ?? '' }),
    ),
    ...working.flatMap(({ name, last_fire }) =>
      where(Date.parse(last_fire) > now.getTime() + AHEAD_FROM_MS, 'schedule-ahead', { schedule: name, last_fire }),
    ),
    ...lateOnes(working, now),
  ];
}

/** One finding where all that were due are late: then it is the scheduler and not a schedule. */
function lateOnes(working: readonly ScheduleState[], now: Date): Found<Code>[] {
  const fired = working.filter(({ last_fire }) => last_fire !== '');
  const due = fired
    .map((schedule) => ({ schedule: schedule.name, at: nextFire(schedule, new Date(schedule.last_fire)) }))
    .filter(({ at }) => now.getTime() - at.getTime() > LATE_FROM_MS)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const params = due.map(({ schedule, at }) => ({ schedule, due: at.toISOString() }));
  // A scheduler that lives has fired something since the first of them was due.
  const isAlive = fired.some(({ last_fire }) => due[0] && Date.parse(last_fire) > due[0].at.getTime() + LATE_FROM_MS);
  if (due.length === 0) return [];
  if (!isAlive) return [{ code: 'scheduler-silent', params: params[0]! }];
  return params.map((one) => ({ code: 'schedule-stale', params: one }));
}
