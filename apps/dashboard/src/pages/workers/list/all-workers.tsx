import { Loaded } from '../../../ui/loaded.js';
import { Page } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { capital, countText, plural } from '../../../ui/text.js';
import { useNow } from '../../../ui/use-now.js';
import { GoneWorkers } from './gone-workers.js';
import { useConditions } from '../data/use-conditions.js';
import { useDay, useSamples } from '../data/use-samples.js';
import { useTasksInHand } from '../data/use-tasks-in-hand.js';
import { useWorkers } from '../data/use-workers.js';
import type { Worker } from '../data/worker-condition.js';
import { CHAMBERS, WorkerNotices } from './worker-notices.js';
import { WorkerTable } from './worker-table.js';

/** Fifty workers would be megabytes minute by minute, and a small graph shows no more. */
const STEP_MINUTES = 15;

export function AllWorkers(): React.JSX.Element {
  const query = useWorkers();
  const sampled = useSamples(STEP_MINUTES).data?.workers ?? [];
  const tasks = useTasksInHand();
  const now = useNow();
  const day = useDay(now, STEP_MINUTES);
  const conditionOf = useConditions(query);
  return (
    <Page title="Workers">
      <Loaded query={query}>
        {({ workers }) => {
          const names = new Set(workers.map(({ name }) => name));
          return (
            <>
              <WorkerNotices workers={workers} />
              {workers.length > 0 && (
                <Panel title="Running" actions={<Summary workers={workers} />} flush>
                  <WorkerTable
                    {...{ tasks, day }}
                    rows={workers.toSorted(byName).map((worker) => ({
                      worker,
                      condition: conditionOf(worker),
                      sampled: sampled.find(({ name }) => name === worker.name),
                    }))}
                  />
                </Panel>
              )}
              <GoneWorkers workers={sampled.filter(({ name }) => !names.has(name))} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Summary({ workers }: { workers: Worker[] }): React.JSX.Element {
  const active = workers.reduce((sum, worker) => sum + worker.active.length, 0);
  const byChamber = CHAMBERS.map((chamber) => {
    const own = workers.filter((worker) => worker.chamber === chamber);
    return `${capital(chamber)} ${countText(own.length)}`;
  });
  return <span className="muted numbers">{[...byChamber, `${plural(active, 'task')} in hand`].join(' · ')}</span>;
}

/** `house-scraper-10@host` stands after `house-scraper-9@host`. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true });
const byName = (one: Worker, other: Worker): number => BY_NUMBER.compare(one.name, other.name);
