import { CHAMBERS, type Chamber, isFinal, type ScheduleState, tickId } from '#rotunda/contracts';
import { type Entry, type SchedulesBucket, SCHEDULES_BUCKET } from '#rotunda/messaging';
import { dueTick, nextFire, TaskDispatcher, TaskStore } from '#rotunda/tasks';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DEFAULT_SCHEDULES } from './default-schedules.js';

const TICK_MS = 1_000;

/**
 * Decides when. Each second it looks for ticks that are due, publishes a command for each chamber, and then writes the
 * tick down as the schedule's last fire.
 *
 * Any number of schedulers may run. A tick's commands have ids made of its instant, so the stream keeps one of each
 * however many publish them; a scheduler that is late finds the last fire, or at least the task. One that dies between
 * publishing and writing leaves a tick that the next one publishes again, under the same ids.
 */
@Injectable()
export class Scheduler implements OnApplicationBootstrap {
  private readonly logger = new Logger('Scheduler');
  private looking = false;

  constructor(
    @Inject(SCHEDULES_BUCKET) private readonly schedules: SchedulesBucket,
    private readonly dispatcher: TaskDispatcher,
    private readonly tasks: TaskStore,
  ) {}

  /** On a first start nothing is caught up: the last fire is now. */
  async onApplicationBootstrap(): Promise<void> {
    const last_fire = new Date().toISOString();
    for (const definition of DEFAULT_SCHEDULES) {
      await this.schedules.create(definition.name, { ...definition, last_fire, last_tasks: {} });
    }
  }

  @Interval(TICK_MS)
  async tick(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await this.fireDue(new Date());
    } catch (error) {
      // The tick stays due; the next look, a second later, tries again.
      this.logger.warn(`schedules wait: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.looking = false;
    }
  }

  /** Fires every schedule that is due at `now`. @throws MessagingUnavailableError, QueueFullError */
  async fireDue(now: Date): Promise<void> {
    for (const { name } of DEFAULT_SCHEDULES) {
      const entry = await this.schedules.get(name);
      const tick = entry && dueTick(entry.value, now);
      if (tick) await this.fire(entry, tick.fire, tick.isMissed);
    }
  }

  private async fire(
    { key, value: schedule, revision }: Entry<ScheduleState>,
    fire: Date,
    isMissed: boolean,
  ): Promise<void> {
    if (isMissed) this.logger.warn(`${schedule.name}: the tick of ${fire.toISOString()} was missed`);
    const last_tasks = isMissed ? schedule.last_tasks : await this.publish(schedule, fire);
    // A conflict says that another scheduler was faster, with the same tick.
    await this.schedules.update(key, { ...schedule, last_fire: fire.toISOString(), last_tasks }, revision);
  }

  private async publish(schedule: ScheduleState, fire: Date): Promise<ScheduleState['last_tasks']> {
    const lastTasks = { ...schedule.last_tasks };
    for (const chamber of CHAMBERS) {
      const id = tickId(schedule.name, chamber, fire);
      if (await this.isStillRunning(schedule, chamber)) {
        this.logger.warn(`${id} left out: ${lastTasks[chamber]} is still unfinished`);
        continue;
      }
      const task = { chamber, name: schedule.task, args: args(schedule, fire), id };
      const isThere = (await this.tasks.find(id)) !== null;
      lastTasks[chamber] = isThere ? id : await this.dispatcher.submitScheduled(task, fire);
      this.logger.log(`${id} published`);
    }
    return lastTasks;
  }

  private async isStillRunning({ overlap, last_tasks }: ScheduleState, chamber: Chamber): Promise<boolean> {
    const last = last_tasks[chamber];
    if (overlap === 'allow' || !last) return false;
    const state = await this.tasks.find(last);
    return state !== null && !isFinal(state.state);
  }
}

const args = (schedule: ScheduleState, fire: Date): Record<string, unknown> =>
  schedule.expires ? { ...schedule.args, expires_at: nextFire(schedule, fire).toISOString() } : schedule.args;
