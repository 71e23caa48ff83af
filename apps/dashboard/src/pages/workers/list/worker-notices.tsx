import { Notice } from '../../../ui/notice.js';
import { capital, plural } from '../../../ui/text.js';
import { versionsOf, type Worker } from '../data/worker-condition.js';

export const CHAMBERS = ['senate', 'house'] as const;
export type Chamber = (typeof CHAMBERS)[number];

/** What is wrong with the workers together, and what to do. */
export function WorkerNotices({ workers }: { workers: readonly Worker[] }): React.JSX.Element {
  const versions = versionsOf(workers);
  return (
    <>
      {CHAMBERS.map((chamber) => (
        <NobodyTakes key={chamber} chamber={chamber} workers={workers.filter((worker) => worker.chamber === chamber)} />
      ))}
      {versions.length > 1 && (
        <Notice tone="warning">
          <span>
            The workers run different versions:{' '}
            {versions.map(([version, count]) => `${version} (${plural(count, 'worker')})`).join(', ')}. Restart those of
            the older one once its successor is installed.
          </span>
        </Notice>
      )}
    </>
  );
}

function NobodyTakes({ chamber, workers }: { chamber: Chamber; workers: Worker[] }): React.JSX.Element | null {
  if (workers.some(({ draining }) => !draining)) return null;
  return (
    <Notice tone="bad">
      <span>
        {workers.length === 0
          ? `No worker of the ${capital(chamber)} is there: its tasks wait.`
          : `All workers of the ${capital(chamber)} are draining: its new tasks wait.`}{' '}
        Start one with <code>npx rotunda worker {chamber}</code>, <code>docker compose up -d {chamber}-scraper</code> or{' '}
        <code>systemctl start rotunda-{chamber}@1</code>.
      </span>
    </Notice>
  );
}
