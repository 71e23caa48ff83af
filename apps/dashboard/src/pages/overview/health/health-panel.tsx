import { useQuery } from '@tanstack/react-query';
import { healthQuery, type TasksHealth } from '../../../api/health.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import { siteStatus } from '../../../api/site-status.js';
import { type Site, useSites } from '../../../api/sites.js';
import { Loaded } from '../../../ui/loaded.js';
import { Panel } from '../../../ui/panel.js';
import { capital, plural } from '../../../ui/text.js';
import { HealthRow } from './health-row.js';
import { useWorkers, type Worker } from './use-workers.js';
import styles from './health.module.css';

/** What everything rests on, with a way to the page of each. */
export function HealthPanel(): React.JSX.Element {
  useRefreshOn(['nats', 'worker-gone', 'site'], healthQuery.queryKey);
  const health = useQuery(healthQuery);
  const sites = useSites().data ?? [];
  const workers = useWorkers().data;
  return (
    <Panel title="Health" flush>
      <Loaded query={health} loading={<Rows />}>
        {(loaded) => (
          <ul className={styles['rows']}>
            <Store name="NATS" answer={loaded.nats} />
            <Store name="Postgres" answer={loaded.postgres} />
            <Workers count={loaded.workers} workers={workers} />
            {sites.map((site) => (
              <SiteRow key={site.chamber} site={site} />
            ))}
            <Layouts degraded={loaded.degraded} />
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

const Rows = (): React.JSX.Element => (
  <ul className={styles['rows']}>
    {['NATS', 'Postgres', 'Workers', 'Senate’s site', 'House’s site'].map((name) => (
      <HealthRow key={name} name={name} />
    ))}
  </ul>
);

const Store = ({ name, answer }: { name: string; answer: string }): React.JSX.Element =>
  answer === 'ok' ? (
    <HealthRow name={name} tone="good" word="OK" />
  ) : (
    <HealthRow name={name} tone="bad" word="Away" reason={answer} />
  );

function Workers({ count, workers = [] }: { count: number; workers: Worker[] | undefined }): React.JSX.Element {
  if (count === 0) return <HealthRow name="Workers" to="/workers" tone="bad" word="None" reason="Tasks wait." />;
  const busy = workers.filter(({ active }) => active.length > 0).length;
  const draining = workers.filter((worker) => worker.draining).length;
  return (
    <HealthRow
      name="Workers"
      to="/workers"
      tone={draining === count ? 'warning' : 'good'}
      word={`${count} alive`}
      reason={[busy > 0 && `${busy} busy`, draining > 0 && `${draining} draining`].filter(Boolean).join(', ') || null}
    />
  );
}

const SiteRow = ({ site }: { site: Site }): React.JSX.Element => (
  <HealthRow name={`${capital(site.chamber)}’s site`} to="/sites" {...siteStatus(site)} />
);

function Layouts({ degraded }: Pick<TasksHealth, 'degraded'>): React.JSX.Element | null {
  const changed = degraded.filter(({ code }) => code === 'LayoutChanged');
  if (changed.length === 0) return null;
  const reason = changed.map(({ message }) => message).join(' ');
  return <HealthRow name="Layouts" to="/sites" tone="bad" word={plural(changed.length, 'change')} reason={reason} />;
}
