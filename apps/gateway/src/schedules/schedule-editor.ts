import { HttpStatus, Inject, Injectable, NotFoundException } from '@nestjs/common';
import type { ScheduleDefinition, ScheduleState } from '#rotunda/contracts';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { scheduleFaults, Schedules } from '#rotunda/tasks';
import { invalidFields } from '../http/known-errors.js';
import { ProblemException } from '../http/problem.js';
import { etagOf } from './schedule-entry.js';

/** What people do to schedules. The scheduler writes the same entries: each change is made to what is there by then. */
@Injectable()
export class ScheduleEditor {
  constructor(
    private readonly schedules: Schedules,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws NotFoundException, DamagedScheduleError */
  async get(name: string): Promise<ScheduleState> {
    return (await this.schedules.find(name, this.now()))?.value ?? unknown(name);
  }

  /** @throws ProblemException 422 that names each field at fault, 412 where it is not as `ifMatch` says */
  async put(name: string, definition: ScheduleDefinition, ifMatch: string | undefined): Promise<ScheduleState> {
    const now = this.now();
    const faults = scheduleFaults(definition, now);
    if (faults.length > 0) throw invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, faults);
    return this.schedules.put(name, definition, now, (before) => refuseOldCopy(name, before, ifMatch));
  }

  /** @throws NotFoundException */
  async remove(name: string): Promise<void> {
    if (!(await this.schedules.has(name))) unknown(name);
    await this.schedules.remove(name);
  }

  pause(name: string): Promise<ScheduleState> {
    const now = this.now().toISOString();
    return this.change(name, (schedule) => ({ ...schedule, paused_at: schedule.paused_at ?? now }));
  }

  /** The ticks of the pause are no missed ticks, which would be made up for. */
  resume(name: string): Promise<ScheduleState> {
    const now = this.now().toISOString();
    return this.change(name, (schedule) =>
      schedule.paused_at === null
        ? schedule
        : { ...schedule, paused_at: null, last_fire: schedule.last_fire > now ? schedule.last_fire : now },
    );
  }

  private async change(name: string, step: (schedule: ScheduleState) => ScheduleState): Promise<ScheduleState> {
    const written = await this.schedules.change(name, this.now(), step);
    return written ?? unknown(name);
  }
}

function unknown(name: string): never {
  throw new NotFoundException(`There is no schedule ${name}; /api/v1/schedules lists those that there are.`);
}

function refuseOldCopy(name: string, before: ScheduleState | null, ifMatch: string | undefined): void {
  if (ifMatch === undefined || (before && (ifMatch === '*' || ifMatch === etagOf(before)))) return;
  const detail = before
    ? `Somebody edited ${name} since you read it; read it again and make your change to that.`
    : `There is no schedule ${name} any more; leave If-Match out to make it.`;
  throw new ProblemException(HttpStatus.PRECONDITION_FAILED, 'edited-since', detail);
}
