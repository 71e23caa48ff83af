import type { ColourToken } from './series.js';
import { sparkPath } from './spark-path.js';
import styles from './sparkline.module.css';

const [WIDTH, HEIGHT] = [96, 24];

interface Props {
  values: readonly (number | null)[];
  colour: ColourToken;
}

/** The course of a value that stands beside it as a number: a picture only. */
export function Sparkline({ values, colour }: Props): React.JSX.Element {
  const { line, dots, area } = sparkPath(values, WIDTH, HEIGHT);
  return (
    <svg
      {...{ className: styles['sparkline'], viewBox: `0 -1 ${WIDTH} ${HEIGHT + 2}`, preserveAspectRatio: 'none' }}
      style={{ color: `var(${colour})` }}
      aria-hidden="true"
    >
      <path d={area} className={styles['area']} />
      <path d={line} className={styles['line']} />
      <path d={dots} className={styles['dots']} />
    </svg>
  );
}
