import type { ReactNode } from 'react';
import type { Schema } from '../../api/types.js';
import { MemberLink } from '../../disclosures/links.js';
import type { Column } from '../../ui/table/column.js';
import { DataTable } from '../../ui/table/data-table.js';
import { capital, countText } from '../../ui/text.js';

type Filer = Schema<'LateMemberView'>;

const COLUMNS: Column<Filer>[] = [
  {
    ...{ id: 'name', header: 'Member', width: 'minmax(9rem, 2fr)' },
    cell: ({ bioguide, name }) => <MemberLink bioguide={bioguide} name={name} />,
  },
  {
    ...{ id: 'chambers', header: 'Chamber', width: '8rem', isOptional: true },
    cell: ({ chambers }) => chambers.map(capital).join(', '),
  },
  { id: 'late', header: 'Late', width: '5rem', isNumber: true, cell: ({ late_trades }) => countText(late_trades) },
  {
    ...{ id: 'share', header: 'Of those judged', width: '9rem', isNumber: true },
    cell: ({ late_trades, in_time_trades }) => `${((100 * late_trades) / (late_trades + in_time_trades)).toFixed(1)} %`,
  },
  {
    ...{ id: 'worst', header: 'Most days late', width: '8rem', isNumber: true, isOptional: true },
    cell: ({ worst_days }) => countText(worst_days),
  },
  {
    ...{ id: 'last', header: 'Last late filing', width: '8.5rem', isNumber: true, isOptional: true },
    cell: ({ last_filed_on }) => last_filed_on,
  },
];

interface Props {
  filers: Filer[];
  isLoading: boolean;
  empty: ReactNode;
  foot: ReactNode;
}

/** Who was late most often comes first. */
export const LateFilers = ({ filers, ...table }: Props): React.JSX.Element => (
  <DataTable
    {...table}
    {...{ label: 'Late by member', rows: filers, columns: COLUMNS, maxHeight: '24rem' }}
    keyOf={(filer) => filer.bioguide ?? ` ${filers.indexOf(filer)} ${filer.name}`}
  />
);
