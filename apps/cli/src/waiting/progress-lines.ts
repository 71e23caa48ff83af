import type { TaskState } from '#rotunda/contracts';
import { CHAMBERS, inOneLine, isFinal } from '#rotunda/contracts/light';
import { Rate } from './rate.js';

const BAR_WIDTH = 20;
const SECOND_MS = 1_000;
const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3_600;

/** The sum of a chamber's tasks. */
interface Sum {
  done: number;
  total: number;
  saved: number;
  /** Whether each task knows how many filings it has: before, the total grows, and no time can be told. */
  isKnown: boolean;
}

/** How far tasks are, as a line for each chamber: a group may have a thousand tasks. */
export class ProgressLines {
  private readonly rates = new Map(CHAMBERS.map((chamber) => [chamber, new Rate()]));

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /** @param withBar for a line that updates in place */
  of(tasks: readonly TaskState[], withBar: boolean): string[] {
    return CHAMBERS.flatMap((chamber) => {
      const own = tasks.filter((task) => task.chamber === chamber);
      if (own.length === 0) return [];
      const sum = sumOf(own);
      const perSecond = this.rates.get(chamber)!.perSecond(this.nowMs(), sum.done);
      const parts = [
        chamber.padEnd(6),
        endedOf(own),
        ...countsOf(sum, withBar),
        ...speedOf(sum, perSecond),
        phaseOf(own),
      ];
      return inOneLine(parts.filter((part) => part !== '').join('  '));
    });
  }
}

function sumOf(tasks: readonly TaskState[]): Sum {
  const sum = (field: 'done' | 'total' | 'saved'): number =>
    tasks.reduce((all, { progress }) => all + progress[field], 0);
  const isKnown = tasks.every(({ state, progress }) => isFinal(state) || progress.total > 0);
  return { done: sum('done'), total: sum('total'), saved: sum('saved'), isKnown };
}

const endedOf = (tasks: readonly TaskState[]): string =>
  tasks.length === 1 ? '' : `${tasks.filter(({ state }) => isFinal(state)).length} of ${tasks.length} tasks`;

function countsOf({ done, total, saved, isKnown }: Sum, withBar: boolean): string[] {
  if (total === 0) return [];
  return [
    ...(withBar && isKnown ? [barOf(done / total)] : []),
    `${done} of ${total}${isKnown ? '' : ' or more'} filings`,
    ...(saved > 0 ? [`${saved} trades saved`] : []),
  ];
}

/** @param part from 0 to 1 */
export function barOf(part: number): string {
  const filled = Math.floor(part * BAR_WIDTH);
  return `[${'='.repeat(filled)}${filled < BAR_WIDTH ? '>' : ''}`.padEnd(BAR_WIDTH + 1) + ']';
}

function speedOf({ done, total, isKnown }: Sum, perSecond: number | null): string[] {
  if (perSecond === null || done >= total) return [];
  const speed = perSecond < 1 ? `${(perSecond * MINUTE_SECONDS).toFixed(0)}/min` : `${perSecond.toFixed(1)}/s`;
  return isKnown ? [speed, `${inWords((total - done) / perSecond)} left`] : [speed];
}

/** E.g. `7 s`, `2 min 5 s`, `1 h 12 min`. */
function inWords(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / HOUR_SECONDS), Math.floor(whole / MINUTE_SECONDS) % MINUTE_SECONDS];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % MINUTE_SECONDS} s` : `${whole} s`;
}

/** What happens now: of the tasks that run; else why none does. */
function phaseOf(tasks: readonly TaskState[]): string {
  const phases = tasks.filter(({ state }) => state === 'STARTED').map(({ progress }) => progress.phase);
  if (phases.length > 0) return [...new Set(phases)].join(', ');
  const retry = tasks.find(({ state }) => state === 'RETRY');
  if (retry) return `waits for its retry at ${timeOf(retry.not_before)} after ${retry.error?.code ?? 'an error'}`;
  if (tasks.some(({ state }) => state === 'PENDING')) return 'waits in the queue';
  return [...new Set(tasks.map(({ state }) => state))].join(', ');
}

/** To the second. */
const timeOf = (instant: string | undefined): string =>
  instant ? new Date(Math.ceil(Date.parse(instant) / SECOND_MS) * SECOND_MS).toISOString().replace('.000', '') : 'once';
