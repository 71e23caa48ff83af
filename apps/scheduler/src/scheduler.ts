import { type Chamber, CHAMBERS, childrenUpTo, type ScheduleState, tickId } from '#rotunda/contracts';
import { type Entry, MessagingUnavailableError, QueueFullError } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import {
  type DueTick,
  dueTick,
  ExpiredCommands,
  nextFire,
  ScheduleBook,
  Schedules,
  TaskDispatcher,
  TaskStore,
} from '#rotunda/tasks';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DEFAULT_SCHEDULES } from './default-schedules.js';

const TICK_MS = 1_000;
/** A command that nobody takes up lasts for so long at least. */
const LASTS_MS = 24 * 60 * 60 * 1_000;
/** Between looking and publishing; what takes longer looks again. */
const STALE_MS = 60_000;

/**
 * Decides when. Each second it looks for ticks that are due, publishes a command for each chamber, and then writes the
 * tick down as the schedule's last fire.
 *
 * Any number of schedulers may run, and each of them may stop anywhere for any time. What keeps a tick single:
 *
 * - Its commands have ids made of its instant: of what several schedulers publish the stream keeps one.
 * - The stream forgets those ids when the server restarts. A task that is there (waiting, running, done) is not
 *   published again, and a worker leaves a second command of it undone.
 * - A task's entry goes a day after its end. One that was frozen for so long between looking and publishing notices it
 *   by its clock, and looks again. Where it was frozen in the very act, the command has expired by then, unless the
 *   next tick is further away than a day.
 *
 * What nobody takes up, because the chamber is paused or has no worker, expires with a later tick, which then takes its
 * place: whenever work goes on, the queue holds a command that is worth doing.
 *
 * A scheduler that dies between publishing and writing leaves a tick that the next one publishes again, under the same
 * ids. So each tick fires at least once too.
 */
@Injectable()
export class Scheduler implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Scheduler');
  private looking = false;

  /** @param book says which schedules are worth a look; what is true is read again before anything is done */
  constructor(
    private readonly schedules: Schedules,
    private readonly book: ScheduleBook,
    private readonly dispatcher: TaskDispatcher,
    private readonly tasks: TaskStore,
    private readonly expired: ExpiredCommands,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** On a first start nothing is caught up: the last fire is now. */
  async onApplicationBootstrap(): Promise<void> {
    for (const definition of DEFAULT_SCHEDULES) await this.schedules.enterDefault(definition, this.now());
    await this.book.open(({ name, reason }) => this.logger.error(`${name} does not fire: ${reason}`));
  }

  onModuleDestroy(): void {
    this.book.close();
  }

  @Interval(TICK_MS)
  async tick(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await this.fireDue(this.now());
    } finally {
      this.looking = false;
    }
  }

  /** Fires every schedule that is due at `now`. What fails for one stays due: the next look tries again. */
  async fireDue(now: Date): Promise<void> {
    for (const seen of this.book.schedules(now)) {
      try {
        if (seen.last_fire === '' || dueTick(seen, now)) await this.look(seen.name, now);
        this.book.note(seen.name, null);
      } catch (error) {
        this.waits(seen.name, error);
      }
    }
  }

  /** That NATS is away, or the queue full, is nothing of the one schedule, and told elsewhere. */
  private waits(name: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn(`${name} waits: ${reason}`);
    const isOutage = error instanceof MessagingUnavailableError || error instanceof QueueFullError;
    this.book.note(name, isOutage ? null : `it can't be fired: ${reason}`);
  }

  private async look(name: string, now: Date): Promise<void> {
    const entry = await this.schedules.find(name, now);
    if (!entry) return;
    if (entry.value.last_fire === '') {
      await this.schedules.settleTick(entry, { ...entry.value, last_fire: now.toISOString() });
      return;
    }
    const tick = dueTick(entry.value, now);
    if (tick) await this.fire(entry, tick, now);
  }

  private async fire(entry: Entry<ScheduleState>, { fire, isMissed }: DueTick, now: Date): Promise<void> {
    const schedule = entry.value;
    const isPassedOver = isMissed || schedule.paused_at !== null;
    if (isPassedOver) {
      const why = isMissed ? 'it was missed' : 'the schedule is paused';
      this.logger.warn(`${schedule.name}: the tick of ${fire.toISOString()} is passed over, as ${why}`);
    }
    const last_tasks = isPassedOver ? schedule.last_tasks : await this.publish(schedule, fire, now);
    // A conflict says that another scheduler was faster with the same tick, or that somebody edited the schedule: then
    // the next look finds the tick either settled, or its tasks there already.
    const isSettled = await this.schedules.settleTick(entry, {
      ...schedule,
      last_fire: fire.toISOString(),
      last_tasks,
    });
    if (!isSettled && !isPassedOver) await this.noteTasks(schedule, last_tasks, now);
  }

  /**
   * An edit of the cron expression that lands while a tick is published makes that tick none of the schedule's: no look
   * comes back to it. Its tasks are noted all the same, or the first of the new ticks would overlap them. A note that is
   * not as it was before the tick is another scheduler's, and newer than ours or the same.
   */
  private async noteTasks(before: ScheduleState, tasks: ScheduleState['last_tasks'], now: Date): Promise<void> {
    await this.schedules.change(before.name, now, (schedule) => {
      const isNoted = (chamber: Chamber): boolean =>
        schedule.last_tasks[chamber] !== before.last_tasks[chamber] || tasks[chamber] === before.last_tasks[chamber];
      const missing = CHAMBERS.filter((chamber) => !isNoted(chamber));
      if (missing.length === 0) return null;
      const noted = Object.fromEntries(missing.map((chamber) => [chamber, tasks[chamber]]));
      return { ...schedule, last_tasks: { ...schedule.last_tasks, ...noted } };
    });
  }

  private async publish(schedule: ScheduleState, fire: Date, now: Date): Promise<ScheduleState['last_tasks']> {
    const lastTasks = { ...schedule.last_tasks };
    for (const chamber of schedule.chambers) {
      const lookedAt = this.now().getTime();
      const id = tickId(schedule.name, chamber, fire);
      if (await this.isStillRunning(schedule, chamber, id, now)) {
        this.logger.warn(`${id} left out: the tick before it is unfinished, see ${lastTasks[chamber]}`);
        continue;
      }
      const task = { chamber, name: schedule.task, args: argsOf(schedule, fire), id };
      const isThere = (await this.tasks.find(id)) !== null;
      if (this.now().getTime() - lookedAt > STALE_MS) throw new Error(`what was seen of ${id} is old by now`);
      lastTasks[chamber] = isThere ? id : await this.dispatcher.submitScheduled(task, fire);
      this.logger.log(`${id} published`);
    }
    return lastTasks;
  }

  /** What expired before anybody took it up is not, and goes: this tick takes its place. */
  private async isStillRunning(
    { overlap, last_tasks }: ScheduleState,
    chamber: Chamber,
    tick: string,
    now: Date,
  ): Promise<boolean> {
    const last = last_tasks[chamber];
    // A child of this very tick: of a window that became a group.
    if (overlap === 'allow' || !last || last === tick || last.startsWith(`${tick}-`)) return false;
    for (const id of childrenUpTo(last, chamber)) {
      if (!(await this.expired.revoke(id, now))) return true;
    }
    return false;
  }
}

/** It expires with a later tick, which takes its place: the next one, or the first one of a day later. */
function argsOf(schedule: ScheduleState, fire: Date): Record<string, unknown> {
  const from = schedule.expires ? fire : new Date(fire.getTime() + LASTS_MS - 1);
  return { ...schedule.args, expires_at: nextFire(schedule, from).toISOString() };
}
