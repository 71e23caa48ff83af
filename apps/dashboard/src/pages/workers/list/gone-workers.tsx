import { Link } from '@tanstack/react-router';
import { Panel } from '../../../ui/panel.js';
import type { Column } from '../../../ui/table/column.js';
import { capital } from '../../../ui/text.js';
import { SimpleTable } from '../../../ui/table/simple-table.js';
import { RelativeTime } from '../../../ui/time.js';
import type { SampledWorker } from '../data/samples.js';

const lastOf = ({ samples }: SampledWorker): string => samples.at(-1)?.at ?? '';

const COLUMNS: Omit<Column<SampledWorker>, 'width'>[] = [
  {
    ...{ id: 'name', header: 'Worker' },
    cell: ({ name }) => (
      <Link to="/workers" search={{ worker: name }}>
        {name}
      </Link>
    ),
  },
  { id: 'chamber', header: 'Chamber', cell: ({ chamber }) => capital(chamber) },
  { id: 'last', header: 'Last seen', cell: (worker) => <RelativeTime at={lastOf(worker)} /> },
];

/** Workers of the last day that are there no more: their graphs are. */
export function GoneWorkers({ workers }: { workers: SampledWorker[] }): React.JSX.Element | null {
  if (workers.length === 0) return null;
  return (
    <Panel title="Gone within the last day" flush>
      <SimpleTable
        label="Workers that are gone"
        rows={workers.toSorted((one, other) => lastOf(other).localeCompare(lastOf(one)))}
        keyOf={({ name }) => name}
        columns={COLUMNS}
      />
    </Panel>
  );
}
