import type { ReactNode } from 'react';
import { Button } from './button.js';
import { classes } from './classes.js';
import type { Tone } from './state-badge.js';
import styles from './notice.module.css';

/** A sentence that stands out. A bad one is also told to screen readers at once. */
export const Notice = ({ tone, children }: { tone: Tone; children: ReactNode }): React.JSX.Element => (
  <div className={classes(styles['notice'], styles[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
    {children}
  </div>
);

/** What stands where data could not be had. */
export function Failed({ error, retry }: { error: Error; retry?: () => void }): React.JSX.Element {
  return (
    <Notice tone="bad">
      <span>{error.message}</span>
      {retry && (
        <Button size="small" onClick={retry}>
          Try again
        </Button>
      )}
    </Notice>
  );
}

/** Says what would stand here, and how it comes about. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }): React.JSX.Element => (
  <div className={styles['empty']}>
    <strong>{title}</strong>
    {children}
  </div>
);

/** A grey bar in place of a text that is on its way. */
export const Skeleton = ({ width = '100%' }: { width?: string }): React.JSX.Element => (
  <span className={styles['skeleton']} style={{ width }} aria-hidden="true" />
);

const WIDTHS = ['92%', '70%', '84%', '58%', '76%'];

export const SkeletonLines = ({ lines = 3 }: { lines?: number }): React.JSX.Element => (
  <div className={styles['stack']} role="status" aria-label="Loading">
    {Array.from({ length: lines }, (_, line) => (
      <Skeleton key={line} width={WIDTHS[line % WIDTHS.length]!} />
    ))}
  </div>
);
