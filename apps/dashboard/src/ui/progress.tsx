import { classes } from './classes.js';
import styles from './progress.module.css';

/** How much of the total is done; a moving bar while the total is not known (0). */
export function Progress({ done, total, label }: { done: number; total: number; label: string }): React.JSX.Element {
  const isKnown = total > 0;
  return (
    <div
      className={styles['track']}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      {...(isKnown && { 'aria-valuemax': total, 'aria-valuenow': Math.min(done, total) })}
    >
      <div
        className={classes(styles['bar'], !isKnown && styles['unknown'])}
        {...(isKnown && { style: { width: `${Math.min(100, (done / total) * 100)}%` } })}
      />
    </div>
  );
}
