import { Inject, Injectable } from '@nestjs/common';
import { commandSubject, type TaskState, type WorkerState } from '#rotunda/contracts';
import { PostgresHealth } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { type LaneSettings, laneOfTask, LiveState, type PlannedTask, SiteStore, TASK_SETTINGS } from '#rotunda/tasks';
import { explainTask, mayWaitForPostgres } from './explain-task.js';
import type { WhyView } from './steering-views.js';
import { TaskLookup } from '../lookup/task-lookup.js';
import { TaskSteering } from './task-steering.js';

/** Reads the input of `explainTask`. */
@Injectable()
export class TaskWhy {
  constructor(
    private readonly tasks: TaskLookup,
    private readonly live: LiveState,
    private readonly steering: TaskSteering,
    private readonly sites: SiteStore,
    private readonly postgres: PostgresHealth,
    @Inject(TASK_SETTINGS) private readonly settings: LaneSettings,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws NotFoundException */
  async explain(id: string): Promise<WhyView> {
    const found = await this.tasks.getKnown(id);
    if (!('children' in found)) return this.explainOne(found);
    const { children, missing, unknown } = await this.tasks.knownPartsOf(id);
    const whys = [
      ...(await Promise.all(children.map((child) => this.explainOne(child)))),
      ...missing.map(explainMissing),
    ];
    return {
      ...{ task_id: id, state: found.state, reason: 'group', message: summary(whys, unknown.length), children: whys },
      ...(unknown.length > 0 && { unknown_children: unknown.map((child) => child.id) }),
    };
  }

  private async explainOne(task: TaskState): Promise<WhyView> {
    const [{ state: site }, isLost, isPostgresAway] = await Promise.all([
      this.sites.find(task.chamber),
      this.steering.isLost(task),
      mayWaitForPostgres(task) && this.isPostgresAway(),
    ]);
    const now = this.now();
    const workers = this.live.workers(now);
    const around = {
      now,
      site,
      isLost,
      isPostgresAway,
      workers: workers.map(withoutWithheld),
      tasks: this.live.tasks(),
      laneOf: (other: TaskState) => laneOfTask(other, this.settings, now),
    };
    const why = explainTask(task, around);
    const missing = why.reason === 'no_worker' ? withheldFrom(workers, task) : undefined;
    if (missing === undefined) return why;
    return { ...why, message: `No worker may take ${commandSubject(task.chamber, task.name)}: ${missing}` };
  }

  private isPostgresAway(): Promise<boolean> {
    return this.postgres.check().then(
      () => false,
      () => true,
    );
  }
}

/** The worker without the kinds that it may not take. */
const withoutWithheld = (worker: WorkerState): WorkerState => ({
  ...worker,
  tasks: worker.tasks.filter((name) => worker.withheld?.[name] === undefined),
});

const withheldFrom = (workers: WorkerState[], { chamber, name }: TaskState): string | undefined =>
  workers.find((worker) => worker.chamber === chamber && worker.withheld?.[name] !== undefined)?.withheld?.[name];

const explainMissing = ({ id }: PlannedTask): WhyView => ({
  task_id: id,
  state: 'PENDING',
  reason: 'not_published',
  message: 'Its command is not in the queue yet; if publishing was interrupted, it is finished within seconds.',
});

function summary(whys: WhyView[], unknown: number): string {
  const counts = new Map<string, number>();
  for (const { reason } of whys) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`);
  if (unknown > 0) parts.push(`${unknown} not known while Postgres does not answer`);
  return `A group of ${whys.length + unknown}: ${parts.join(', ')}.`;
}
