import { useMemo } from 'react';
import { Chart } from '../../../ui/chart/chart.js';
import { COUNTS, DURATIONS, MEBIBYTES, PERCENT, type Scale } from '../../../ui/chart/scale.js';
import type { ColourToken } from '../../../ui/chart/series.js';
import { type Day, type Figure, type SampledWorker, valuesOf } from '../data/samples.js';
import { countText } from '../../../ui/text.js';
import type { Worker } from '../data/worker-condition.js';
import { cpuText, lagText, memoryText } from '../worker-texts.js';
import styles from '../workers.module.css';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

interface Shape {
  figure: Figure;
  title: string;
  now: (worker: Worker) => string;
  colour: ColourToken;
  scale: Scale;
}

const SHAPES: Shape[] = [
  {
    figure: 'memory_mb',
    title: 'Memory',
    colour: '--started',
    scale: MEBIBYTES,
    now: (worker) => memoryText(worker.memory_mb),
  },
  {
    figure: 'cpu_percent',
    title: 'CPU of one core',
    colour: '--revoked',
    scale: PERCENT,
    now: (worker) => cpuText(worker.cpu_percent),
  },
  {
    figure: 'loop_lag_ms',
    title: 'Loop lag',
    colour: '--retry',
    scale: DURATIONS,
    now: (worker) => lagText(worker.loop_lag_ms),
  },
  {
    figure: 'active_tasks',
    title: 'Tasks in hand',
    colour: '--success',
    scale: COUNTS,
    now: (worker) => countText(worker.active.length),
  },
];

interface Props {
  samples: SampledWorker['samples'] | undefined;
  /** Absent where it is gone. */
  worker: Worker | undefined;
  day: Day;
}

export const WorkerCharts = ({ samples, worker, day }: Props): React.JSX.Element => (
  <div className={styles['charts']}>
    {SHAPES.map((shape) => (
      <div key={shape.figure} className={styles['chart']}>
        <h3>
          {shape.title}
          {worker && <span className={styles['now']}>{shape.now(worker)} now</span>}
        </h3>
        <FigureChart {...{ shape, samples, day }} />
      </div>
    ))}
  </div>
);

const NONE: SampledWorker['samples'] = [];

function FigureChart({
  shape,
  samples = NONE,
  day,
}: Pick<Props, 'samples' | 'day'> & { shape: Shape }): React.JSX.Element {
  const { figure, title, colour, scale } = shape;
  const times = useMemo(() => day.starts.map((start) => start / SECOND_MS), [day]);
  const range = useMemo(() => rangeOf(day, samples[0]), [day, samples]);
  const series = useMemo(
    () => [{ name: title, colour, values: valuesOf(day, samples, figure) }],
    [title, colour, day, samples, figure],
  );
  const most = Math.max(0, ...samples.map((sample) => sample[figure] ?? 0));
  return (
    <Chart
      label={`${title} over the last day, at most ${scale.format(most)}`}
      {...{ times, series, scale, range, height: 170, cursorGroup: 'worker' }}
    />
  );
}

/** A worker that began lately is shown from then on: of a day it would be a stroke at the border. */
function rangeOf({ starts }: Day, first: SampledWorker['samples'][number] | undefined): [from: number, to: number] {
  const [from = 0, to = 0] = [starts[0], starts.at(-1)];
  const began = first ? Date.parse(first.at) : from;
  return [Math.max(from, Math.min(began, to - HOUR_MS)) / SECOND_MS, to / SECOND_MS];
}
