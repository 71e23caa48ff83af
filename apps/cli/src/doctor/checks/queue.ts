import type { SiteState, WorkerState } from '#rotunda/contracts';
import type { WaitingCommands } from '#rotunda/messaging';
import { identifyCommand } from '#rotunda/tasks';
import { segment } from '../../api/rotunda-api.js';
import { check, faults, where } from '../check.js';
import type { Found } from '../finding.js';
import type { Installation } from '../installation.js';

const MINUTE_MS = 60_000;
/** Longer than most tasks run. A retry waits for five minutes, and a whole year's scrape may take an hour. */
const STUCK_FROM_MS = 30 * MINUTE_MS;

const FAULTS = faults({
  'queue-stuck': {
    level: 'error',
    says: '{count} commands of {subject} wait, the oldest (task {task}) for {minutes} min; the reason: {why}.',
    mend: 'rotunda tasks why {task} says more; what it names has to be mended first.',
  },
  'task-not-registered': {
    level: 'error',
    says: '{count} commands of {subject} wait, and none of the running workers of the {chamber} knows this kind of task.',
    mend: 'Those workers are of another version (rotunda inspect registered shows what they know): restart them with the installed one.',
  },
  'dead-letters': {
    level: 'warning',
    says: '{count} tasks were given up.',
    mend: 'rotunda tasks dead-letters shows why; repair the cause, then rotunda tasks replay <id>.',
  },
});
type Code = keyof typeof FAULTS;

export const queue = check({
  name: 'queue',
  faults: FAULTS,
  async run(installation) {
    const [waiting, workers, sites, dead] = await Promise.all([
      installation.queue(),
      installation.workers(),
      installation.sites(),
      installation.deadLetters(),
    ]);
    const stuck = await Promise.all(
      waiting
        .filter((commands) => isStuck(commands, sites, installation.now))
        .map((commands) => stuckQueue(commands, installation)),
    );
    return [
      ...stuck,
      ...waiting.flatMap((commands) => unregistered(commands, workers)),
      ...where(dead > 0, 'dead-letters', { count: dead }),
    ];
  },
});

const chamberOf = ({ subject }: WaitingCommands): string => subject.split('.')[1] ?? '';
const kindOf = ({ subject }: WaitingCommands): string => subject.split('.')[2] ?? '';

/** Scrapes of a chamber that is paused, or whose site refuses us, wait on purpose: the check of sites tells. */
function isStuck(commands: WaitingCommands, sites: readonly SiteState[], now: Date): boolean {
  const site = sites.find(({ chamber }) => chamber === chamberOf(commands));
  const isHeld = kindOf(commands) === 'scrape' && (site?.paused || (site && site.breaker.state !== 'closed'));
  return !isHeld && now.getTime() - commands.oldestAt.getTime() > STUCK_FROM_MS;
}

async function stuckQueue(
  { subject, count, oldest, oldestAt }: WaitingCommands,
  { ask, now }: Installation,
): Promise<Found<Code>> {
  const task = identifyCommand(oldest).id;
  const answer = await ask<{ reason?: string }>(`/tasks/${segment(task)}/why`);
  const minutes = Math.floor((now.getTime() - oldestAt.getTime()) / MINUTE_MS);
  return { code: 'queue-stuck', params: { subject, count, task, minutes, why: answer?.reason ?? 'unknown' } };
}

/** Where no worker runs at all, the check of workers tells. */
function unregistered(commands: WaitingCommands, workers: readonly WorkerState[]): Found<Code>[] {
  const [chamber, kind] = [chamberOf(commands), kindOf(commands)];
  const running = workers.filter((worker) => worker.chamber === chamber);
  const isKnown = running.some(({ tasks }) => (tasks as string[]).includes(kind));
  const { subject, count } = commands;
  return where(running.length > 0 && !isKnown, 'task-not-registered', { subject, count, chamber });
}
