import type { Site } from '../../api/sites.js';
import { Code } from '../../ui/code.js';
import { Notice } from '../../ui/notice.js';
import { RelativeTime } from '../../ui/time.js';
import styles from './sites.module.css';

/** What holds the chamber's scrapes back, and what to do; nothing where they run. */
export function StatusNotice({ site: { paused, breaker, withheld } }: { site: Site }): React.JSX.Element | null {
  if (paused)
    return (
      <Notice tone="warning">
        <span>
          Paused <RelativeTime at={paused.at} />
          {paused.reason ? `: ${paused.reason}` : ''}. Scrapes stay in the queue until you resume; those that run go on.
        </span>
      </Notice>
    );
  if (breaker.state === 'open')
    return (
      <Notice tone="bad">
        <span>
          The site refused us, and is left alone. Scrapes wait; then one worker looks whether it answers again. Resume
          only if you know that it does.
        </span>
      </Notice>
    );
  if (breaker.state === 'half_open')
    return (
      <Notice tone="warning">
        <span>The site refused us; a worker looks now whether it answers again.</span>
      </Notice>
    );
  return withheld === null ? null : <Withheld reason={withheld} />;
}

const Withheld = ({ reason }: { reason: string }): React.JSX.Element => (
  <Notice tone="warning">
    <div className={styles['notice']}>
      <span>{reason}</span>
      <span>Read the terms on the site. If you accept them, set this for its workers, and restart them:</span>
      <Code label="the setting" text="ROTUNDA_ACCEPT_TERMS=true" />
      <span>Scrapes that wait run then, without cost.</span>
    </div>
  </Notice>
);
