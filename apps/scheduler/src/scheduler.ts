import { type Chamber, CHAMBERS, childrenUpTo, type ScheduleState, tickId } from '#rotunda/contracts';
import { type Entry, MessagingUnavailableError, QueueFullError } from '#rotunda/messaging';
import { type Clock, CLOCK, inSpan } from '#rotunda/runtime';
import {
  DEFAULT_SCHEDULES,
  type DueTick,
  dueTick,
  ExpiredCommands,
  nextFire,
  ScheduleBook,
  Schedules,
  TaskDispatcher,
  TaskStore,
} from '#rotunda/tasks';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  Optional,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ScheduleMetrics } from './schedule-metrics.js';

const TICK_MS = 1_000;
/** The shortest life of a command that no worker takes. */
const LASTS_MS = 24 * 60 * 60 * 1_000;
/** The longest time between reading a schedule and publishing its tick; after that it is read again. */
const STALE_MS = 60_000;

/**
 * Decides when. Each second it looks for due ticks, publishes a command for each chamber, and then stores the tick as
 * the schedule's last fire.
 *
 * Any number of schedulers may run, and each may stop anywhere for any time. A tick still fires only once:
 *
 * - The ids of its commands contain its instant: of those that several schedulers publish, the stream keeps one.
 * - The stream forgets these ids when the server restarts. So a task that exists (waiting, running, done) is not
 *   published again, and a worker ignores a second command of it.
 * - A task's entry is deleted a day after its end. A scheduler that was frozen that long between reading and publishing
 *   notices it by its clock, and reads again. If it was frozen in the publish itself, the command has expired by then,
 *   unless the next tick is more than a day away.
 *
 * A command that no worker takes, because the chamber is paused or has no worker, expires with a later tick, which
 * replaces it: whenever work resumes, the queue holds a command that is still useful.
 *
 * If a scheduler dies between publishing and storing, the next one publishes the tick again, under the same ids. So
 * each tick fires at least once too.
 */
@Injectable()
export class Scheduler implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Scheduler');
  private looking = false;

  /** @param book says which schedules to look at; each is read again before anything is done */
  constructor(
    private readonly schedules: Schedules,
    private readonly book: ScheduleBook,
    private readonly dispatcher: TaskDispatcher,
    private readonly tasks: TaskStore,
    private readonly expired: ExpiredCommands,
    @Inject(CLOCK) private readonly now: Clock,
    @Optional() private readonly metrics?: ScheduleMetrics,
  ) {}

  /** The first start does not catch up: it sets the last fire to now. */
  async onApplicationBootstrap(): Promise<void> {
    for (const definition of DEFAULT_SCHEDULES) await this.schedules.enterDefault(definition, this.now());
    await this.book.open(({ damaged }) => {
      if (damaged) this.logger.error(`${damaged.name} does not fire: ${damaged.reason}`);
    });
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

  /** Fires every schedule that is due at `now`. A failed one stays due: the next look retries it. */
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

  /** An unavailable NATS or a full queue is not the schedule's fault, and is reported elsewhere. */
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
      this.logger.warn(`${schedule.name}: skipping the tick of ${fire.toISOString()}: ${why}`);
    }
    const last_tasks = isPassedOver ? schedule.last_tasks : await this.traced(schedule, fire, now);
    if (!isPassedOver) this.metrics?.published(schedule.name, fire);
    // A conflict means that another scheduler was faster with the same tick, or that somebody edited the schedule. Then
    // the next look finds the tick settled, or finds its tasks.
    const isSettled = await this.schedules.settleTick(entry, {
      ...schedule,
      last_fire: fire.toISOString(),
      last_tasks,
    });
    if (isSettled && isMissed) this.metrics?.missed(schedule.name);
    if (!isSettled && !isPassedOver) await this.noteTasks(schedule, last_tasks, now);
  }

  /**
   * If the ticks are edited while a tick is published, that tick is no longer one of the schedule's, and no
   * later look returns to it. Its tasks are recorded all the same, or the first of the new ticks would overlap them. A
   * record that changed meanwhile is another scheduler's, and as new as ours or newer.
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

  /** A tick is the beginning of a trace. */
  private traced(schedule: ScheduleState, fire: Date, now: Date): Promise<ScheduleState['last_tasks']> {
    const attributes = { 'rotunda.schedule.name': schedule.name, 'rotunda.schedule.fire': fire.toISOString() };
    return inSpan(`tick ${schedule.name}`, { attributes }, () => this.publish(schedule, fire, now));
  }

  private async publish(schedule: ScheduleState, fire: Date, now: Date): Promise<ScheduleState['last_tasks']> {
    const lastTasks = { ...schedule.last_tasks };
    for (const chamber of schedule.chambers) {
      const lookedAt = this.now().getTime();
      const id = tickId(schedule.name, chamber, fire);
      if (await this.isStillRunning(schedule, chamber, id, now)) {
        this.logger.warn(`${id} skipped: the tick before it is unfinished, see ${lastTasks[chamber]}`);
        continue;
      }
      const task = { chamber, name: schedule.task, args: argsOf(schedule, fire), id };
      const isThere = (await this.tasks.find(id)) !== null;
      if (this.now().getTime() - lookedAt > STALE_MS) {
        throw new Error(`took too long between reading and publishing ${id}; reading it again`);
      }
      lastTasks[chamber] = isThere ? id : await this.dispatcher.submitScheduled(task, fire);
      this.logger.log(`${id} published`);
    }
    return lastTasks;
  }

  /** A command that expired before a worker took it is revoked and does not count as running: this tick replaces it. */
  private async isStillRunning(
    { overlap, last_tasks }: ScheduleState,
    chamber: Chamber,
    tick: string,
    now: Date,
  ): Promise<boolean> {
    const last = last_tasks[chamber];
    // A child of this tick: its window became a group.
    if (overlap === 'allow' || !last || last === tick || last.startsWith(`${tick}-`)) return false;
    for (const id of childrenUpTo(last, chamber)) {
      if (!(await this.expired.revoke(id, now))) return true;
    }
    return false;
  }
}

/** The command expires with a later tick, which replaces it: the next one, or the first one that is a day later. */
function argsOf(schedule: ScheduleState, fire: Date): Record<string, unknown> {
  const from = schedule.expires ? fire : new Date(fire.getTime() + LASTS_MS - 1);
  return { ...schedule.args, expires_at: nextFire(schedule, from).toISOString() };
}
