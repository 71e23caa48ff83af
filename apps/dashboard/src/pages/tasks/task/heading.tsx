import type { ReactNode } from 'react';
import { Copyable } from '../../../ui/copyable.js';
import { StateBadge } from '../../../ui/state-badge.js';
import styles from './task.module.css';

export const Heading = ({ text, state }: { text: string; state: string }): React.JSX.Element => (
  <span className={styles['heading']}>
    {text} <StateBadge state={state} />
  </span>
);

/** The line below the heading: the id, then what places it. */
export const Identity = ({ id, children }: { id: string; children: ReactNode }): React.JSX.Element => (
  <div className={styles['identity']}>
    <Copyable text={id} label="the id" />
    {children}
  </div>
);
