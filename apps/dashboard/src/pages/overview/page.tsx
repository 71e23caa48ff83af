import { useTasksIn } from '../../api/tasks.js';
import { Loaded } from '../../ui/loaded.js';
import { Page } from '../../ui/page.js';
import { ChamberCard, ChamberSkeleton } from './chamber/chamber-card.js';
import { CoveragePanel } from './coverage/coverage-panel.js';
import { FirstRun } from './first-run.js';
import { HealthPanel } from './health/health-panel.js';
import { TradesPanel } from './trades/trades-panel.js';
import { type Overview, useOverview } from './use-overview.js';
import styles from './page.module.css';

export function OverviewPage(): React.JSX.Element {
  const overview = useOverview();
  const running = useTasksIn('STARTED').data ?? [];
  const queued = useTasksIn('PENDING').data ?? [];
  return (
    <Page title="Overview">
      <Loaded query={overview} loading={<ChamberSkeletons />}>
        {(loaded) => (
          <>
            {isUntouched(loaded) && <FirstRun />}
            <div className={styles['pair']}>
              {loaded.chambers.map((chamber) => (
                <ChamberCard
                  key={chamber.chamber}
                  overview={chamber}
                  running={running.filter((task) => task.chamber === chamber.chamber)}
                  queued={queued.filter((task) => task.chamber === chamber.chamber)}
                />
              ))}
            </div>
          </>
        )}
      </Loaded>
      <div className={styles['news']}>
        <TradesPanel />
        <HealthPanel />
      </div>
      <CoveragePanel active={[...running, ...queued]} />
    </Page>
  );
}

const isUntouched = ({ chambers }: Overview): boolean =>
  chambers.every(({ last_run, last_success }) => last_run === null && last_success === null);

const ChamberSkeletons = (): React.JSX.Element => (
  <div className={styles['pair']}>
    <ChamberSkeleton chamber="senate" />
    <ChamberSkeleton chamber="house" />
  </div>
);
