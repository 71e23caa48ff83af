import { classes } from '../../../../ui/classes.js';
import { countText } from '../../../../ui/text.js';
import styles from './figures.module.css';

/** `warning` and `bad`: so if it is more than 0. */
export type Figure = [name: string, count: number, tone?: 'warning' | 'bad'];

/** Counts by name, one beside the other. */
export const Figures = ({ figures }: { figures: Figure[] }): React.JSX.Element => (
  <dl className={styles['figures']}>
    {figures.map(([name, count, tone]) => (
      <div key={name} className={classes(styles['figure'], count === 0 && styles['zero'])}>
        <dt>{name}</dt>
        <dd className={classes('numbers', count > 0 && tone && styles[tone])}>{countText(count)}</dd>
      </div>
    ))}
  </dl>
);
