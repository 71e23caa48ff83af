import { Link } from '@tanstack/react-router';
import { Json } from '../../../ui/code.js';
import { Facts } from '../../../ui/facts.js';
import { Notice } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { kindText } from '../../../ui/task-text.js';
import { RelativeTime, Time } from '../../../ui/time.js';
import { TaskActions } from './actions.js';
import { AttemptsPanel } from './attempts/attempts-panel.js';
import { DeadLetterNotice } from './dead-letter-notice.js';
import { LogPanel } from './logs/log-panel.js';
import { ProgressPanel } from './progress-panel.js';
import { ResultPanel } from './result/result-panel.js';
import { Heading, Identity } from './heading.js';
import { SplitFacts } from './split-facts.js';
import { isFinal, SOURCES } from './task-words.js';
import { TimelinePanel } from './timeline/timeline-panel.js';
import type { Task } from './use-task.js';
import { WhyNotice } from './why.js';
import styles from './task.module.css';

export function TaskContent({ task, notice }: { task: Task; notice: React.ReactNode }): React.JSX.Element {
  const { id, state, error, result, progress, cancel_requested_at: cancelledAt } = task;
  const isOver = isFinal(state);
  return (
    <Page
      title={kindText(task)}
      heading={<Heading text={kindText(task)} state={state} />}
      actions={<TaskActions found={task} />}
    >
      {notice}
      <Identity id={id}>
        {task.group && (
          <span>
            one of {task.group.size} of group{' '}
            <Link to="/tasks/$id" params={{ id: task.group.id }}>
              {task.group.id}
            </Link>
          </span>
        )}
        {task.run > 1 && <span>run {task.run}</span>}
        <Since task={task} />
      </Identity>
      {(state === 'PENDING' || state === 'RETRY') && <WhyNotice task={task} />}
      {cancelledAt !== undefined && !isOver && (
        <Notice tone="warning">
          <span>Its worker was asked to stop.</span> <RelativeTime at={cancelledAt} />
        </Notice>
      )}
      {error && state !== 'RETRY' && (
        <Notice tone={state === 'FAILURE' ? 'bad' : 'warning'}>
          <span>
            <strong>{error.code}</strong> {error.message}
          </span>
        </Notice>
      )}
      {state === 'FAILURE' && <DeadLetterNotice task={task} />}
      {state !== 'SUCCESS' && (state === 'STARTED' || progress.done > 0) && (
        <ProgressPanel progress={progress} isRunning={state === 'STARTED'} />
      )}
      <TimelinePanel task={task} />
      <div className={styles['pair']}>
        <Panel title="Arguments">
          {Object.keys(task.args).length > 0 ? (
            <Json value={task.args} label="the arguments" />
          ) : (
            <p className="muted">None: everything is at its default.</p>
          )}
        </Panel>
        {result && <ResultPanel result={result} />}
      </div>
      <AttemptsPanel task={task} />
      <LogPanel id={id} isOver={isOver} />
      <Details task={task} />
    </Page>
  );
}

/** Since when it is in this state. */
function Since({ task: { state, times, attempts } }: { task: Task }): React.JSX.Element {
  const [word, at] =
    times.finished !== null
      ? (['ended', times.finished] as const)
      : state === 'STARTED'
        ? (['started', attempts.at(-1)?.started ?? times.queued] as const)
        : (['queued', times.queued] as const);
  return (
    <span>
      {word} <RelativeTime at={at} />
    </span>
  );
}

/** What else the API tells. */
function Details({ task }: { task: Task }): React.JSX.Element {
  const { times, headers = {}, unpublished, group } = task;
  return (
    <Panel title="Details">
      <Facts
        facts={[
          ['Queued', <Time key="q" at={times.queued} />],
          ['First started', times.started && <Time key="s" at={times.started} />],
          ['Ended', times.finished && <Time key="f" at={times.finished} />],
          ['Next attempt', task.not_before && <Time key="n" at={task.not_before} />],
          ['Asked for by', task.source && SOURCES[task.source]],
          ['Worker', task.worker],
          ['Run', task.run],
          ['Retries of this run', `${task.retries} of ${task.max_retries}`],
          ['Workers lost', task.crashes || null],
          ['Place in the queue’s stream', task.stream_seq],
          ['Asked to stop', task.cancel_requested_at && <Time key="c" at={task.cancel_requested_at} />],
          ['Not in the queue yet, since', unpublished && <Time key="u" at={unpublished.at} />],
          ...Object.entries(headers).map(([name, value]): [string, React.ReactNode] => [
            name,
            <code key={name}>{value}</code>,
          ]),
        ]}
      />
      {group?.whole && <SplitFacts whole={group.whole} />}
      <details className={styles['raw']}>
        <summary>All of it as JSON</summary>
        <Json value={task} label="the task" />
      </details>
    </Panel>
  );
}
