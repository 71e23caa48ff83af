import { Panel } from '../../../../ui/panel.js';
import { RelativeTime } from '../../../../ui/time.js';
import { useNow } from '../../../../ui/use-now.js';
import { isFinal } from '../task-words.js';
import type { Task } from '../use-task.js';
import { earlierTimelineOf, timelineOf } from './steps.js';
import { TimelineView } from './timeline-view.js';
import styles from './timeline-panel.module.css';

export const TimelinePanel = ({ task }: { task: Task }): React.JSX.Element => (
  <Panel title="Timeline" actions={<NextAttempt task={task} />}>
    {isFinal(task.state) ? (
      <Still task={task} now={Date.parse(task.times.finished ?? task.times.queued)} />
    ) : (
      <Moving task={task} />
    )}
  </Panel>
);

/** What has ended needs no clock. */
const Moving = ({ task }: { task: Task }): React.JSX.Element => <Still task={task} now={useNow()} />;

function Still({ task, now }: { task: Task; now: number }): React.JSX.Element {
  const timeline = timelineOf(task, now);
  const earlier = earlierTimelineOf(task, now);
  return (
    <div className={styles['timelines']}>
      <TimelineView label={`Run ${task.run}`} timeline={timeline} now={now} />
      {timeline.dropped && <p className="muted">Earlier attempts of this run are not kept.</p>}
      {earlier.steps.length > 0 && (
        <>
          <h3>Earlier runs</h3>
          <TimelineView label="Earlier runs" timeline={earlier} now={now} />
        </>
      )}
    </div>
  );
}

function NextAttempt({ task: { state, not_before, retries, max_retries } }: { task: Task }): React.ReactNode {
  const now = useNow();
  if (state !== 'RETRY' || not_before === undefined || Date.parse(not_before) <= now) return null;
  return (
    <span className="muted">
      Retry {retries} of {max_retries} <RelativeTime at={not_before} />
    </span>
  );
}
