import type { Scale } from './scale.js';
import type { Series } from './series.js';
import styles from './chart.module.css';

interface Props {
  series: readonly Series[];
  scale: Scale;
  /** Where the cursor is; null: nowhere. */
  index: number | null;
  moment: string;
}

/** The legend, with the values at the cursor. */
export const Readout = ({ series, scale, index, moment }: Props): React.JSX.Element => (
  <figcaption className={styles['legend']}>
    {series.map(({ name, colour, isBars, values }) => (
      <span key={name} className={styles['key']}>
        <span className={styles[isBars ? 'block' : 'stroke']} style={{ background: `var(${colour})` }} />
        {name}
        {index !== null && <strong className={styles['value']}>{textOf(values[index], scale)}</strong>}
      </span>
    ))}
    <span className={styles['moment']}>{moment}</span>
  </figcaption>
);

const textOf = (value: number | null | undefined, { format }: Scale): string =>
  value === null || value === undefined ? '—' : format(value);
