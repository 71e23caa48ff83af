import { Injectable } from '@nestjs/common';
import { type Chamber, CHAMBERS, TASK_ERROR_CODES, type TaskState } from '#rotunda/contracts';
import { isDatabaseUnavailable, LayoutVerdicts } from '#rotunda/persistence';
import { LiveState } from '#rotunda/tasks';

/** A site that no longer looks as we know it: until somebody has looked, nothing new comes from there. */
export interface ChangedLayout {
  chamber: Chamber;
  /** The task that said so last. */
  task: TaskState;
}

/** Which sites' layouts are not known any more, as the scrapes and checks found them. */
@Injectable()
export class SiteLayouts {
  constructor(
    private readonly live: LiveState,
    private readonly verdicts: LayoutVerdicts,
  ) {}

  /** While Postgres is away the live state alone tells, which goes back a day: health says beside it that it is away. */
  async changed(): Promise<ChangedLayout[]> {
    return changedLayouts([...this.live.tasks(), ...(await this.recorded())]);
  }

  private async recorded(): Promise<TaskState[]> {
    try {
      return await this.verdicts.latest();
    } catch (error) {
      if (isDatabaseUnavailable(error)) return [];
      throw error;
    }
  }
}

/**
 * The chambers whose last word on the layout is that it changed. A failed scrape is made good by a scrape alone, because
 * a check looks at the entry pages and not at the documents; a failed check by either.
 */
export function changedLayouts(tasks: TaskState[]): ChangedLayout[] {
  const verdicts = tasks.filter(saysSomething).toSorted((a, b) => finishedAt(b).localeCompare(finishedAt(a)));
  return CHAMBERS.flatMap((chamber) => {
    const ofChamber = verdicts.filter((task) => task.chamber === chamber);
    const scrape = ofChamber.find(({ name }) => name === 'scrape');
    const checkOrScrape = ofChamber.find((task) => task.name === 'check' || task === scrape);
    const task = [checkOrScrape, scrape].find((verdict) => verdict?.state === 'FAILURE');
    return task ? [{ chamber, task }] : [];
  });
}

const saysSomething = ({ name, state, error, result }: TaskState): boolean =>
  name === 'scrape' || name === 'check'
    ? (state === 'SUCCESS' && !isUnasked(name, result)) ||
      (state === 'FAILURE' && error?.code === TASK_ERROR_CODES.layoutChanged)
    : false;

/** A check that did not ask the site, for want of accepted terms. */
const isUnasked = (name: TaskState['name'], result: TaskState['result']): boolean =>
  name === 'check' && result?.status === 'partial';

const finishedAt = ({ times }: TaskState): string => times.finished ?? '';
