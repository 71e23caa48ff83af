import { Empty } from '../../ui/notice.js';
import { Loaded } from '../../ui/loaded.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { KindCharts } from './kind-charts.js';
import { KindTable } from './kind-table.js';
import { chosenOf, kindsOf } from './kinds.js';
import { PeriodChoice } from './period-choice.js';
import { throughputRoute } from './route.js';
import { useQueues, useThroughput } from './use-throughput.js';
import styles from './throughput.module.css';

export function ThroughputPage(): React.JSX.Element {
  const { period = 'day', kind } = throughputRoute.useSearch();
  const query = useThroughput(period);
  const queues = useQueues();
  return (
    <Page title="Throughput" actions={<PeriodChoice chosen={period} />}>
      <Loaded query={query}>
        {(throughput) => {
          const kinds = kindsOf(throughput.kinds, queues ?? []);
          const chosen = chosenOf(kinds, kind);
          return (
            <>
              <Panel title="By kind" flush>
                <KindTable kinds={kinds} chosen={chosen?.key} period={throughput.period} />
                <p className={styles['exactness']}>{EXACTNESS[throughput.period]}</p>
              </Panel>
              {chosen?.figures ? (
                <KindCharts key={chosen.key} figures={chosen.figures} throughput={throughput} />
              ) : (
                <Empty title={`No run ${chosen ? 'of this kind ' : ''}has ended in this time.`} />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** docs/observability.md#throughput */
const EXACTNESS = {
  hour: 'Percentiles are exact. Of a task that was retried by hand, its last run counts.',
  day: 'Percentiles are exact. Of a task that was retried by hand, its last run counts.',
  quarter: 'Percentiles are right within 5 %. Of a task that was retried by hand, each run counts. Days are in UTC.',
};
