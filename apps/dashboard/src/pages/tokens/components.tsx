import { Button } from '../../ui/button.js';
import { Code } from '../../ui/code.js';
import { Facts } from '../../ui/facts.js';
import { Field } from '../../ui/field.js';
import { Empty, Failed, Notice, SkeletonLines } from '../../ui/notice.js';
import { Confirm } from '../../ui/overlays/confirm.js';
import { tell, tellError } from '../../ui/overlays/toasts.js';
import { Panel } from '../../ui/panel.js';
import { Progress } from '../../ui/progress.js';
import { Badge, StateBadge } from '../../ui/state-badge.js';
import { RelativeTime, Time } from '../../ui/time.js';
import styles from './tokens.module.css';

const STATES = ['PENDING', 'STARTED', 'RETRY', 'SUCCESS', 'FAILURE', 'REVOKED'];
const TONES = ['neutral', 'active', 'good', 'warning', 'bad'] as const;
const KINDS = ['default', 'primary', 'danger', 'plain'] as const;
const AT = '2026-06-12T02:00:07Z';
const FACTS: [string, React.ReactNode][] = [
  ['Queued', AT],
  ['Amount', '$1,001 – $15,000'],
];
const nothing = (): Promise<void> => Promise.resolve();
const refused = (): Promise<void> => Promise.reject(new Error('The gateway does not answer. It may be restarting.'));

/** Each component in its states. */
export const Components = (): React.JSX.Element => (
  <div className={styles['components']}>
    <Panel title="States and tones">
      <div className={styles['line']}>
        {STATES.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </div>
      <div className={styles['line']}>
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </div>
    </Panel>
    <Panel title="Buttons and questions">
      {[false, true].map((disabled) => (
        <div key={String(disabled)} className={styles['line']}>
          {KINDS.map((kind) => (
            <Button key={kind} kind={kind} disabled={disabled}>
              {disabled ? 'Disabled' : kind}
            </Button>
          ))}
          <Button size="small" disabled={disabled}>
            small
          </Button>
        </div>
      ))}
      <div className={styles['line']}>
        <Confirm label="Question" title="Cancel 12 tasks" verb="Cancel them" kind="danger" act={nothing}>
          Those that run end within seconds.
        </Confirm>
        <Confirm label="Question that fails" title="Retry 12 tasks" verb="Retry them" act={refused}>
          They run again.
        </Confirm>
        <Button onClick={() => tell('12 tasks were cancelled.')}>Toast</Button>
        <Button onClick={() => tellError(new Error('The queue is full.'))}>Toast of an error</Button>
      </div>
    </Panel>
    <Panel title="Notices">
      <div className={styles['stack']}>
        {TONES.map((tone) => (
          <Notice key={tone} tone={tone}>
            <span>This is {tone}.</span>
          </Notice>
        ))}
        <Failed error={new Error('The gateway does not answer.')} retry={() => undefined} />
      </div>
    </Panel>
    <Panel title="Loading, empty and progress">
      <div className={styles['stack']}>
        <SkeletonLines />
        <Progress label="Of 124 filings" done={52} total={124} />
        <Progress label="Of an unknown number" done={0} total={0} />
        <Empty title="No trades yet.">They appear as soon as a scrape has read the first filing.</Empty>
      </div>
    </Panel>
    <Panel title="Fields">
      <div className={styles['stack']}>
        <Field label="Reason" hint="For others who wonder.">
          {(input) => <input {...input} defaultValue="They are moving" />}
        </Field>
        <Field label="Days back" error="days_back must be a whole number of days">
          {(input) => <input {...input} defaultValue="many" />}
        </Field>
      </div>
    </Panel>
    <Panel title="Facts, times and code">
      <div className={styles['stack']}>
        <Facts facts={FACTS} />
        <span>
          <Time at={AT} />, <RelativeTime at={AT} />
        </span>
        <Code label="an example" text="npx rotunda scrape all --days-back 7 --wait" />
      </div>
    </Panel>
  </div>
);
