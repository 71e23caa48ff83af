import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type ColourToken } from '../../../ui/chart/series.js';
import { Sparkline } from '../../../ui/chart/sparkline.js';
import { Badge } from '../../../ui/state-badge.js';
import { SimpleTable } from '../../../ui/table/simple-table.js';
import type { Column } from '../../../ui/table/column.js';
import { capital, countText } from '../../../ui/text.js';
import { PHONE, useMedia } from '../../../ui/use-media.js';
import { RelativeTime } from '../../../ui/time.js';
import type { Schema } from '../../../api/types.js';
import { type Day, type Figure, type SampledWorker, valuesOf } from '../data/samples.js';
import { TasksInHand } from '../tasks-in-hand.js';
import { type Condition, TONES, type Worker } from '../data/worker-condition.js';
import { cpuText, lagText, longSlotsText, memoryText, slotsText, totalsText } from '../worker-texts.js';
import styles from '../workers.module.css';

export interface WorkerRow {
  worker: Worker;
  condition: Condition;
  /** Absent until it has one. */
  sampled: SampledWorker | undefined;
}

interface Props {
  rows: WorkerRow[];
  tasks: ReadonlyMap<string, Schema<'TaskView'>>;
  day: Day;
}

export function WorkerTable({ rows, ...rest }: Props): React.JSX.Element {
  const columns = columnsOf({ ...rest, isPhone: useMedia(PHONE) });
  return <SimpleTable label="Workers" rows={rows} columns={columns} keyOf={({ worker }) => worker.id} />;
}

type RowColumn = Omit<Column<WorkerRow>, 'width'>;

const columnsOf = ({ tasks, day, isPhone }: Omit<Props, 'rows'> & { isPhone: boolean }): RowColumn[] => [
  {
    id: 'name',
    header: 'Worker',
    cell: ({ worker, worker: { name, chamber, version, started, active } }) => (
      <>
        <Lines
          below={
            <>
              {capital(chamber)}, v{version}, started <RelativeTime at={started} />
            </>
          }
        >
          <Link to="/workers" search={{ worker: name }} className={styles['name']}>
            {name}
          </Link>
        </Lines>
        {isPhone && active.length > 0 && <TasksInHand worker={worker} tasks={tasks} />}
      </>
    ),
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ worker: { seen }, condition }) => (
      <Lines below={<RelativeTime at={seen} />}>
        <Badge tone={TONES[condition]}>{condition}</Badge>
      </Lines>
    ),
  },
  {
    ...{ id: 'doing', header: 'In hand', isOptional: true },
    cell: ({ worker }) => <TasksInHand worker={worker} tasks={tasks} />,
  },
  {
    ...{ id: 'slots', header: 'Slots', isOptional: true },
    cell: ({ worker }) => <Lines below={longBelow(worker)}>{slotsText(worker)}</Lines>,
  },
  {
    ...{ id: 'memory', header: 'Memory', isOptional: true },
    cell: ({ worker, sampled }) => (
      <Course text={memoryText(worker.memory_mb)} figure="memory_mb" colour="--started" {...{ sampled, day }} />
    ),
  },
  {
    ...{ id: 'cpu', header: 'CPU', isOptional: true },
    cell: ({ worker, sampled }) => (
      <Course text={cpuText(worker.cpu_percent)} figure="cpu_percent" colour="--revoked" {...{ sampled, day }} />
    ),
  },
  {
    ...{ id: 'lag', header: 'Loop lag', isNumber: true, isOptional: true },
    cell: ({ worker }) => lagText(worker.loop_lag_ms),
  },
  {
    ...{ id: 'done', header: 'Done', isOptional: true },
    cell: ({ worker }) => <Lines below={totalsText(worker)}>{countText(worker.processed)}</Lines>,
  },
];

const Lines = ({ children, below }: { children: ReactNode; below: ReactNode }): React.JSX.Element => (
  <div className={styles['lines']}>
    {children}
    <span className={styles['below']}>{below}</span>
  </div>
);

function longBelow(worker: Worker): string | null {
  const long = longSlotsText(worker);
  return long && `long ${long}`;
}

interface CourseProps {
  text: string;
  figure: Figure;
  colour: ColourToken;
  sampled: SampledWorker | undefined;
  day: Day;
}

/** A figure now, and over the last day. */
const Course = ({ text, figure, colour, sampled, day }: CourseProps): React.JSX.Element => (
  <div className={styles['course']}>
    <span className="numbers">{text}</span>
    <Sparkline values={valuesOf(day, sampled?.samples ?? [], figure)} colour={colour} />
  </div>
);
