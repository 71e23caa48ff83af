import { useQuery } from '@tanstack/react-query';
import { healthQuery } from '../../api/health.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import { useSites } from '../../api/sites.js';
import { Loaded } from '../../ui/loaded.js';
import { SkeletonLines } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { SiteCard } from './site-card.js';
import styles from './sites.module.css';

export function SitesPage(): React.JSX.Element {
  const sites = useSites();
  useRefreshOn(['site', 'worker-gone'], healthQuery.queryKey);
  const degraded = useQuery(healthQuery).data?.degraded ?? [];
  return (
    <Page title="Sites">
      <Loaded query={sites} loading={<Skeletons />}>
        {(loaded) => (
          <div className={styles['sites']}>
            {loaded.map((site) => (
              <SiteCard
                key={site.chamber}
                site={site}
                degraded={degraded.filter(({ chamber }) => chamber === site.chamber)}
              />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const Skeletons = (): React.JSX.Element => (
  <div className={styles['sites']}>
    {['Senate', 'House'].map((name) => (
      <Panel key={name} title={name}>
        <SkeletonLines lines={8} />
      </Panel>
    ))}
  </div>
);
