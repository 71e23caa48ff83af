import { Injectable } from '@nestjs/common';
import { type ScheduleState, type TaskState, tickId } from '#rotunda/contracts';
import { TaskRuns } from '#rotunda/persistence';
import { LiveState, ticksUntil } from '#rotunda/tasks';
import { RecordedTasks } from '../tasks/lookup/recorded-tasks.js';

const SHOWN_TICKS = 5;

/** What came of the last ticks of schedules. */
@Injectable()
export class ScheduleRuns {
  constructor(
    private readonly live: LiveState,
    private readonly runs: TaskRuns,
  ) {}

  /** By schedule the tasks of its last ticks, the last queued first; null while Postgres is unavailable. */
  async of(schedules: readonly ScheduleState[]): Promise<(TaskState[] | null)[]> {
    const known = new Map(this.live.tasks().map((task) => [task.id, task]));
    const ids = schedules.map(idsOf);
    const recorded = RecordedTasks.ifThere(this.runs);
    const past = await recorded.of(ids.flat().filter((id) => !known.has(id)));
    return ids.map((ofOne) => {
      const tasks = ofOne.flatMap((id) => known.get(id) ?? past.get(id) ?? []);
      return recorded.isAway ? null : tasks.toSorted(lastQueuedFirst);
    });
  }
}

/** The ticks before an edit are unknown, except for the last one. */
function idsOf(schedule: ScheduleState): string[] {
  const { name, chambers, last_fire, last_tasks } = schedule;
  const ticks = last_fire === '' ? [] : ticksUntil(schedule, new Date(last_fire), SHOWN_TICKS);
  const ids = ticks.flatMap((tick) => chambers.map((chamber) => tickId(name, chamber, tick)));
  return [...new Set([...Object.values(last_tasks), ...ids])];
}

const lastQueuedFirst = ({ times: a }: TaskState, { times: b }: TaskState): number => b.queued.localeCompare(a.queued);
