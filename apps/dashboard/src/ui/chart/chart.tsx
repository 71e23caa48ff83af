import { lazy, Suspense } from 'react';
import type { Scale } from './scale.js';
import { hasValues, type Series } from './series.js';
import styles from './chart.module.css';

export interface ChartProps {
  /** Says what is shown, for screen readers; with the figures that matter. */
  label: string;
  /** Seconds since the epoch, ascending. Like the series it should change only when the data does: keep it in useMemo. */
  times: readonly number[];
  series: readonly Series[];
  scale: Scale;
  /** What the axis of time shows, however little of it there is. */
  range: [from: number, to: number];
  /** Where a value is for an interval that begins at its time: how long that is. */
  stepSeconds?: number;
  height?: number;
  /** Charts with the same one share their cursor. */
  cursorGroup?: string;
  /** On a click at a time, and Enter. */
  open?: (index: number) => void;
}

const Lazy = lazy(() => import('./line-chart.js'));

/** Values over time, with a cursor that reads them. uPlot loads with the first one. */
export function Chart(props: ChartProps): React.JSX.Element {
  if (!hasValues(props.series)) return <p className={styles['empty']}>Nothing is known of this time.</p>;
  return (
    <Suspense fallback={<div className={styles['loading']} style={{ height: props.height }} />}>
      <Lazy {...props} />
    </Suspense>
  );
}
