import type { TasksHealth } from '../../api/health.js';
import { useMay } from '../../api/session.js';
import { siteStatus } from '../../api/site-status.js';
import type { Site } from '../../api/sites.js';
import { Panel } from '../../ui/panel.js';
import { Badge } from '../../ui/state-badge.js';
import { capital } from '../../ui/text.js';
import { BreakerFacts } from './breaker-facts.js';
import { BudgetFacts } from './budget-facts.js';
import { Checks } from './checks.js';
import { Layouts } from './layouts.js';
import { Pause, Resume } from './pause.js';
import { StatusNotice } from './status-notice.js';
import styles from './sites.module.css';

interface Props {
  site: Site;
  degraded: TasksHealth['degraded'];
}

/** All that decides whether a chamber's site is asked now, and the buttons that change it. */
export function SiteCard({ site, degraded }: Props): React.JSX.Element {
  const may = useMay('act');
  const { tone, word } = siteStatus(site);
  const isHeldBack = site.paused !== null || site.breaker.state !== 'closed';
  return (
    <Panel
      title={
        <span className={styles['title']}>
          {capital(site.chamber)} <Badge tone={tone}>{word}</Badge>
        </span>
      }
      actions={
        may && (
          <>
            {site.paused === null && <Pause chamber={site.chamber} />}
            {isHeldBack && <Resume site={site} />}
          </>
        )
      }
    >
      <div className={styles['card']}>
        <StatusNotice site={site} />
        <Layouts degraded={degraded} />
        <section className={styles['part']}>
          <h3>Breaker</h3>
          <BreakerFacts breaker={site.breaker} />
        </section>
        <section className={styles['part']}>
          <h3>Budget of requests</h3>
          <BudgetFacts budget={site.budget} />
        </section>
        <Checks chamber={site.chamber} />
      </div>
    </Panel>
  );
}
