import { Injectable } from '@nestjs/common';
import { type Chamber, CHAMBERS, TASK_ERROR_CODES, type TaskState } from '#rotunda/contracts';
import { isDatabaseUnavailable, LayoutVerdicts } from '#rotunda/persistence';
import { LiveState } from '#rotunda/tasks';

/** A site with a layout that we do not know: nothing new comes from it until somebody has adapted the parser. */
export interface ChangedLayout {
  chamber: Chamber;
  /** The last task that found it. */
  task: TaskState;
}

/** Which sites have an unknown layout, as their scrapes and checks found them. */
@Injectable()
export class SiteLayouts {
  constructor(
    private readonly live: LiveState,
    private readonly verdicts: LayoutVerdicts,
  ) {}

  /** While Postgres is unavailable, only the live state counts, which goes back a day; health shows that outage too. */
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
 * The chambers whose last verdict is a changed layout. Only a successful scrape clears a failed scrape, because a check
 * looks at the entry pages and not at the documents; either of them clears a failed check.
 */
export function changedLayouts(tasks: TaskState[]): ChangedLayout[] {
  const verdicts = tasks.filter(isVerdict).toSorted((a, b) => finishedAt(b).localeCompare(finishedAt(a)));
  return CHAMBERS.flatMap((chamber) => {
    const ofChamber = verdicts.filter((task) => task.chamber === chamber);
    const scrape = ofChamber.find(({ name }) => name === 'scrape');
    const checkOrScrape = ofChamber.find((task) => task.name === 'check' || task === scrape);
    const task = [checkOrScrape, scrape].find((verdict) => verdict?.state === 'FAILURE');
    return task ? [{ chamber, task }] : [];
  });
}

const isVerdict = ({ name, state, error, result }: TaskState): boolean =>
  name === 'scrape' || name === 'check'
    ? (state === 'SUCCESS' && !isUnasked(name, result)) ||
      (state === 'FAILURE' && error?.code === TASK_ERROR_CODES.layoutChanged)
    : false;

/** A check that did not ask the site, because its terms are not accepted. */
const isUnasked = (name: TaskState['name'], result: TaskState['result']): boolean =>
  name === 'check' && result?.status === 'partial';

const finishedAt = ({ times }: TaskState): string => times.finished ?? '';
