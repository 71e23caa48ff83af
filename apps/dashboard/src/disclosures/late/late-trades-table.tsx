import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/types.js';
import type { Column } from '../../ui/table/column.js';
import { DataTable } from '../../ui/table/data-table.js';
import { countText } from '../../ui/text.js';
import { tradeColumns } from '../trades/trade-columns.js';

type LateTrade = Schema<'LateTradeView'>;

const DAYS: Column<LateTrade>[] = [
  {
    ...{ id: 'past-trade', header: 'Past 45 days', width: '7rem', isNumber: true },
    cell: ({ days_past_trade_limit: days }) => (days === 0 ? 'in time' : countText(days)),
  },
  {
    ...{ id: 'past-notice', header: 'Past the notice', width: '8rem', isNumber: true, isOptional: true },
    cell: ({ days_past_notice_limit: days }) => (days === null ? 'unknown' : days === 0 ? 'in time' : countText(days)),
  },
];

const keyOf = ({ id }: LateTrade): string => id;

interface Props {
  rows: readonly LateTrade[];
  /** Columns that the page says already. */
  without?: string[];
  isLoading?: boolean;
  more?: { hasMore: boolean; isLoading: boolean; load: () => void };
  empty: ReactNode;
  foot?: ReactNode;
}

/** Late trades, with the days past each limit. */
export function LateTradesTable({ without = [], more, ...table }: Props): React.JSX.Element {
  const navigate = useNavigate();
  const [filed, ...others] = tradeColumns(...without, 'owner', 'notes', 'source');
  const columns: Column<LateTrade>[] = [...(filed ? [filed] : []), ...DAYS, ...others];
  const open = ({ id, filing }: LateTrade): void =>
    void navigate({ to: '/filings/$id', params: { id: filing.id }, hash: id });
  return (
    <DataTable
      {...table}
      {...{ label: 'Late trades', columns, keyOf, open, maxHeight: '32rem' }}
      {...(more && { more })}
    />
  );
}
