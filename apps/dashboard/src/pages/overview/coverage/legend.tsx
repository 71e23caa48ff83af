import { classes } from '../../../ui/classes.js';
import styles from './coverage.module.css';

const STATES: [name: string, ...classNames: string[]][] = [
  ['few', 'complete', 'level1'],
  ['', 'complete', 'level2'],
  ['', 'complete', 'level3'],
  ['many filings', 'complete', 'level4'],
  ['nothing listed', 'empty'],
  ['being scraped', 'active'],
  ['gap', 'gap'],
];

export const Legend = (): React.JSX.Element => (
  <ul className={styles['legend']}>
    {STATES.map(([name, ...names]) => (
      <li key={names.join(' ')} className={styles['key']}>
        <span className={classes(styles['swatch'], ...names.map((one) => styles[one]))} />
        {name}
      </li>
    ))}
  </ul>
);
