import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ColourToken } from '../../ui/chart/series.js';
import { Sparkline } from '../../ui/chart/sparkline.js';
import type { Column } from '../../ui/table/column.js';
import { SimpleTable } from '../../ui/table/simple-table.js';
import { capital, countText } from '../../ui/text.js';
import { durationText } from '../../ui/time-text.js';
import { failureRate, type Figures, type Kind, type Point } from './kinds.js';
import type { Period } from './route.js';
import styles from './throughput.module.css';

interface Props {
  kinds: Kind[];
  chosen: string | undefined;
  period: Period;
}

export const KindTable = ({ kinds, chosen, period }: Props): React.JSX.Element => (
  <SimpleTable label="Throughput by kind" rows={kinds} columns={columnsOf(chosen, period)} keyOf={({ key }) => key} />
);

const columnsOf = (chosen: string | undefined, period: Period): Omit<Column<Kind>, 'width'>[] => [
  {
    ...{ id: 'kind', header: 'Kind' },
    cell: ({ key, chamber, name }) => (
      <Link
        to="/throughput"
        search={{ period, kind: key }}
        className={styles['kind']}
        resetScroll={false}
        {...(key === chosen && { 'data-chosen': true, 'aria-current': 'true' as const })}
      >
        {capital(chamber)} {name}
      </Link>
    ),
  },
  {
    ...{ id: 'runs', header: 'Runs' },
    cell: ({ figures }) => (
      <Course figures={figures} of={({ runs }) => runs} colour="--started">
        {countText(figures?.runs ?? 0)}
      </Course>
    ),
  },
  {
    ...{ id: 'failure', header: 'Failures' },
    cell: ({ figures }) => (
      <Course figures={figures} of={({ failure }) => failure} colour="--failure">
        {figures ? failureText(figures) : '0'}
      </Course>
    ),
  },
  {
    ...{ id: 'success', header: 'Successes', isNumber: true, isOptional: true },
    cell: ({ figures }) => countText(figures?.success ?? 0),
  },
  {
    ...{ id: 'revoked', header: 'Revoked', isNumber: true, isOptional: true },
    cell: ({ figures }) => countText(figures?.revoked ?? 0),
  },
  {
    ...{ id: 'retries', header: 'Retries', isNumber: true, isOptional: true },
    cell: ({ figures }) => countText(figures?.retries ?? 0),
  },
  {
    ...{ id: 'wait', header: 'Wait, p50 and p95', isOptional: true },
    cell: ({ figures }) => (
      <Course figures={figures} of={({ wait_p95_ms }) => wait_p95_ms} colour="--retry">
        {pairText(figures?.wait_p50_ms, figures?.wait_p95_ms)}
      </Course>
    ),
  },
  {
    ...{ id: 'duration', header: 'Duration, p50 and p95', isOptional: true },
    cell: ({ figures }) => (
      <Course figures={figures} of={({ duration_p95_ms }) => duration_p95_ms} colour="--revoked">
        {pairText(figures?.duration_p50_ms, figures?.duration_p95_ms)}
      </Course>
    ),
  },
  { ...{ id: 'queue', header: 'Waiting now' }, cell: ({ queue }) => <Waiting queue={queue} /> },
];

interface CourseProps {
  figures: Figures | undefined;
  of: (point: Point) => number | null;
  colour: ColourToken;
  children: ReactNode;
}

const Course = ({ figures, of, colour, children }: CourseProps): React.JSX.Element => (
  <div className={styles['course']}>
    <span className="numbers">{children}</span>
    <Sparkline values={figures?.points.map(of) ?? []} colour={colour} />
  </div>
);

const Waiting = ({ queue }: Pick<Kind, 'queue'>): React.JSX.Element => (
  <div className={styles['course']}>
    <span className="numbers">{queue ? countText(queue.length) : '—'}</span>
    {queue?.oldest && <span className={styles['below']}>for {durationText(queue.oldest_seconds * 1_000)}</span>}
  </div>
);

function failureText(figures: Figures): string {
  const rate = failureRate(figures);
  return figures.failure === 0 ? '0' : `${countText(figures.failure)} (${(rate * 100).toFixed(1)} %)`;
}

const pairText = (...percentiles: (number | null | undefined)[]): string =>
  percentiles.flatMap((ms) => (ms === null || ms === undefined ? [] : durationText(ms))).join(' · ') || '—';
