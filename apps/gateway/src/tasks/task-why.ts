import { Inject, Injectable } from '@nestjs/common';
import type { TaskState } from '#rotunda/contracts';
import { LiveView, type PlannedTask, SiteStore } from '#rotunda/tasks';
import { type Clock, CLOCK } from '../clock.js';
import { explainTask } from './explain-task.js';
import type { WhyView } from './steering-views.js';
import { TaskLookup } from './task-lookup.js';
import { TaskSteering } from './task-steering.js';

/** Answers the question that everybody who queues something asks in the end. */
@Injectable()
export class TaskWhy {
  constructor(
    private readonly tasks: TaskLookup,
    private readonly live: LiveView,
    private readonly steering: TaskSteering,
    private readonly sites: SiteStore,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws NotFoundException */
  async explain(id: string): Promise<WhyView> {
    const found = await this.tasks.get(id);
    if (!('children' in found)) return this.explainOne(found);
    const { children, missing } = await this.tasks.partsOf(id);
    const whys = [
      ...(await Promise.all(children.map((child) => this.explainOne(child)))),
      ...missing.map(explainMissing),
    ];
    return { task_id: id, state: found.state, reason: 'group', message: summary(whys), children: whys };
  }

  private async explainOne(task: TaskState): Promise<WhyView> {
    const [{ state: site }, isLost] = await Promise.all([this.sites.find(task.chamber), this.steering.isLost(task)]);
    const now = this.now();
    return explainTask(task, { now, site, isLost, workers: this.live.workers(now), tasks: this.live.tasks() });
  }
}

const explainMissing = ({ id }: PlannedTask): WhyView => ({
  task_id: id,
  state: 'PENDING',
  reason: 'not_published',
  message: 'Its command is not in the queue yet; where its publishing broke off it is done within seconds.',
});

function summary(whys: WhyView[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of whys) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`);
  return `A group of ${whys.length}: ${parts.join(', ')}.`;
}
