import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Schema } from '../../api/types.js';
import { Chart } from '../../ui/chart/chart.js';
import { COUNTS, DURATIONS, type Scale } from '../../ui/chart/scale.js';
import type { Series } from '../../ui/chart/series.js';
import { Panel } from '../../ui/panel.js';
import { capital, countText, plural } from '../../ui/text.js';
import { durationText } from '../../ui/time-text.js';
import type { Figures } from './kinds.js';
import { tasksOfPoint } from './tasks-of-point.js';
import styles from './throughput.module.css';

interface Props {
  figures: Figures;
  throughput: Schema<'ThroughputView'>;
}

/** What the runs of a kind did over the period. */
export function KindCharts({ figures, throughput }: Props): React.JSX.Element {
  const navigate = useNavigate();
  const { points } = figures;
  const { bucket_seconds: stepSeconds } = throughput;
  const times = useMemo(() => points.map(({ at }) => Date.parse(at) / 1_000), [points]);
  const range = useMemo<[number, number]>(
    () => [times[0] ?? 0, (times.at(-1) ?? 0) + stepSeconds],
    [times, stepSeconds],
  );
  const { runs, waits, durations } = useMemo(() => seriesOf(points), [points]);
  const open = (index: number): void => {
    const point = points[index];
    if (!point) return;
    void navigate({ to: '/tasks', search: tasksOfPoint(figures, point, stepSeconds) });
  };
  const shared = { times, range, stepSeconds, open, cursorGroup: 'kind' };
  const name = `${capital(figures.chamber)} ${figures.name}`;
  return (
    <Panel title={name} actions={<span className="muted">A click on a time shows its tasks.</span>}>
      <div className={styles['charts']}>
        <KindChart
          {...{ ...shared, series: runs, scale: COUNTS, title: 'Runs', isWide: true }}
          summary={`${plural(figures.runs, 'run')} of ${name}, ${countText(figures.failure)} failed`}
        />
        <KindChart
          {...{ ...shared, series: waits, scale: DURATIONS, title: 'Wait' }}
          summary={`Wait: ${percentiles(figures.wait_p50_ms, figures.wait_p95_ms)}`}
        />
        <KindChart
          {...{ ...shared, series: durations, scale: DURATIONS, title: 'Duration' }}
          summary={`Duration: ${percentiles(figures.duration_p50_ms, figures.duration_p95_ms)}`}
        />
      </div>
    </Panel>
  );
}

interface KindChartProps {
  title: string;
  summary: string;
  isWide?: boolean;
  times: number[];
  range: [number, number];
  stepSeconds: number;
  series: Series[];
  scale: Scale;
  open: (index: number) => void;
  cursorGroup: string;
}

const KindChart = ({ title, summary, isWide = false, ...chart }: KindChartProps): React.JSX.Element => (
  <div className={styles[isWide ? 'wide' : 'chart']}>
    <h3>{title}</h3>
    <Chart label={`${summary}. Enter shows the tasks of a time.`} height={isWide ? 200 : 180} {...chart} />
  </div>
);

const seriesOf = (points: Figures['points']): Record<'runs' | 'waits' | 'durations', Series[]> => ({
  runs: [
    { name: 'Failure', colour: '--failure', isBars: true, values: points.map(({ failure }) => failure) },
    { name: 'Revoked', colour: '--revoked', isBars: true, values: points.map(({ revoked }) => revoked) },
    { name: 'Success', colour: '--success', isBars: true, values: points.map(({ success }) => success) },
  ],
  waits: [
    { name: 'p50', colour: '--started', values: points.map(({ wait_p50_ms }) => wait_p50_ms) },
    { name: 'p95', colour: '--retry', values: points.map(({ wait_p95_ms }) => wait_p95_ms) },
  ],
  durations: [
    { name: 'p50', colour: '--started', values: points.map(({ duration_p50_ms }) => duration_p50_ms) },
    { name: 'p95', colour: '--retry', values: points.map(({ duration_p95_ms }) => duration_p95_ms) },
  ],
});

const percentiles = (p50: number | null, p95: number | null): string =>
  p50 === null || p95 === null ? 'none' : `median ${durationText(p50)}, p95 ${durationText(p95)}`;
