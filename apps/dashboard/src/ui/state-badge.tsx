import type { ReactNode } from 'react';
import { classes } from './classes.js';
import styles from './state-badge.module.css';

/** The state of a task, under its own name. */
export const StateBadge = ({ state }: { state: string }): React.JSX.Element => (
  <span className={classes(styles['badge'], styles[state] ?? styles['neutral'])}>{state}</span>
);

export type Tone = 'neutral' | 'active' | 'good' | 'warning' | 'bad';

/** A word about anything else, in the same colours. */
export const Badge = ({ tone, children }: { tone: Tone; children: ReactNode }): React.JSX.Element => (
  <span className={classes(styles['badge'], styles[tone])}>{children}</span>
);
