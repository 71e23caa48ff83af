import { HttpStatus, Inject, Injectable, NotFoundException } from '@nestjs/common';
import type { ScheduleDefinition, ScheduleState } from '#rotunda/contracts';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { DEFAULT_SCHEDULES, scheduleFaults, Schedules } from '#rotunda/tasks';
import { invalidFields } from '../http/known-errors.js';
import { ProblemException } from '../http/problem.js';
import { etagOf } from './schedule-entry.js';

/** What a write depends on: headers of HTTP. */
export interface Preconditions {
  ifMatch?: string | undefined;
  ifNoneMatch?: string | undefined;
}

/** People's changes to schedules. The scheduler writes the same entries: each change applies to the current entry. */
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

  /** @throws ProblemException 422 that names each invalid field, 412 if the schedule does not meet `conditions` */
  async put(name: string, definition: ScheduleDefinition, conditions: Preconditions): Promise<ScheduleState> {
    const now = this.now();
    const faults = scheduleFaults(definition, now);
    if (faults.length > 0) throw invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, faults);
    return this.schedules.put(name, definition, now, (before) => {
      refuseOldCopy(name, before, conditions.ifMatch);
      refuseTakenName(name, before, conditions.ifNoneMatch);
    });
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

  /** Ticks during the pause do not count as missed, so none is published late. */
  resume(name: string): Promise<ScheduleState> {
    const now = this.now().toISOString();
    return this.change(name, (schedule) =>
      schedule.paused_at === null
        ? schedule
        : { ...schedule, paused_at: null, last_fire: schedule.last_fire > now ? schedule.last_fire : now },
    );
  }

  /** Puts a default schedule back as it was shipped. @throws NotFoundException */
  async reset(name: string): Promise<ScheduleState> {
    const shipped = DEFAULT_SCHEDULES.find((one) => one.name === name);
    if (shipped) return this.schedules.reset(shipped, this.now());
    const names = DEFAULT_SCHEDULES.map((one) => one.name).join(', ');
    throw new NotFoundException(`${name} is not one of the schedules that Rotunda ships: ${names}.`);
  }

  /** All of them; schedules that people made stay. */
  async resetAll(): Promise<ScheduleState[]> {
    const reset: ScheduleState[] = [];
    for (const shipped of DEFAULT_SCHEDULES) reset.push(await this.schedules.reset(shipped, this.now()));
    return reset;
  }

  private async change(name: string, step: (schedule: ScheduleState) => ScheduleState): Promise<ScheduleState> {
    const written = await this.schedules.change(name, this.now(), step);
    return written ?? unknown(name);
  }
}

function unknown(name: string): never {
  throw new NotFoundException(`There is no schedule ${name}; /api/v1/schedules lists all schedules.`);
}

function refuseOldCopy(name: string, before: ScheduleState | null, ifMatch: string | undefined): void {
  if (ifMatch === undefined || (before && (ifMatch === '*' || ifMatch === etagOf(before)))) return;
  const detail = before
    ? `Somebody edited ${name} since you read it; read it again and repeat your change.`
    : `There is no schedule ${name} any more; leave If-Match out to create it.`;
  throw new ProblemException(HttpStatus.PRECONDITION_FAILED, 'edited-since', detail);
}

function refuseTakenName(name: string, before: ScheduleState | null, ifNoneMatch: string | undefined): void {
  if (!before || ifNoneMatch !== '*') return;
  const detail = `There is a schedule ${name} already; choose another name, or edit that one.`;
  throw new ProblemException(HttpStatus.PRECONDITION_FAILED, 'name-taken', detail);
}
