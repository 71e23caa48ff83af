import { Json } from '../../../../ui/code.js';
import { Notice } from '../../../../ui/notice.js';
import { Page } from '../../../../ui/page.js';
import { Panel } from '../../../../ui/panel.js';
import { StateBadge } from '../../../../ui/state-badge.js';
import { capital, plural } from '../../../../ui/text.js';
import { RelativeTime, Time } from '../../../../ui/time.js';
import { Facts } from '../../../../ui/facts.js';
import { TaskActions } from '../actions.js';
import { Heading, Identity } from '../heading.js';
import { LogPanel } from '../logs/log-panel.js';
import { ProgressPanel } from '../progress-panel.js';
import { ResultPanel } from '../result/result-panel.js';
import { SplitFacts } from '../split-facts.js';
import { isFinal } from '../task-words.js';
import type { Group } from '../use-task.js';
import { WhyNotice } from '../why.js';
import { Children } from './children.js';
import { countStates, foldProgress } from './folded.js';
import styles from '../task.module.css';

/** A group of tasks: its children as one, then each of them. */
export function GroupContent({ group, notice }: { group: Group; notice: React.ReactNode }): React.JSX.Element {
  const { id, state, size, times, children, error, result, unknown_children: unknown } = group;
  const isOver = isFinal(state) && times.finished !== null;
  const title = `Group of ${plural(size, children[0]?.name ?? 'task')}`;
  const { progress, isKnown } = foldProgress(group);
  return (
    <Page title={title} heading={<Heading text={title} state={state} />} actions={<TaskActions found={group} />}>
      {notice}
      <Identity id={id}>
        <span>
          {times.finished === null ? 'queued ' : 'ended '}
          <RelativeTime at={times.finished ?? times.queued} />
        </span>
        <span className={styles['states']}>
          {countStates(group).map(([one, count]) => (
            <span key={one}>
              {count} <StateBadge state={one} />
            </span>
          ))}
        </span>
      </Identity>
      {state === 'PENDING' && <WhyNotice task={group} />}
      {unknown && (
        <Notice tone="warning">
          <span>Postgres is away: nothing is known of {plural(unknown.length, 'child', 'children')}.</span>
        </Notice>
      )}
      {error && (
        <Notice tone={state === 'FAILURE' ? 'bad' : 'warning'}>
          <span>
            <strong>{error.code}</strong> {error.message}
          </span>
        </Notice>
      )}
      {!isOver && <ProgressPanel progress={progress} isKnown={isKnown} isRunning={times.started !== null} />}
      <Children group={group} />
      {result && <ResultPanel result={result} />}
      <LogPanel id={id} isOver={isOver} isGroup />
      <Panel title="Details">
        <Facts
          facts={[
            ['Kind', children[0] && capital(children[0].name)],
            ['Queued', <Time key="q" at={times.queued} />],
            ['First started', times.started && <Time key="s" at={times.started} />],
            ['Ended', times.finished && <Time key="f" at={times.finished} />],
          ]}
        />
        {children[0]?.group?.whole && <SplitFacts whole={children[0].group.whole} />}
        <details className={styles['raw']}>
          <summary>All of it as JSON</summary>
          <Json value={group} label="the group" />
        </details>
      </Panel>
    </Page>
  );
}
