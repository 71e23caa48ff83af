import { Link } from '@tanstack/react-router';
import { Empty, Failed, Notice, SkeletonLines } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { Badge } from '../../../ui/state-badge.js';
import { useNow } from '../../../ui/use-now.js';
import type { SampledWorker } from '../data/samples.js';
import { useConditions } from '../data/use-conditions.js';
import { useDay, useSamples } from '../data/use-samples.js';
import { useTasksInHand } from '../data/use-tasks-in-hand.js';
import { useWorkers } from '../data/use-workers.js';
import { WorkerActions } from './worker-actions.js';
import { WorkerCharts } from './worker-charts.js';
import { TONES, type Worker } from '../data/worker-condition.js';
import { GoneFacts, ProcessFacts, WorkFacts } from './worker-facts.js';
import styles from '../workers.module.css';

const STEP_MINUTES = 1;

/** A worker with its last day, also when it is gone. */
export function OneWorker({ name }: { name: string }): React.JSX.Element {
  const workers = useWorkers();
  const samples = useSamples(STEP_MINUTES, name);
  const conditionOf = useConditions(workers);
  const now = useNow();
  const all = workers.data?.workers ?? [];
  const worker = all.find((each) => each.name === name);
  const sampled = samples.data?.workers.find((each) => each.name === name);
  const condition = worker ? conditionOf(worker) : workers.data && sampled && 'gone';
  const error = workers.error ?? samples.error;
  return (
    <Page
      title={name}
      heading={
        <span className={styles['heading']}>
          <Link to="/workers" search={{}}>
            Workers
          </Link>
          <span aria-hidden="true">/</span>
          {name}
          {condition && <Badge tone={TONES[condition]}>{condition}</Badge>}
        </span>
      }
      actions={worker && <WorkerActions worker={worker} others={all.filter(({ id }) => id !== worker.id)} />}
    >
      {error && <Failed error={error} retry={() => void Promise.all([workers.refetch(), samples.refetch()])} />}
      {condition === 'silent' && worker && (
        <Notice tone="bad">
          <span>
            No heartbeat comes: it hangs, or has lost NATS. If it does not come back, end its process (pid {worker.pid})
            with SIGTERM, then SIGKILL. Its tasks go to another worker.
          </span>
        </Notice>
      )}
      {(workers.isPending || samples.isPending) && <SkeletonLines lines={8} />}
      {workers.data && samples.data && !worker && !sampled && <Unknown name={name} />}
      {(worker || sampled) && <Content {...{ worker, sampled, now }} />}
    </Page>
  );
}

const Unknown = ({ name }: { name: string }): React.JSX.Element => (
  <Empty title={`No worker has had the name ${name} within the last day.`}>
    <Link to="/workers" search={{}}>
      All workers
    </Link>
  </Empty>
);

interface ContentProps {
  worker: Worker | undefined;
  sampled: SampledWorker | undefined;
  now: number;
}

function Content({ worker, sampled, now }: ContentProps): React.JSX.Element {
  const tasks = useTasksInHand();
  const day = useDay(now, STEP_MINUTES);
  return (
    <>
      <div className={styles['halves']}>
        <Panel title="Process">
          {worker ? <ProcessFacts worker={worker} /> : sampled && <GoneFacts sampled={sampled} />}
        </Panel>
        {worker && (
          <Panel title="Work">
            <WorkFacts worker={worker} tasks={tasks} />
          </Panel>
        )}
      </div>
      <Panel title="The last day">
        <WorkerCharts samples={sampled?.samples} worker={worker} day={day} />
      </Panel>
    </>
  );
}
